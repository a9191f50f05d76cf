import { z } from 'zod';
import type { ColumnInfo } from '../../src/engine/types.ts';
import type { ColumnChoice } from '../../src/results/viewport/column-layout.ts';

/**
 * What a user made of a grid's columns, as plain JSON to be kept: columns are told by their names, so that it fits the
 * next result too; a repeated name gets ` #2`, ` #3`, … behind it.
 */
export interface GridViewState {
  /** In pixels. */
  readonly widths: Readonly<Record<string, number>>;
  readonly pinned: readonly string[];
  readonly hidden: readonly string[];
}

const plainGrid: GridViewState = { widths: {}, pinned: [], hidden: [] };

const schema = z.object({
  widths: z.record(z.string(), z.number()),
  pinned: z.array(z.string()),
  hidden: z.array(z.string()),
});

/** Reads a state that was kept as JSON; anything else counts as a grid nobody touched. */
export function parseGridState(kept: unknown): GridViewState {
  return schema.safeParse(kept).data ?? plainGrid;
}

/** The state for some columns; what it says of columns that are not among them is left out. */
export function choiceOf({ widths, pinned, hidden }: GridViewState, columns: readonly ColumnInfo[]): ColumnChoice {
  const places = new Map(columnKeys(columns).map((key, index) => [key, index]));
  const indices = (keys: readonly string[]) => keys.flatMap((key) => places.get(key) ?? []);
  return {
    widths: new Map(Object.entries(widths).flatMap(([key, width]) => indices([key]).map((index) => [index, width]))),
    pinned: indices(pinned),
    hidden: indices(hidden),
  };
}

/** The state after a choice was made; what `before` says of columns that are not shown now is kept. */
export function stateAfter(before: GridViewState, choice: ColumnChoice, columns: readonly ColumnInfo[]): GridViewState {
  const keys = columnKeys(columns);
  const known = new Set(keys);
  const others = (kept: readonly string[]) => kept.filter((key) => !known.has(key));
  const names = (indices: readonly number[]) => indices.flatMap((index) => keys[index] ?? []);
  const otherWidths = Object.entries(before.widths).filter(([key]) => !known.has(key));
  const widths = [...choice.widths].flatMap(([index, width]) => names([index]).map((key) => [key, width] as const));
  return {
    widths: Object.fromEntries([...otherWidths, ...widths]),
    pinned: [...others(before.pinned), ...names(choice.pinned)],
    hidden: [...others(before.hidden), ...names(choice.hidden)],
  };
}

function columnKeys(columns: readonly ColumnInfo[]): string[] {
  const seen = new Map<string, number>();
  return columns.map(({ name }) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} #${count}`;
  });
}
