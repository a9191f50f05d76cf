import { cellAt, type GroupedData } from '../data.ts';
import type { ChartSpec } from '../spec.ts';
import { placeTotals } from './drawn-values.ts';
import { cellTags, type TipRow } from './items.ts';
import type { Json } from './json.ts';
import type { Scene } from './scene.ts';

/** The points of one line. Where rows are drawn, places of other series leave no gap. */
export function lineItems(
  scene: Scene,
  data: GroupedData,
  line: number,
  values: readonly number[],
  stack: ChartSpec['stack'],
): Json[] {
  const drawsRows = scene.chart.measures[0]?.aggregate === 'none';
  const totals = stack === 'none' ? [] : placeTotals(data);
  return data.x.flatMap((_, x): Json[] => {
    const cell = cellAt(data, line, x);
    if (cell === undefined && drawsRows) return [];
    const value = values[x] ?? Number.NaN;
    if (Number.isNaN(value)) return [{ value: [linePlace(data, x), null] }];
    const total = totals[x] ?? 0;
    const share: TipRow[] = total > 0 ? [{ name: 'share', text: scene.share(cell?.value ?? 0, total) }] : [];
    return [{ value: [linePlace(data, x), value], ...cellTags(scene, data, x, line, share) }];
  });
}

/** Where a place lies along the axis of a line: in milliseconds, in the middle of its bin, or at its index. */
export function linePlace({ x }: GroupedData, index: number): number {
  const position = x[index];
  if (x.length === 1 || position === undefined) return index;
  if (position.kind === 'time') return position.start;
  if (position.kind !== 'number') return index;
  return position.end === null ? position.start : position.start + (position.end - position.start) / 2;
}

/** A value with none beside it is no line: without a dot it would not be seen. */
export function hasLonelyPoint({ chart }: Scene, values: readonly number[]): boolean {
  const has = (x: number) => !Number.isNaN(values[x] ?? Number.NaN);
  if (chart.measures[0]?.aggregate === 'none') return values.filter((_, x) => has(x)).length === 1;
  return values.some((_, x) => has(x) && !has(x - 1) && !has(x + 1));
}
