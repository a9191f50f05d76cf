import { StillhouseError } from '../../core/error.ts';
import { nameText } from '../../dialect/keywords.ts';
import type { CatalogColumn } from '../catalog-view.ts';
import type { SourceDataset } from '../source-dataset.ts';

/** A column that can be replaced as a whole. Throws `input-invalid` for one within a nested column. */
export function topLevelColumn(source: SourceDataset, label: string): CatalogColumn {
  const path = source.column(label);
  const found = source.columns.find((one) => nameText(one.name) === path.label);
  if (found !== undefined) return found;
  throw new StillhouseError('input-invalid', `“${path.label}” lies within a nested column.`, {
    remedy: 'Flatten the dataset first, then choose the flat column.',
  });
}

/** Refuses datasets that have columns of the names that steps need. Throws `input-invalid`. */
export function refuseNames(source: SourceDataset, names: readonly string[]): void {
  const clash = source.columns.find(({ name }) => names.includes(name.toLowerCase()));
  if (clash === undefined) return;
  throw new StillhouseError('input-invalid', `The steps use the name “${clash.name}” themselves.`, {
    remedy: `Rename the column “${clash.name}” of “${source.label}”.`,
  });
}
