/** How much data a run works on. */
export const sizes = ['small', 'full'] as const;
export type Size = (typeof sizes)[number];

/** What some work took, in milliseconds. */
export interface Cost {
  readonly ms: number;
  /** Of the processor, over all threads, where it was asked for: it hears less of others' work than the clock. */
  readonly processorMs?: number;
}

/** What the product and its baseline took in one round, measured one right after the other. */
export interface Round {
  readonly ours: Cost;
  readonly baseline: Cost;
}

/** What is to be reached; everything left out is not judged. */
export interface Aims {
  /** At least this for a ratio of speeds, at most this for a ratio of times. */
  readonly ratio?: number;
  /** At most this. */
  readonly milliseconds?: number;
  /** At least this, for work on a file. */
  readonly megabytesASecond?: number;
}

/** The product against a baseline in the same run. */
export interface Comparison {
  readonly title: string;
  readonly baselineTitle: string;
  readonly rounds: readonly Round[];
  /** `speed` is baseline ÷ ours (more is better), `time` is ours ÷ baseline (less is better). */
  readonly ratio: 'speed' | 'time';
  readonly aims: Aims;
  /** Bytes of the file both worked on. */
  readonly bytes?: number;
  /** Facts beside the times, such as rows and types. */
  readonly notes?: readonly string[];
}
