import { hiddenSchema, stagingPattern } from '../catalog/store/names.ts';
import { literal, relation, type Sql, sql } from '../core/sql.ts';
import type { QualifiedName } from '../dialect/distiller/syntax/statement.ts';
import { faultAt } from '../dialect/distiller/translate/context.ts';
import { spanOf } from './name-text.ts';
import type { Place } from './place.ts';

/** How a view of the engine's catalog names the database, the schema and the table of its rows. */
interface CatalogView {
  readonly database?: string;
  readonly schema: string;
  readonly table?: string;
}

const informationSchema: Readonly<Partial<Record<string, CatalogView>>> = {
  schemata: { database: 'catalog_name', schema: 'schema_name' },
  tables: { database: 'table_catalog', schema: 'table_schema', table: 'table_name' },
  columns: { database: 'table_catalog', schema: 'table_schema', table: 'table_name' },
  views: { database: 'table_catalog', schema: 'table_schema', table: 'table_name' },
};

const postgresCatalog: Readonly<Partial<Record<string, CatalogView>>> = {
  pg_tables: { schema: 'schemaname', table: 'tablename' },
  pg_views: { schema: 'schemaname', table: 'viewname' },
  pg_namespace: { schema: 'nspname' },
};

/** What the engine tells of itself, which nothing in the dialect asks for. */
const engineViews = /^(?:duckdb_|sqlite_|pragma_)/;

/**
 * A view of `information_schema` or `pg_catalog` with the project's own tables alone; `undefined` for any other name. What
 * the session holds for a while is in it too, what the product keeps for itself is not.
 */
export function catalogViewQuery(name: QualifiedName, place: Place): Sql | undefined {
  const { services } = place;
  const [view = '', schema = 'pg_catalog', ...more] = name.map(({ text }) => text.toLowerCase()).reverse();
  if (more.length > 0) return undefined;
  if (engineViews.test(view) && !services.workspace.datasets.some((one) => one.name.toLowerCase() === view))
    throw faultAt(
      place,
      spanOf(name),
      `There is no table “${view}”.`,
      'SHOW TABLES lists those there are.',
      'sql-name',
    );
  const known =
    schema === 'information_schema'
      ? informationSchema[view]
      : schema === 'pg_catalog'
        ? postgresCatalog[view]
        : undefined;
  if (known === undefined) return undefined;
  const own =
    known.database === undefined
      ? sql`TRUE`
      : sql`${relation([known.database])} IN (${literal(services.workspace.database)}, 'temp')`;
  const shown =
    known.table === undefined
      ? sql`TRUE`
      : sql`NOT starts_with(${relation([known.table])}, '~') AND NOT regexp_matches(${relation([known.table])}, ${literal(stagingPattern)})`;
  return sql`SELECT *
FROM ${relation([schema, view])}
WHERE ${own}
  AND ${relation([known.schema])} <> ${literal(hiddenSchema)}
  AND ${shown}`;
}
