import { literal, sql } from '../core/sql.ts';
import type { Session } from '../engine/engine.ts';
import { type CatalogState, foldName } from './model.ts';
import { queryRows, text } from './store/execute.ts';
import { hiddenSchema, type Store } from './store/names.ts';

/** A table or view as the user sees it. */
export interface DatasetInfo {
  readonly kind: 'table' | 'view';
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The rest is known of tables only. */
  readonly id?: number;
  readonly rowCount?: number;
  readonly snapshot?: number;
  readonly writtenAt?: Date;
}

/** The project's views with the columns they had when they were made. */
export async function readViews(session: Session, store: Store): Promise<readonly DatasetInfo[]> {
  const found = await queryRows(
    session,
    sql`SELECT v.schema_name, v.view_name, c.column_name, c.data_type
FROM duckdb_views() AS v
LEFT JOIN duckdb_columns() AS c
  ON c.database_name = v.database_name AND c.schema_name = v.schema_name AND c.table_name = v.view_name
WHERE v.database_name = ${literal(store.database)}
  AND v.schema_name <> ${literal(hiddenSchema)}
  AND NOT v.internal
  AND NOT v.temporary
ORDER BY v.schema_name, v.view_name, c.column_index`,
  );
  const views = new Map<string, DatasetInfo & { readonly columns: { name: string; type: string }[] }>();
  for (const row of found) {
    const [schema, name] = [text(row.schema_name), text(row.view_name)];
    const key = `${schema}\0${name}`;
    const view = views.get(key) ?? { kind: 'view', schema, name, columns: [] };
    views.set(key, view);
    if (row.column_name !== null) view.columns.push({ name: text(row.column_name), type: text(row.data_type) });
  }
  return [...views.values()];
}

/** Tables and views together, by schema and name. */
export function shownDatasets(state: CatalogState, views: readonly DatasetInfo[]): readonly DatasetInfo[] {
  const tables = [...state.datasets.values()].map(
    ({ id, schema, name, generation, rowCount, snapshot, writtenAt }): DatasetInfo => ({
      kind: 'table',
      schema,
      name,
      columns: generation.columns.map((column) => ({ name: column.name, type: column.type })),
      id,
      rowCount,
      snapshot,
      writtenAt,
    }),
  );
  const order = ({ schema, name }: DatasetInfo) => `${foldName(schema)}\0${foldName(name)}`;
  return [...tables, ...views].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
