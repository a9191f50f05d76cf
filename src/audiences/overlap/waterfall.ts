import { bit } from './overlap-sql.ts';
import { type Overlap, sizesOf } from './overlap.ts';

/** What a source keeps when everybody goes to the first one that has them. */
export interface WaterfallStep {
  readonly source: number;
  readonly before: number;
  readonly kept: number;
}

/** De-duplicates sources by priority: those in `order`, the first taking all of its people. */
export function waterfall(overlap: Overlap, order: readonly number[]): readonly WaterfallStep[] {
  const { masks, people } = overlap;
  const sizes = sizesOf(overlap);
  const bits = Int32Array.from(order, bit);
  const kept = new Float64Array(order.length);
  for (let at = 0; at < masks.length; at++) {
    const mask = masks[at] ?? 0;
    let place = 0;
    while (place < bits.length && (mask & (bits[place] ?? 0)) === 0) place++;
    if (place < bits.length) kept[place] = (kept[place] ?? 0) + (people[at] ?? 0);
  }
  return order.map((source, place) => ({ source, before: sizes[source] ?? 0, kept: kept[place] ?? 0 }));
}
