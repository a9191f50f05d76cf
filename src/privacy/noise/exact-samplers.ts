import type { Fraction } from './fraction.ts';
import type { RandomIntegers } from './random-integers.ts';

/**
 * Exact samplers of Canonne, Kamath and Steinke, “The Discrete Gaussian for Differential Privacy” (2020), algorithms 1
 * to 3, in whole numbers alone: floating-point noise leaves gaps that give true values away (Mironov 2012).
 */

/** True with probability e^(−x), for x ≥ 0 (algorithm 1). */
export function bernoulliExp(random: RandomIntegers, x: Fraction): boolean {
  let left = x.over;
  for (; left > x.under; left -= x.under) {
    if (!bernoulliExpBelowOne(random, { over: 1n, under: 1n })) return false;
  }
  return bernoulliExpBelowOne(random, { over: left, under: x.under });
}

/** The same for x from 0 to 1: the first k at which a coin of chance x/k fails is odd with probability e^(−x). */
function bernoulliExpBelowOne(random: RandomIntegers, { over, under }: Fraction): boolean {
  let k = 1n;
  while (random.below(under * k) < over) k++;
  return k % 2n === 1n;
}

/** A whole number n with probability proportional to e^(−|n| / scale), for a scale above 0 (algorithm 2). */
export function discreteLaplace(random: RandomIntegers, scale: Fraction): bigint {
  const { over: t, under: s } = scale;
  for (;;) {
    const part = random.below(t);
    if (!bernoulliExp(random, { over: part, under: t })) continue;
    let wholes = 0n;
    while (bernoulliExp(random, { over: 1n, under: 1n })) wholes++;
    const size = (part + t * wholes) / s;
    const isNegative = random.below(2n) === 1n;
    if (isNegative && size === 0n) continue;
    return isNegative ? -size : size;
  }
}

/** A whole number n with probability proportional to e^(−n² / (2 variance)), for a variance above 0 (algorithm 3). */
export function discreteGaussian(random: RandomIntegers, variance: Fraction): bigint {
  const { over, under } = variance;
  const t = floorRoot(over / under) + 1n;
  for (;;) {
    const candidate = discreteLaplace(random, { over: t, under: 1n });
    const size = candidate < 0n ? -candidate : candidate;
    // (|y| − variance / t)² / (2 variance), over one denominator.
    const distance = size * t * under - over;
    const x = { over: distance * distance, under: 2n * over * under * t * t };
    if (bernoulliExp(random, x)) return candidate;
  }
}

/** The greatest whole number whose square is not above the one given. */
function floorRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
