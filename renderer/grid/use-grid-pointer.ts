import { type MouseEvent, type PointerEvent, useRef } from 'react';
import type { CellSpot } from '../../src/results/viewport/cell-range.ts';

/** What the pointer can do in the body of a grid. */
export interface PointerActions {
  readonly spotAt: (clientX: number, clientY: number) => CellSpot | undefined;
  readonly select: (spot: CellSpot, extend: boolean) => void;
  readonly selectRow: (row: number, extend: boolean) => void;
  readonly inspect: (spot: CellSpot) => void;
  readonly openMenu: (spot: CellSpot, x: number, y: number) => void;
  /** The exact value, for a tooltip. */
  readonly describe: (spot: CellSpot) => string;
}

/** Handlers for the element that holds the rows: press, drag, double press, context menu, tooltips. */
export function useGridPointer(actions: PointerActions) {
  const dragging = useRef(false);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const spot = actions.spotAt(event.clientX, event.clientY);
      if (event.button !== 0) return;
      if (isRowNumber(event.target)) {
        const row = actions.spotAt(event.currentTarget.getBoundingClientRect().right - 1, event.clientY)?.row;
        if (row !== undefined) actions.selectRow(row, event.shiftKey);
        return;
      }
      if (spot === undefined) return;
      actions.select(spot, event.shiftKey);
      dragging.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!dragging.current) return;
      const spot = actions.spotAt(event.clientX, event.clientY);
      if (spot !== undefined) actions.select(spot, true);
    },
    onPointerUp() {
      dragging.current = false;
    },
    onDoubleClick(event: MouseEvent<HTMLElement>) {
      const spot = actions.spotAt(event.clientX, event.clientY);
      if (spot !== undefined && !isRowNumber(event.target)) actions.inspect(spot);
    },
    onContextMenu(event: MouseEvent<HTMLElement>) {
      const spot = actions.spotAt(event.clientX, event.clientY);
      if (spot === undefined) return;
      event.preventDefault();
      actions.openMenu(spot, event.clientX, event.clientY);
    },
    onMouseOver(event: MouseEvent<HTMLElement>) {
      const { target } = event;
      if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'gridcell') return;
      const spot = actions.spotAt(event.clientX, event.clientY);
      if (spot !== undefined) target.title = actions.describe(spot);
    },
  };
}

function isRowNumber(target: EventTarget): boolean {
  return target instanceof Element && target.getAttribute('role') === 'rowheader';
}
