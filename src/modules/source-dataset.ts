import { StillhouseError } from '../core/error.ts';
import { relation, type RelationName, type Sql } from '../core/sql.ts';
import type { CatalogDataset, CatalogView } from './catalog-view.ts';
import { type ColumnPath, findColumnPath } from './column-paths.ts';

/** A dataset as a plan reads it. */
export interface SourceDataset {
  readonly label: string;
  /** Stands in a FROM clause: the dataset's name, or a query in parentheses where a filter narrows it. */
  readonly from: Sql;
  readonly columns: CatalogDataset['columns'];
  /** What an input names, with its SQL and type. Throws `input-invalid` where the dataset has no such column. */
  column(label: string): ColumnPath;
}

/** A filter over one dataset, as a query in parentheses; `undefined` leaves the dataset as it is. */
export type NarrowDataset = (dataset: CatalogDataset) => Sql | undefined;

/** Finds a dataset by its label, case ignored. */
export function findCatalogDataset(catalog: CatalogView, label: string): CatalogDataset | undefined {
  const folded = label.toLowerCase();
  return catalog.datasets.find((dataset) => dataset.label.toLowerCase() === folded);
}

/** A dataset ready to be read by a plan. Throws `input-invalid` where there is none of that name. */
export function sourceDataset(catalog: CatalogView, label: string, narrow?: NarrowDataset): SourceDataset {
  const dataset = findCatalogDataset(catalog, label);
  if (dataset === undefined) {
    throw new StillhouseError('input-invalid', `There is no table or view "${label}".`, {
      remedy: 'Choose one of the datasets of the project, or import one.',
    });
  }
  return {
    label: dataset.label,
    from: narrow?.(dataset) ?? relation(readerName(dataset)),
    columns: dataset.columns,
    column(wanted) {
      const path = findColumnPath(dataset.columns, wanted);
      if (path !== undefined) return path;
      throw new StillhouseError('input-invalid', `"${dataset.label}" has no column "${wanted}".`, {
        remedy: `It has: ${dataset.columns.map(({ name }) => name).join(', ')}.`,
      });
    },
  };
}

/** What is not written in full names its schema only where it must. */
function readerName({ relation: name }: CatalogDataset): RelationName {
  return name.length === 2 && name[0] === 'main' ? name.slice(1) : name;
}
