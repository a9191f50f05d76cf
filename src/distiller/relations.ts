import { rowObjects } from '../engine/collect.ts';
import { text } from '../catalog/store/execute.ts';
import { hiddenSchema, metadata, stagingPattern } from '../catalog/store/names.ts';
import { literal, sql } from '../core/sql.ts';
import type { Place } from './place.ts';
import { runToEnd } from './run-sql.ts';

/** A table or view that the session can read by name. */
export interface Relation {
  readonly kind: 'table' | 'view';
  readonly schema: string;
  readonly name: string;
  readonly temporary: boolean;
  /** The engine's statement that makes it. */
  readonly definition: string;
}

/**
 * The project's tables and views with the session's temporary ones, by schema and name, as the session sees them now.
 * Former versions and what the product keeps for itself, whose names begin with `~`, are left out.
 */
export async function readRelations(place: Place): Promise<readonly Relation[]> {
  const { database } = place.services.workspace;
  const generations = metadata({ database }, 'generation');
  const { result } = await runToEnd(
    sql`SELECT 'table' AS kind, schema_name, table_name AS name, temporary, sql
FROM duckdb_tables()
WHERE NOT internal
  AND schema_name <> ${literal(hiddenSchema)}
  AND (
    (temporary AND NOT starts_with(table_name, '~'))
    OR (
      database_name = ${literal(database)}
      AND NOT regexp_matches(table_name, ${literal(stagingPattern)})
      AND table_name NOT IN (SELECT hidden_table FROM ${generations} WHERE hidden_table IS NOT NULL)
    )
  )
UNION ALL
SELECT 'view', schema_name, view_name, temporary, sql
FROM duckdb_views()
WHERE NOT internal
  AND (temporary OR database_name = ${literal(database)})
ORDER BY schema_name, name`,
    place,
  );
  return rowObjects(result.columns, result.batches).map((row) => ({
    kind: row.kind === 'view' ? 'view' : 'table',
    schema: text(row.schema_name),
    name: text(row.name),
    temporary: row.temporary === true,
    definition: text(row.sql),
  }));
}

/** The project's schemas, `main` first. */
export async function readSchemas(place: Place): Promise<readonly string[]> {
  const { result } = await runToEnd(
    sql`SELECT schema_name
FROM duckdb_schemas()
WHERE database_name = ${literal(place.services.workspace.database)}
  AND NOT internal
  AND schema_name <> ${literal(hiddenSchema)}
ORDER BY schema_name <> 'main', schema_name`,
    place,
  );
  const found = rowObjects(result.columns, result.batches).map((row) => text(row.schema_name));
  return found.includes('main') ? found : ['main', ...found];
}

/** A schema's database and its own name: `insight.model` is the schema `model` of `insight`. */
export function databaseOf(schema: string): { readonly database: string; readonly schema: string } {
  const dot = schema.indexOf('.');
  return dot < 0 ? { database: schema, schema: '' } : { database: schema.slice(0, dot), schema: schema.slice(dot + 1) };
}
