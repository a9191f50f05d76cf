import { bit } from './overlap-sql.ts';
import type { Overlap } from './overlap.ts';

/** What a source keeps when everybody goes to the first one that has them. */
export interface WaterfallStep {
  readonly source: number;
  readonly before: number;
  readonly kept: number;
}

/** De-duplicates sources by priority: those in `order`, the first taking all of its people. */
export function waterfall({ masks, people }: Overlap, order: readonly number[]): readonly WaterfallStep[] {
  const steps = order.map((source) => ({ source, before: 0, kept: 0 }));
  masks.forEach((mask, at) => {
    const count = people[at] ?? 0;
    let taken = false;
    for (const step of steps) {
      if ((mask & bit(step.source)) === 0) continue;
      step.before += count;
      if (!taken) step.kept += count;
      taken = true;
    }
  });
  return steps;
}
