import { literal, sql, type Sql } from '../../core/sql.ts';
import type { Dataset } from '../model.ts';
import { columnNumbers, numberedColumns } from '../store/definition.ts';
import { execute } from '../store/execute.ts';
import { historyTable, temporaryTable } from '../store/names.ts';
import { birthsOfRanksSql, birthsSql } from '../store/segments.ts';
import { setHistory } from '../store/write-rows.ts';
import { tableOf, type Writing } from './writing.ts';

/** Gives the dataset's generation a history table when it has none. */
export async function withHistory(writing: Writing, dataset: Dataset): Promise<Dataset> {
  const { generation } = dataset;
  if (generation.history) return dataset;
  const { session, store } = writing;
  writing.prepared = true;
  await execute(
    session,
    sql`CREATE TABLE ${historyTable(store, generation.id)} AS
SELECT ${numberedColumns(generation)}, CAST(0 AS BIGINT) AS born, CAST(0 AS BIGINT) AS died
FROM ${tableOf(writing, dataset)}
LIMIT 0`,
  );
  await execute(session, setHistory(store, generation.id));
  return { ...dataset, generation: { ...generation, history: true } };
}

/** Moves the versions in the temporary table `removed` into the history. */
export async function buryRemoved(writing: Writing, dataset: Dataset, snapshot: number): Promise<void> {
  const { generation } = dataset;
  const removed = temporaryTable('removed');
  await execute(
    writing.session,
    sql`${intoHistory(writing, dataset)}
SELECT ${columnNumbers(generation)}, birth.born, ${literal(snapshot)}
FROM ${removed} AS removed
JOIN (${birthsOfRanksSql(writing.store, generation.id, removed)}) AS birth ON birth."rank" = removed."rank"
ORDER BY removed."rank"`,
    writing.signal,
  );
}

/** Copies every live row into the history, as dead from `snapshot` on. */
export async function buryAll(writing: Writing, dataset: Dataset, snapshot: number): Promise<void> {
  writing.prepared = true;
  if (dataset.rowCount === 0) return;
  const { generation } = dataset;
  await execute(
    writing.session,
    sql`${intoHistory(writing, dataset)}
SELECT ${columnNumbers(generation)}, birth.born, ${literal(snapshot)}
FROM (SELECT ${numberedColumns(generation)} FROM ${tableOf(writing, dataset)}) AS live
POSITIONAL JOIN (${birthsSql(writing.store, generation.id)}) AS birth`,
    writing.signal,
  );
}

function intoHistory(writing: Writing, { generation }: Dataset): Sql {
  return sql`INSERT INTO ${historyTable(writing.store, generation.id)} (${columnNumbers(generation)}, born, died)`;
}
