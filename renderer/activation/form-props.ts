import type { SendSettings } from '../../src/activation/prepare/send-settings.ts';
import { type ColumnPath, columnPaths } from '../../src/modules/column-paths.ts';
import type { CatalogView } from '../../src/modules/catalog-view.ts';
import { findCatalogDataset } from '../../src/modules/source-dataset.ts';

/** What each part of the form of a send gets. */
export interface SendFormProps {
  readonly settings: SendSettings;
  readonly catalog: CatalogView;
  /** What is wrong, by path such as `fields.0.header`. */
  readonly issues: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<SendSettings>) => void;
}

/** The columns of a dataset and the paths into them; none where there is no such dataset. */
export function pathsOf(catalog: CatalogView, dataset: string): readonly ColumnPath[] {
  const found = findCatalogDataset(catalog, dataset);
  return found === undefined ? [] : columnPaths(found.columns);
}
