import { type CustomerFilter, narrowedRows } from '../../src/customers/customer-filter.ts';
import { sql } from '../../src/core/sql.ts';
import type { CatalogView } from '../../src/modules/catalog-view.ts';
import type { NarrowDataset } from '../../src/modules/source-dataset.ts';

/** The customer filter as plans want it; nothing where there is none. */
export function narrowing(
  catalog: CatalogView,
  filter: CustomerFilter | undefined,
): { readonly narrow?: NarrowDataset } {
  if (filter === undefined) return {};
  return {
    narrow: (dataset) => {
      const rows = narrowedRows(filter, dataset, catalog);
      return rows && sql`(\n${rows}\n)`;
    },
  };
}
