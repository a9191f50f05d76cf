import { joinSql, literal, sql } from '../../core/sql.ts';
import { rankedRows, settleRows } from '../capture/row-capture.ts';
import { type Effect, ranksByRowId, tableOf, type Writing } from '../capture/writing.ts';
import type { Dataset } from '../model.ts';
import { replaceDataset, stagingName } from '../publish.ts';
import {
  hidesRowId,
  insertableColumns,
  numberedColumn,
  numberedColumns,
  readDefinition,
  sameColumns,
} from '../store/definition.ts';
import { countRows, execute } from '../store/execute.ts';
import { historyTable, temporaryTable } from '../store/names.ts';
import { birthsSql } from '../store/segments.ts';
import { checkSnapshot } from '../travel/travel.ts';
import { findVersion } from '../travel/version.ts';
import { columnNames, makeVersion } from './make-version.ts';

/** Brings a table's rows and columns back to a snapshot, as a new one; none when nothing was written since. */
export async function restoreDataset(writing: Writing, dataset: Dataset, snapshot: number): Promise<readonly Effect[]> {
  checkSnapshot(snapshot, writing.numbers.lastSnapshot);
  const version = await findVersion(writing.session, writing.store, dataset, snapshot);
  const { generation } = dataset;
  const sameTable = version.generation === generation.id && sameColumns(version.columns, generation.columns);
  if (sameTable && !hidesRowId(generation)) return restoreRows(writing, dataset, snapshot);
  const staging = stagingName(writing.store, dataset.schema, 'restore', writing.numbers.snapshot());
  await makeVersion(writing, dataset, version, snapshot, staging[2] ?? '');
  return [await replaceDataset(writing, dataset, staging, 'restore')];
}

/** Brings back only what changed: rows born since die, rows that died since come back at the end. */
async function restoreRows(writing: Writing, dataset: Dataset, snapshot: number): Promise<readonly Effect[]> {
  const { session, store, signal } = writing;
  const { generation } = dataset;
  const table = tableOf(writing, dataset);
  const removed = temporaryTable('removed');
  const ranked = rankedRows(table, numberedColumns(generation), ranksByRowId(writing, dataset));
  await execute(
    session,
    sql`CREATE OR REPLACE TEMP TABLE ${removed} AS
SELECT live.*
FROM (${ranked}) AS live
POSITIONAL JOIN (${birthsSql(store, generation.id)}) AS birth
WHERE birth.born > ${literal(snapshot)}`,
    signal,
  );
  const gone = await countRows(session, removed, signal);
  await execute(session, sql`DELETE FROM ${table}\nWHERE rowid IN (SELECT rid FROM ${removed})`, signal);
  const appended = generation.history ? await reviveRows(writing, dataset, snapshot) : 0;
  if (gone === 0 && appended === 0) return [];
  const effect = await settleRows(writing, dataset, {
    operation: 'restore',
    removed: gone,
    inPlace: sql`false`,
    replacedInPlace: 0,
    appended,
  });
  return [effect];
}

/** Appends the rows that were alive at a snapshot and are not any more; gives their number. */
async function reviveRows(writing: Writing, dataset: Dataset, snapshot: number): Promise<number> {
  const { session, store, signal } = writing;
  const { generation } = dataset;
  const { create } = await readDefinition(session, store, dataset.schema, dataset.name);
  const columns = insertableColumns(generation.columns, create);
  const values = joinSql(
    columns.map(({ id }) => numberedColumn(id)),
    ', ',
  );
  return execute(
    session,
    sql`INSERT INTO ${tableOf(writing, dataset)} (${columnNames(columns)})
SELECT ${values}
FROM ${historyTable(store, generation.id)}
WHERE born <= ${literal(snapshot)}
  AND died > ${literal(snapshot)}
ORDER BY rowid`,
    signal,
  );
}
