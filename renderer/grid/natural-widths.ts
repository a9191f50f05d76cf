import type { ColumnInfo } from '../../src/engine/types.ts';
import { cutTextAt } from '../../src/results/cell-text.ts';
import type { RowSource } from '../../src/results/row-source.ts';
import { clampWidth } from '../../src/results/viewport/column-layout.ts';
import { headerWidth, typicalWidth, widthForCharacters } from './grid-look.ts';

/** Columns and rows looked at before the first drawing, and the most characters a column is given unasked. */
const sampledColumns = 60;
const sampledRows = 40;
const freeCharacters = 40;

/** Widths in pixels that suit the first rows of the first columns; the others follow their types. */
export function naturalWidths(source: RowSource, hasRows: boolean): (column: number) => number {
  const rows = hasRows ? Math.min(sampledRows, source.state().rowCount) : 0;
  const widths = source.columns.map((info, column) =>
    rows === 0 || column >= sampledColumns
      ? typicalWidth(info)
      : fittingWidth(source, info, column, 0, rows, freeCharacters),
  );
  return (column) => widths[column] ?? 100;
}

/** The width at which the cells of some rows are wholly seen, with at most `characters` of them. */
export function fittingWidth(
  source: RowSource,
  info: ColumnInfo,
  column: number,
  startRow: number,
  endRow: number,
  characters: number,
): number {
  let longest = 4;
  for (let row = startRow; row < endRow; row++) {
    const place = source.cell(row, column);
    const shown = place === undefined ? undefined : cutTextAt(place.column, place.row, characters);
    if (shown === undefined) continue;
    const separators =
      info.type.kind === 'integer' || info.type.kind === 'decimal' ? Math.floor(shown.text.length / 3) : 0;
    longest = Math.max(longest, shown.text.length + separators);
  }
  return clampWidth(Math.max(headerWidth(info), widthForCharacters(Math.min(longest, characters))));
}
