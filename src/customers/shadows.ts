import { identifier, relation, type Sql, sql } from '../core/sql.ts';
import type { CatalogView } from '../modules/catalog-view.ts';
import { type CustomerFilter, narrowedRows } from './customer-filter.ts';

/** What makes a session's plain table names mean the filtered rows: temporary views of the same names, by name. */
export function shadowViews(database: string, catalog: CatalogView, filter: CustomerFilter): ReadonlyMap<string, Sql> {
  const shadows = new Map<string, Sql>();
  for (const dataset of catalog.datasets) {
    const [schema, name = ''] = dataset.relation;
    if (schema !== 'main') continue;
    const rows = narrowedRows(filter, dataset, catalog, (one) => relation([database, ...one.relation]));
    if (rows === undefined) continue;
    shadows.set(name, sql`CREATE OR REPLACE TEMP VIEW ${identifier(name)} AS\n${rows}`);
  }
  return shadows;
}

/** Gives a name back to its table. */
export function dropShadow(name: string): Sql {
  return sql`DROP VIEW IF EXISTS ${relation(['temp', 'main', name])}`;
}
