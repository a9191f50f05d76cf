import { type RefObject, useState } from 'react';
import type { CellSelection } from '../../src/export/selection-text.ts';
import { type CellRange, type CellSpot, rangeAt, rangeEdges } from '../../src/results/viewport/cell-range.ts';
import type { ColumnLayout } from '../../src/results/viewport/column-layout.ts';
import type { GridController } from './grid-controller.ts';

/** The selection of a grid and the ways to change it. */
export interface GridSelection {
  readonly move: (range: CellRange) => void;
  readonly select: (spot: CellSpot, extend: boolean) => void;
  readonly selectRow: (row: number, extend: boolean) => void;
  readonly selectAll: () => void;
  readonly contains: (spot: CellSpot) => boolean;
  /** The selected cells; the first one where nothing was selected. */
  readonly cells: () => CellSelection | undefined;
}

/** Holds the selected range. Places stand for the same columns only as long as the layout does. */
export function useSelectedRange() {
  return useState<CellRange>();
}

/** Ways to change a selected range; the active cell is kept in view. */
export function useGridSelection(
  [range, setRange]: ReturnType<typeof useSelectedRange>,
  layout: ColumnLayout,
  rowCount: number,
  controller: RefObject<GridController | null>,
  onActive: (spot: CellSpot) => void,
): GridSelection {
  const lastPlace = layout.shown.length - 1;
  const move = (next: CellRange) => {
    setRange(next);
    controller.current?.reveal(next.focus);
    onActive(next.focus);
  };
  return {
    move,
    select(spot, extend) {
      const anchor = extend ? range?.anchor : undefined;
      move(anchor === undefined ? rangeAt(spot.row, spot.place) : { anchor, focus: spot });
    },
    selectRow(row, extend) {
      const anchorRow = extend ? (range?.anchor.row ?? row) : row;
      move({ anchor: { row: anchorRow, place: lastPlace }, focus: { row, place: 0 } });
    },
    selectAll() {
      if (rowCount === 0) return;
      setRange({ anchor: { row: rowCount - 1, place: lastPlace }, focus: { row: 0, place: 0 } });
    },
    contains({ row, place }) {
      if (range === undefined) return false;
      const { startRow, endRow, startPlace, endPlace } = rangeEdges(range);
      return row >= startRow && row < endRow && place >= startPlace && place < endPlace;
    },
    cells() {
      if (rowCount === 0 || lastPlace < 0) return undefined;
      const { startRow, endRow, startPlace, endPlace } = rangeEdges(range ?? rangeAt(0, 0));
      return { startRow, endRow: Math.min(endRow, rowCount), columns: layout.shown.slice(startPlace, endPlace) };
    },
  };
}
