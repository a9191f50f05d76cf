import { type CustomerFilter, filterWords, narrowedRows } from '../../src/customers/customer-filter.ts';
import { sql } from '../../src/core/sql.ts';
import type { CatalogView } from '../../src/modules/catalog-view.ts';
import type { Narrowed } from '../../src/runner/run-module.ts';

/** The customer filter as plans and runs want it; nothing where there is none. */
export function narrowing(catalog: CatalogView, filter: CustomerFilter | undefined): Narrowed | undefined {
  if (filter === undefined) return undefined;
  return {
    to: filterWords(filter),
    narrow: (dataset) => {
      const rows = narrowedRows(filter, dataset, catalog);
      return rows && sql`(\n${rows}\n)`;
    },
  };
}
