import { queryRows, text } from '../catalog/store/execute.ts';
import { hasHiddenTable } from '../catalog/store/hidden-table.ts';
import { hiddenSchema } from '../catalog/store/names.ts';
import { literal, relation, type Sql, sql } from '../core/sql.ts';
import type { Session } from '../engine/engine.ts';
import { type Audience, parseAudience } from './audience.ts';

const table = relation([hiddenSchema, 'audience']);

const tableThere = sql`CREATE TABLE IF NOT EXISTS ${table} (
  name VARCHAR,
  identity_column VARCHAR,
  definition VARCHAR
)`;

const removal = (name: string): Sql => sql`DELETE FROM ${table}
WHERE lower(name) = lower(${literal(name)})`;

/** Keeps an audience with the project, in the transaction that is open; one of its name is replaced. */
export async function keepAudience(session: Session, audience: Audience): Promise<void> {
  const insertion = sql`INSERT INTO ${table}
VALUES (${literal(audience.name)}, ${literal(audience.identity)}, ${literal(JSON.stringify(audience))})`;
  for (const statement of [tableThere, removal(audience.name), insertion]) await session.exec(statement.text);
}

/** Forgets an audience's definition, in the transaction that is open; its dataset stays. */
export async function forgetAudience(session: Session, name: string): Promise<void> {
  for (const statement of [tableThere, removal(name)]) await session.exec(statement.text);
}

/** The audiences of the open project whose members are still there, by name. */
export async function readAudiences(session: Session): Promise<readonly Audience[]> {
  if (!(await hasHiddenTable(session, 'audience'))) return [];
  const found = await queryRows(
    session,
    sql`SELECT audience.definition
FROM ${table} AS audience
JOIN duckdb_columns() AS c
  ON c.database_name = current_database()
  AND c.schema_name = 'main'
  AND lower(c.table_name) = lower(audience.name)
  AND lower(c.column_name) = lower(audience.identity_column)
ORDER BY lower(audience.name)`,
  );
  return found.map((row) => parseAudience(text(row.definition)));
}
