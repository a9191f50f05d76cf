import type { ColumnInfo } from '../../src/engine/types.ts';
import type { CellPlace, RowSource } from '../../src/results/row-source.ts';

/** One cell of a result that somebody wants to see whole; its value stays readable when the result is closed. */
export interface OpenCell {
  readonly place: CellPlace;
  readonly column: ColumnInfo;
  /** Row in the result as shown, from 0. */
  readonly row: number;
}

/** A cell of a source, `undefined` while it is not loaded. */
export function openCellAt(source: RowSource, row: number, column: number): OpenCell | undefined {
  const place = row < 0 ? undefined : source.cell(row, column);
  const info = source.columns[column];
  return place === undefined || info === undefined ? undefined : { place, column: info, row };
}
