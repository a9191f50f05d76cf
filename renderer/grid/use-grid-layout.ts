import { useMemo } from 'react';
import type { RowSource } from '../../src/results/row-source.ts';
import { type ColumnChoice, type ColumnLayout, layOutColumns } from '../../src/results/viewport/column-layout.ts';
import { rowNumberWidth } from './grid-look.ts';
import { naturalWidths } from './natural-widths.ts';
import { useSourceState } from './use-source-state.ts';

/** Sizes of a grid's parts, in pixels. */
export interface GridLayout {
  readonly layout: ColumnLayout;
  readonly numberWidth: number;
  readonly headerHeight: number;
}

const nameHeight = 31;
const profileHeight = 36;

/** Lays the columns out anew when they, the user's choice or the width of row numbers change. */
export function useGridLayout(
  source: RowSource,
  choice: ColumnChoice,
  rowCount: number,
  hasProfiles: boolean,
): GridLayout {
  const hasRows = useSourceState(source).rowCount > 0;
  const naturalWidth = useMemo(() => naturalWidths(source, hasRows), [source, hasRows]);
  const numberWidth = rowNumberWidth(rowCount);
  const layout = useMemo(
    () => layOutColumns(source.columns.length, choice, naturalWidth, numberWidth),
    [source, choice, naturalWidth, numberWidth],
  );
  return { layout, numberWidth, headerHeight: nameHeight + (hasProfiles ? profileHeight : 0) };
}
