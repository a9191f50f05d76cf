import { bernoulliExp } from './exact-samplers.ts';
import { type Fraction, fractionOf, times } from './fraction.ts';
import type { RandomIntegers } from './random-integers.ts';

/**
 * One of some candidates with probability proportional to e^(−ε · distance / 2), the exponential mechanism of McSherry and
 * Talwar (2007) for distances that one row changes by at most 1: exactly, by rejection. Distances are to nine places.
 */
export function exponentialChoice(random: RandomIntegers, distances: readonly number[], epsilon: Fraction): number {
  const exact = distances.map(fractionOf);
  const least = exact.reduce((low, { over }) => (over < low ? over : low), exact[0]?.over ?? 0n);
  const half: Fraction = { over: epsilon.over, under: 2n * epsilon.under };
  for (;;) {
    const candidate = Number(random.below(BigInt(distances.length)));
    const distance = exact[candidate] ?? { over: 0n, under: 1n };
    const further = times({ over: distance.over - least, under: distance.under }, half);
    if (bernoulliExp(random, further)) return candidate;
  }
}
