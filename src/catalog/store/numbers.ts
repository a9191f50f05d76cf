import type { LoadedCatalog } from './load.ts';

/** Gives out numbers that are never used twice, not even after a rollback. */
export interface Numbers {
  snapshot(): number;
  dataset(): number;
  generation(): number;
  /** The highest snapshot given out so far. */
  readonly lastSnapshot: number;
  /** The clock's time, but never before a moment it gave already. */
  moment(now: Date): Date;
}

export function createNumbers(loaded: Omit<LoadedCatalog, 'state'>): Numbers {
  let { lastSnapshot, lastDataset, lastGeneration, lastCommit } = loaded;
  return {
    snapshot: () => ++lastSnapshot,
    dataset: () => ++lastDataset,
    generation: () => ++lastGeneration,
    get lastSnapshot() {
      return lastSnapshot;
    },
    moment(now) {
      if (now > lastCommit) lastCommit = now;
      return lastCommit;
    },
  };
}
