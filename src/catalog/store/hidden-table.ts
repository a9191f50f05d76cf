import { literal, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import { queryRows } from './execute.ts';
import { hiddenSchema } from './names.ts';

/** Whether a table beside the catalog's own was made yet: in the database named, or in the session's current one. */
export async function hasHiddenTable(session: Session, name: string, database?: string): Promise<boolean> {
  const found = await queryRows(
    session,
    sql`SELECT table_name
FROM duckdb_tables()
WHERE database_name = ${database === undefined ? sql`current_database()` : literal(database)}
  AND schema_name = ${literal(hiddenSchema)}
  AND table_name = ${literal(name)}`,
  );
  return found.length > 0;
}
