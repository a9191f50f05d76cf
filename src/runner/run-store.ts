import { queryRows, text } from '../catalog/store/execute.ts';
import { hasHiddenTable } from '../catalog/store/hidden-table.ts';
import { hiddenSchema } from '../catalog/store/names.ts';
import { literal, relation, type Sql, sql } from '../core/sql.ts';
import type { Session } from '../engine/engine.ts';
import { parseRunRecord, type RunRecord } from './run-record.ts';

/** Runs of one module that are kept; older ones are forgotten, unless a dataset is theirs. */
const keptRuns = 50;

const runTable = relation([hiddenSchema, 'module_run']);
/** Which run made a dataset last. */
const makerTable = relation([hiddenSchema, 'module_output']);

/** Keeps a run with the project, in the transaction that is open. */
export async function keepRun(session: Session, record: RunRecord): Promise<void> {
  const made = record.outputs.flatMap(({ name }): readonly Sql[] => [
    sql`DELETE FROM ${makerTable}
WHERE lower(dataset) = lower(${literal(name)})`,
    sql`INSERT INTO ${makerTable}
VALUES (${literal(name)}, ${literal(record.id)})`,
  ]);
  for (const statement of [...tables, insertion(record), ...made, forgetting(record.module)]) {
    await session.exec(statement.text);
  }
}

const tables: readonly Sql[] = [
  sql`CREATE TABLE IF NOT EXISTS ${runTable} (
  run_id VARCHAR,
  module VARCHAR,
  finished_at TIMESTAMP,
  record VARCHAR
)`,
  sql`CREATE TABLE IF NOT EXISTS ${makerTable} (
  dataset VARCHAR,
  run_id VARCHAR
)`,
];

function insertion(record: RunRecord): Sql {
  return sql`INSERT INTO ${runTable}
VALUES (
  ${literal(record.id)},
  ${literal(record.module)},
  CAST(${literal(record.finishedAt)} AS TIMESTAMP),
  ${literal(JSON.stringify(record))}
)`;
}

function forgetting(module: string): Sql {
  return sql`DELETE FROM ${runTable}
WHERE module = ${literal(module)}
  AND run_id NOT IN (FROM ${makerTable} SELECT run_id)
  AND run_id NOT IN (
    SELECT run_id
    FROM ${runTable}
    WHERE module = ${literal(module)}
    ORDER BY finished_at DESC, run_id
    LIMIT ${literal(keptRuns)}
  )`;
}

/** The runs of a module that are kept with the open project, the latest first. */
export async function readRuns(session: Session, module: string): Promise<readonly RunRecord[]> {
  if (!(await hasHiddenTable(session, 'module_run'))) return [];
  const found = await queryRows(
    session,
    sql`SELECT record
FROM ${runTable}
WHERE module = ${literal(module)}
ORDER BY finished_at DESC, run_id`,
  );
  return found.map((row) => parseRunRecord(text(row.record)));
}

/** The latest run that made a dataset of schema `main`, where a module did. */
export async function readMaker(session: Session, dataset: string): Promise<RunRecord | undefined> {
  if (!(await hasHiddenTable(session, 'module_output'))) return undefined;
  const [found] = await queryRows(
    session,
    sql`SELECT record
FROM ${runTable}
JOIN ${makerTable} USING (run_id)
WHERE lower(dataset) = lower(${literal(dataset)})`,
  );
  return found && parseRunRecord(text(found.record));
}
