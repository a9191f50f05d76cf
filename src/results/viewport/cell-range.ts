/** One cell: row −1 is the header, a place counts the columns shown from the left. */
export interface CellSpot {
  readonly row: number;
  readonly place: number;
}

/** The cells from where a selection began to where it is now; `focus` is the active cell. */
export interface CellRange {
  readonly anchor: CellSpot;
  readonly focus: CellSpot;
}

/** A selection's edges, ends excluded. */
export interface RangeEdges {
  readonly startRow: number;
  readonly endRow: number;
  readonly startPlace: number;
  readonly endPlace: number;
}

/** The header row. */
export const headerRow = -1;

/** One selected cell. */
export function rangeAt(row: number, place: number): CellRange {
  return { anchor: { row, place }, focus: { row, place } };
}

/** The rectangle of cells that a range covers; header rows are left out. */
export function rangeEdges({ anchor, focus }: CellRange): RangeEdges {
  return {
    startRow: Math.max(0, Math.min(anchor.row, focus.row)),
    endRow: Math.max(anchor.row, focus.row) + 1,
    startPlace: Math.min(anchor.place, focus.place),
    endPlace: Math.max(anchor.place, focus.place) + 1,
  };
}

/** A key that moves the active cell; `toEnd` is Ctrl or Command. */
export interface Move {
  readonly key: string;
  readonly extend: boolean;
  readonly toEnd: boolean;
}

export interface GridSize {
  readonly rows: number;
  readonly places: number;
  /** Rows that a page key moves by. */
  readonly pageRows: number;
}

/** The range after a key; `undefined` for keys that do not move. Extending never takes in the header. */
export function movedRange(range: CellRange, { key, extend, toEnd }: Move, size: GridSize): CellRange | undefined {
  const spot = movedSpot(range.focus, key, toEnd, size);
  if (spot === undefined) return undefined;
  const top = extend ? 0 : headerRow;
  const focus = {
    row: Math.min(Math.max(top, spot.row), Math.max(size.rows - 1, top)),
    place: Math.min(Math.max(0, spot.place), Math.max(0, size.places - 1)),
  };
  if (!extend) return { anchor: focus, focus };
  return { anchor: { row: Math.max(0, range.anchor.row), place: range.anchor.place }, focus };
}

function movedSpot({ row, place }: CellSpot, key: string, toEnd: boolean, size: GridSize): CellSpot | undefined {
  const lastRow = size.rows - 1;
  const lastPlace = size.places - 1;
  switch (key) {
    case 'ArrowUp':
      return { row: toEnd ? Math.min(0, row) : row - 1, place };
    case 'ArrowDown':
      return { row: toEnd ? lastRow : row + 1, place };
    case 'ArrowLeft':
      return { row, place: toEnd ? 0 : place - 1 };
    case 'ArrowRight':
      return { row, place: toEnd ? lastPlace : place + 1 };
    case 'PageUp':
      return { row: row < 0 ? row : Math.max(0, row - size.pageRows), place };
    case 'PageDown':
      return { row: row + size.pageRows, place };
    case 'Home':
      return toEnd ? { row: 0, place: 0 } : { row, place: 0 };
    case 'End':
      return toEnd ? { row: lastRow, place: lastPlace } : { row, place: lastPlace };
    default:
      return undefined;
  }
}
