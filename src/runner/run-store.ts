import { queryRows, text } from '../catalog/store/execute.ts';
import { hasHiddenTable } from '../catalog/store/hidden-table.ts';
import { hiddenSchema } from '../catalog/store/names.ts';
import { literal, relation, type RelationName, sql } from '../core/sql.ts';
import type { Session } from '../engine/engine.ts';
import { parseRunRecord, type RunRecord } from './run-record.ts';

/** Runs of one module that are kept; older ones are forgotten. */
const keptRuns = 50;

function runTable(): RelationName {
  return [hiddenSchema, 'module_run'];
}

/** Keeps a run with the project, in the transaction that is open. */
export async function keepRun(session: Session, record: RunRecord): Promise<void> {
  const table = relation(runTable());
  await session.exec(
    sql`CREATE TABLE IF NOT EXISTS ${table} (
  run_id VARCHAR,
  module VARCHAR,
  finished_at TIMESTAMP,
  record VARCHAR
)`.text,
  );
  await session.exec(
    sql`INSERT INTO ${table}
VALUES (
  ${literal(record.id)},
  ${literal(record.module)},
  CAST(${literal(record.finishedAt)} AS TIMESTAMP),
  ${literal(JSON.stringify(record))}
)`.text,
  );
  await session.exec(
    sql`DELETE FROM ${table}
WHERE module = ${literal(record.module)}
  AND run_id NOT IN (
    SELECT run_id
    FROM ${table}
    WHERE module = ${literal(record.module)}
    ORDER BY finished_at DESC, run_id
    LIMIT ${literal(keptRuns)}
  )`.text,
  );
}

/** The runs kept with the open project, the latest first; of one module where it is named. */
export async function readRuns(session: Session, module?: string): Promise<readonly RunRecord[]> {
  if (!(await hasHiddenTable(session, 'module_run'))) return [];
  const filter = module === undefined ? sql`true` : sql`module = ${literal(module)}`;
  const found = await queryRows(
    session,
    sql`SELECT record
FROM ${relation(runTable())}
WHERE ${filter}
ORDER BY finished_at DESC, run_id`,
  );
  return found.map((row) => parseRunRecord(text(row.record)));
}

/** The latest run that made a dataset of schema `main`, where a module did. */
export async function readMaker(session: Session, dataset: string): Promise<RunRecord | undefined> {
  const runs = await readRuns(session);
  return runs.find(({ outputs }) => outputs.some(({ name }) => name.toLowerCase() === dataset.toLowerCase()));
}
