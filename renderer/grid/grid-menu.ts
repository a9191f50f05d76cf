import { isNested } from '../../src/engine/types.ts';
import { cutTextAt } from '../../src/results/cell-text.ts';
import type { GridMenuRequest } from './DataGrid.tsx';
import type { OpenCell } from './open-cell.ts';

/** The menu or editor that is open over a grid. */
export interface OpenMenu extends GridMenuRequest {
  readonly kind: 'column' | 'cell' | 'filter';
}

/** Longest text, in characters, that is offered as a filter. */
const filterable = 1000;

/** The menu for what was asked. */
export function menuFor(request: GridMenuRequest): OpenMenu {
  return { ...request, kind: request.row < 0 ? 'column' : 'cell' };
}

/** A cell's value as a filter takes it; `undefined` for values that cannot be filtered by. */
export function filterValue(cell: OpenCell): string | null | undefined {
  const { column, row } = cell.place;
  if (isNested(column.type)) return undefined;
  const shown = cutTextAt(column, row, filterable);
  if (shown === undefined) return null;
  return shown.isCut ? undefined : shown.text;
}
