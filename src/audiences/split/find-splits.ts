import type { CatalogDataset } from '../../modules/catalog-view.ts';
import { groupColumn } from './split-sql.ts';

/** A dataset that holds the people of another one with their groups. */
export interface FoundSplit {
  readonly dataset: string;
  /** Its column of the group. */
  readonly column: string;
}

/** The splits that were made of a dataset: they have its columns, and behind them the group. */
export function splitsOf(people: CatalogDataset, datasets: readonly CatalogDataset[]): readonly FoundSplit[] {
  const names = people.columns.map(({ name }) => name);
  const column = groupColumn({ dataset: people.label, identity: '', columns: names });
  const wanted = JSON.stringify([...names, column]);
  return datasets.flatMap(({ label, columns }) =>
    JSON.stringify(columns.map(({ name }) => name)) === wanted ? [{ dataset: label, column }] : [],
  );
}
