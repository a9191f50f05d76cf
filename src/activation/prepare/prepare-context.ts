import { relation } from '../../core/sql.ts';
import type { CatalogView } from '../../modules/catalog-view.ts';
import { type NarrowDataset, sourceDataset } from '../../modules/source-dataset.ts';
import type { PrepareContext } from './gate.ts';

/** The world of a send. `narrow` stands a query in for a dataset, such as its rows as of a snapshot. */
export function prepareContext(
  world: Omit<PrepareContext, 'dataset'> & { readonly catalog: CatalogView; readonly narrow?: NarrowDataset },
): PrepareContext {
  const { catalog, narrow, ...rest } = world;
  return {
    ...rest,
    // Names carry their schema, so that none can mean one of the statement's own queries.
    dataset: (label) => sourceDataset(catalog, label, (dataset) => narrow?.(dataset) ?? relation(dataset.relation)),
  };
}
