import type { Cell, Position } from '../data.ts';
import { positionIndices, positionKey, type AxisReading } from './positions.ts';

/** Rows of a result as lines over places. */
export interface Grid {
  readonly along: readonly Position[];
  readonly down: readonly Position[];
  readonly x: AxisReading;
  readonly lines: AxisReading;
  readonly cell: (row: number) => Cell | undefined;
  /** What stands where no row belongs. */
  readonly empty: (x: Position) => Cell | undefined;
}

/** Arranges the cells as `[line][place]`; rows whose position is in neither list are left out. */
export function arrangedCells({ along, down, x, lines, cell, empty }: Grid): (Cell | undefined)[][] {
  const places = positionIndices(along);
  const lineNumbers = positionIndices(down);
  const grid = down.map(() => along.map(empty));
  x.positions.forEach((position, row) => {
    const place = places.get(positionKey(position));
    const line = grid[lineNumbers.get(positionKey(lines.positions[row] ?? { kind: 'all' })) ?? -1];
    if (line !== undefined && place !== undefined) line[place] = cell(row);
  });
  return grid;
}
