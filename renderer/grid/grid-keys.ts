import type { KeyboardEvent } from 'react';
import {
  type CellRange,
  type CellSpot,
  type GridSize,
  headerRow,
  movedRange,
  rangeAt,
} from '../../src/results/viewport/cell-range.ts';

/** What the keyboard can do in a grid. */
export interface KeyActions {
  readonly size: GridSize;
  readonly range: CellRange | undefined;
  readonly move: (range: CellRange) => void;
  readonly selectAll: () => void;
  readonly copy: () => void;
  readonly inspect: (spot: CellSpot) => void;
  readonly sort: (place: number, keepOthers: boolean) => void;
  readonly openMenu: (spot: CellSpot) => void;
  /** Changes the width of a column by some pixels. */
  readonly resizeBy: (place: number, pixels: number) => void;
}

const resizeStep = 16;

/** Does what a key asks for; keys it has no use for are left to others. */
export function handleGridKey(event: KeyboardEvent, actions: KeyActions): void {
  const action = actionFor(event, actions);
  if (action === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}

function actionFor(event: KeyboardEvent, actions: KeyActions): (() => void) | undefined {
  const { key, shiftKey, altKey } = event;
  const toEnd = event.ctrlKey || event.metaKey;
  const range = actions.range ?? rangeAt(0, 0);
  const { focus } = range;
  const isHeader = focus.row === headerRow;
  const isMenuKey = key === 'ContextMenu' || (key === 'F10' && shiftKey) || (key === 'ArrowDown' && altKey);
  if (isMenuKey) return () => actions.openMenu(focus);
  if (altKey && isHeader && key === 'ArrowLeft') return () => actions.resizeBy(focus.place, -resizeStep);
  if (altKey && isHeader && key === 'ArrowRight') return () => actions.resizeBy(focus.place, resizeStep);
  if (altKey) return undefined;
  if (toEnd && key.toLowerCase() === 'a') return actions.selectAll;
  if (toEnd && key.toLowerCase() === 'c' && !shiftKey) return actions.copy;
  if (key === 'Enter' && !toEnd) {
    return isHeader ? () => actions.sort(focus.place, shiftKey) : () => actions.inspect(focus);
  }
  const moved = movedRange(range, { key, extend: shiftKey, toEnd }, actions.size);
  return moved === undefined ? undefined : () => actions.move(moved);
}
