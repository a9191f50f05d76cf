import { cellAt, type GroupedData } from '../data.ts';
import type { ChartSpec } from '../spec.ts';
import { niceExtent, type Extent } from './nice-extent.ts';

/** What is drawn at `[series][place]`, shares as 0…100; NaN where there is nothing. */
export type DrawnValues = readonly (readonly number[])[];

/** The axis of shares. */
export const percentExtent: Extent = { min: 0, max: 100, interval: 25 };

/** The figures as bars and lines draw them. */
export function drawnValues(data: GroupedData, stack: ChartSpec['stack']): DrawnValues {
  const totals = placeTotals(data);
  return data.series.map((_, line) =>
    data.x.map((_, x) => {
      const value = cellAt(data, line, x)?.value ?? Number.NaN;
      if (stack !== 'percent') return Number.isFinite(value) ? value : Number.NaN;
      const total = totals[x] ?? 0;
      return total > 0 ? (100 * value) / total : value;
    }),
  );
}

/** The sum of what lies above nought at each place. */
export function placeTotals(data: GroupedData): number[] {
  return data.x.map((_, x) =>
    data.series.reduce((sum, _, line) => sum + Math.max(0, finite(cellAt(data, line, x)?.value)), 0),
  );
}

/** The ends of the measuring axis; `mayFloat` lets it begin away from nought when all values lie close together there. */
export function measureExtent(
  values: DrawnValues,
  stack: ChartSpec['stack'],
  mayFloat: boolean,
  parts: number,
): Extent {
  if (stack === 'percent') return percentExtent;
  const heights = stack === 'none' ? values : stackedHeights(values);
  const [low, high] = heights
    .flat()
    .filter((value) => !Number.isNaN(value))
    .reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
  if (low > high) return niceExtent(0, 1, parts);
  const isNarrow = low < high && ((low > 0 && low > 0.6 * high) || (high < 0 && high < 0.6 * low));
  return isNarrow && mayFloat ? niceExtent(low, high, parts) : niceExtent(Math.min(0, low), Math.max(0, high), parts);
}

/** The value, or nought where there is none. */
export function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}

/** Stacks grow upwards from nought and, with negative values, downwards. */
function stackedHeights(values: DrawnValues): DrawnValues {
  const places = values[0]?.map((_, x) => x) ?? [];
  const heights = (sign: 1 | -1) =>
    places.map((x) => values.reduce((sum, line) => sum + Math.max(0, sign * finite(line[x])), 0) * sign);
  return [heights(1), heights(-1)];
}
