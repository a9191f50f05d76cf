import { logGamma } from './log-gamma.ts';
import { nelderMead } from './nelder-mead.ts';

/** Repeat purchases, time from first to last and from first to now, in one unit; `people` share the history. */
export interface Histories {
  readonly frequency: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly people: Float64Array;
}

/** Purchase rates follow Gamma(r, alpha), the chance to drop out after a purchase Beta(a, b). */
export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/**
 * The log-likelihood of the BG/NBD model (Fader, Hardie and Lee, Counting Your Customers the Easy Way, Marketing Science
 * 24, 2005, equation 6), its two terms added on the logarithmic scale.
 */
export function bgNbdLogLikelihood({ r, alpha, a, b }: BgNbd, histories: Histories): number {
  const { frequency, recency, age, people } = histories;
  const constants = new Map<number, number>();
  const constantOf = (x: number): number => {
    const known = constants.get(x);
    if (known !== undefined) return known;
    const rate = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
    const dropout = logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x);
    constants.set(x, rate + dropout);
    return rate + dropout;
  };
  let sum = 0;
  for (let i = 0; i < frequency.length; i++) {
    const x = frequency[i] ?? 0;
    const alive = -(r + x) * Math.log(alpha + (age[i] ?? 0));
    const dead = x > 0 ? Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + (recency[i] ?? 0)) : -Infinity;
    const larger = Math.max(alive, dead);
    const either = larger + Math.log1p(Math.exp(Math.min(alive, dead) - larger));
    sum += (people[i] ?? 0) * (constantOf(x) + either);
  }
  return sum;
}

/** Parameters beyond e to the eighth, or below its inverse, are those of data without the differences that the model tells. */
const largestLogarithm = 8;

/** The parameters of the highest likelihood, searched on their logarithms. */
export function fitBgNbd(histories: Histories): {
  readonly model: BgNbd;
  readonly logLikelihood: number;
  readonly converged: boolean;
} {
  const modelAt = ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): BgNbd => ({
    r: Math.exp(r),
    alpha: Math.exp(alpha),
    a: Math.exp(a),
    b: Math.exp(b),
  });
  const total = histories.people.reduce((sum, count) => sum + count, 0);
  const cost = (point: readonly number[]) =>
    point.some((value) => Math.abs(value) > largestLogarithm)
      ? Infinity
      : -bgNbdLogLikelihood(modelAt(point), histories) / total;
  const found = nelderMead(cost, [0, Math.log(10), 0, Math.log(2)]);
  return { model: modelAt(found.point), logLikelihood: -found.value * total, converged: found.converged };
}

/** The probability that someone of this history still buys; 1 without a repeat purchase, as the model has it. */
export function probabilityAlive({ r, alpha, a, b }: BgNbd, frequency: number, recency: number, age: number): number {
  if (frequency === 0) return 1;
  return 1 / (1 + (a / (b + frequency - 1)) * ((alpha + age) / (alpha + recency)) ** (r + frequency));
}

/** Purchases expected in the next `span` (equation 10 of the same paper). */
export function expectedPurchases(model: BgNbd, frequency: number, recency: number, age: number, span: number): number {
  const { r, alpha, b } = model;
  const a = Math.abs(model.a - 1) < 1e-6 ? 1 + 1e-6 : model.a;
  const remaining = a + b + frequency - 1;
  const z = span / (alpha + age + span);
  const { sum, logScale } = hypergeometric(r + frequency, b + frequency, remaining, z);
  const series = sum * Math.exp(logScale + (r + frequency) * Math.log1p(-z));
  return (remaining / (a - 1)) * (1 - series) * probabilityAlive(model, frequency, recency, age);
}

/**
 * Gauss's series 2F1(a, b; c; z) for 0 ≤ z < 1 and positive a and b, as `sum` times e to the `logScale`: its terms have one
 * sign from the second on, so that nothing cancels, and the scale keeps large ones from overflowing.
 */
function hypergeometric(
  a: number,
  b: number,
  c: number,
  z: number,
): { readonly sum: number; readonly logScale: number } {
  let term = 1;
  let sum = 1;
  let logScale = 0;
  for (let k = 0; k < 100_000; k++) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    sum += term;
    if (Math.abs(sum) > 1e200) {
      [term, sum] = [term * 1e-200, sum * 1e-200];
      logScale += 200 * Math.LN10;
    }
    if (Math.abs(term) < 1e-15 * Math.abs(sum)) break;
  }
  return { sum, logScale };
}
