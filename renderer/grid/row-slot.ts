import { type CellContent, type CellSlot, createCellSlot } from './cell-slot.ts';

/** One row element, used again for row after row. */
export interface RowSlot {
  readonly element: HTMLElement;
  /** The row shown; −1 for none. */
  readonly row: number;
  /** Which painting it shows: a row painted for an older one has to be painted again. */
  readonly version: number;
  /** Moves the row to its place and shows its number; `cells` are painted after. */
  begin(row: number, top: number, version: number, number: CellContent): void;
  cell(position: number): CellSlot;
  /** Keeps the row number and the first `pinned` cells in view while the row is scrolled by `left`. */
  shift(pinned: number, left: number): void;
  /** Takes away the cells behind the last one painted. */
  end(count: number): void;
  hide(): void;
}

export function createRowSlot(className: string): RowSlot {
  const element = document.createElement('div');
  element.setAttribute('role', 'row');
  element.className = className;
  element.hidden = true;
  const number = createCellSlot('rowheader');
  element.append(number.element);
  const cells: CellSlot[] = [];
  let attached = 0;
  let row = -1;
  let version = -1;
  return {
    element,
    get row() {
      return row;
    },
    get version() {
      return version;
    },
    begin(nextRow, top, nextVersion, content) {
      if (row < 0) element.hidden = false;
      if (nextRow !== row) element.ariaRowIndex = String(nextRow + 2);
      element.style.transform = `translateY(${top}px)`;
      number.show(content);
      row = nextRow;
      version = nextVersion;
    },
    cell(position) {
      const slot = (cells[position] ??= createCellSlot('gridcell'));
      if (position >= attached) {
        element.append(slot.element);
        attached = position + 1;
      }
      return slot;
    },
    shift(pinned, left) {
      number.shift(left);
      for (let position = 0; position < attached; position++) cells[position]?.shift(position < pinned ? left : 0);
    },
    end(count) {
      for (; attached > count; attached--) cells[attached - 1]?.element.remove();
    },
    hide() {
      if (row < 0) return;
      element.hidden = true;
      row = -1;
    },
  };
}
