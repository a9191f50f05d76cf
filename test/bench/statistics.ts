import type { Comparison } from './comparison.ts';

/** Where some samples lie. The spread is the whole of it: rounds are too few for quantiles. */
export interface Summary {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The value below which a part `fraction` (0…1) of the samples lies; NaN for none. */
export function quantile(samples: readonly number[], fraction: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const place = (sorted.length - 1) * fraction;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

export function summarize(samples: readonly number[]): Summary {
  return { median: quantile(samples, 0.5), least: Math.min(...samples), most: Math.max(...samples) };
}

/** The ratio of each round by the clock: its two runs lie side by side, so that a slow spell of the machine hits both. */
export function summarizeRatio({ rounds, ratio }: Pick<Comparison, 'rounds' | 'ratio'>): Summary {
  return summarize(rounds.map(({ ours, baseline }) => ratioOf(ratio, ours.ms, baseline.ms)));
}

/** The ratio of processor times over all rounds, because they are told in coarse steps; `undefined` where none were. */
export function processorRatio({ rounds, ratio }: Pick<Comparison, 'rounds' | 'ratio'>): number | undefined {
  const sum = (who: 'ours' | 'baseline') =>
    rounds.reduce((total, round) => total + (round[who].processorMs ?? Number.NaN), 0);
  const [ours, baseline] = [sum('ours'), sum('baseline')];
  return ours > 0 && baseline > 0 ? ratioOf(ratio, ours, baseline) : undefined;
}

function ratioOf(ratio: Comparison['ratio'], ours: number, baseline: number): number {
  return ratio === 'speed' ? baseline / ours : ours / baseline;
}
