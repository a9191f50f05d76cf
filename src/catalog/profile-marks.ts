import { identifier, literal, relation, sql } from '../core/sql.ts';
import type { Session } from '../engine/engine.ts';
import { queryRows, text } from './store/execute.ts';
import { hasHiddenTable } from './store/hidden-table.ts';
import { hiddenSchema } from './store/names.ts';

/** Says that each row of a dataset is a person's profile, and by what the person is known. */
export interface ProfileMark {
  /** The column of the primary identity. */
  readonly identity: string;
  /** What kind of identity that is, such as `Email` or `CRMID`. */
  readonly namespace: string;
}

const table = relation([hiddenSchema, 'profile_dataset']);

/** Marks a dataset of schema `main`, in the transaction that is open. A mark it has is replaced. */
export async function markProfile(session: Session, dataset: string, mark: ProfileMark): Promise<void> {
  const statements = [
    sql`CREATE TABLE IF NOT EXISTS ${table} (
  dataset VARCHAR,
  ${identifier('identity')} VARCHAR,
  namespace VARCHAR
)`,
    sql`DELETE FROM ${table}
WHERE lower(dataset) = lower(${literal(dataset)})`,
    sql`INSERT INTO ${table}
VALUES (${literal(dataset)}, ${literal(mark.identity)}, ${literal(mark.namespace)})`,
  ];
  for (const statement of statements) await session.exec(statement.text);
}

/** Takes a dataset's mark off, in the transaction that is open. */
export async function unmarkProfile(session: Session, dataset: string): Promise<void> {
  if (!(await hasHiddenTable(session, 'profile_dataset'))) return;
  await session.exec(
    sql`DELETE FROM ${table}
WHERE lower(dataset) = lower(${literal(dataset)})`.text,
  );
}

/** The marks of the open project's datasets that are still there and still have the column, by dataset. */
export async function readProfileMarks(session: Session): Promise<ReadonlyMap<string, ProfileMark>> {
  if (!(await hasHiddenTable(session, 'profile_dataset'))) return new Map();
  const found = await queryRows(
    session,
    sql`SELECT mark.dataset, mark.identity, mark.namespace
FROM ${table} AS mark
JOIN duckdb_columns() AS c
  ON c.database_name = current_database()
  AND c.schema_name = 'main'
  AND lower(c.table_name) = lower(mark.dataset)
  AND lower(c.column_name) = lower(mark.identity)
ORDER BY mark.dataset`,
  );
  return new Map(
    found.map((row) => [text(row.dataset), { identity: text(row.identity), namespace: text(row.namespace) }]),
  );
}
