import { counted, readable } from '../../modules/words.ts';
import { chiSquareTail } from '../../stats/chi-square-tail.ts';
import { groupRanges, type Split } from './split.ts';

/** Whether the groups are as large as they were meant to be. */
export interface RatioCheck {
  /** People expected in each group, by its place. */
  readonly expected: readonly number[];
  readonly chiSquare: number;
  /** The chance of sizes at least as far off when nothing is wrong, 0–1. */
  readonly p: number;
  readonly passed: boolean;
}

/** Below this the sizes are not put down to chance: one false alarm in a thousand sound splits. */
const alarm = 0.001;

/** Pearson's chi-square test of the sizes of a split against its shares. */
export function ratioCheck({ groups }: Pick<Split, 'groups'>, sizes: readonly number[]): RatioCheck {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const expected = groupRanges(groups).map(({ from, to }) => total * (to - from));
  const chiSquare = expected.reduce(
    (sum, wanted, at) => sum + (wanted === 0 ? 0 : ((sizes[at] ?? 0) - wanted) ** 2 / wanted),
    0,
  );
  const p = chiSquareTail(chiSquare, groups.length - 1);
  return { expected, chiSquare, p, passed: p >= alarm };
}

/** The check in words; with what to do when it fails. */
export function ratioWords({ chiSquare, p, passed, expected }: RatioCheck): string {
  const figures = `chi-square ${readable(chiSquare)} with ${counted(expected.length - 1, 'degree of freedom', 'degrees of freedom')}, p ${p < 0.0001 ? 'below 0.0001' : `= ${p.toFixed(4)}`}`;
  if (!passed) {
    return `The sizes are not what the shares ask for (${figures}). Do not read results from this split: look for people whose identity is written in two ways, then try another salt.`;
  }
  const small = expected.some((wanted) => wanted < 5)
    ? ' With fewer than five people expected in a group this says little.'
    : '';
  return `The sizes fit the shares (${figures}).${small}`;
}
