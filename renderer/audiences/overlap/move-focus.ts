import type { KeyboardEvent } from 'react';

const moves: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus with the arrow keys between elements of a table or drawing that have `data-row` and `data-column`. */
export function moveFocus(event: KeyboardEvent): void {
  const move = moves[event.key];
  const from = event.currentTarget;
  if (move === undefined) return;
  event.preventDefault();
  const row = Number(from.getAttribute('data-row')) + move[0];
  const column = Number(from.getAttribute('data-column')) + move[1];
  from
    .closest('table, svg')
    ?.querySelector<HTMLElement | SVGElement>(`[data-row="${row}"][data-column="${column}"]`)
    ?.focus();
}
