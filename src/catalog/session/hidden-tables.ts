import { literal, rawSql, type Sql, sql } from '../../core/sql.ts';
import { createCursor } from '../../dialect/token-cursor.ts';
import { hiddenSchema, metadata, stagingPattern, type Store } from '../store/names.ts';

/** `SHOW TABLES` and its relatives without the tables that hold former versions; `undefined` for any other statement. */
export function showTablesSql(store: Store, statement: string): Sql | undefined {
  const cursor = createCursor(statement);
  if (cursor.accept('SHOW') === undefined) return undefined;
  const all = cursor.accept('ALL') !== undefined;
  if (cursor.accept('TABLES') === undefined || (!cursor.ended && cursor.peek() !== 'FROM')) return undefined;
  const schemas = all ? sql`\n  AND "schema" <> ${literal(hiddenSchema)}` : sql``;
  return sql`SELECT *
FROM (${rawSql(statement)}
)
WHERE name NOT IN (
    SELECT hidden_table
    FROM ${metadata(store, 'generation')}
    WHERE hidden_table IS NOT NULL
  )
  AND NOT regexp_matches(name, ${literal(stagingPattern)})${schemas}`;
}
