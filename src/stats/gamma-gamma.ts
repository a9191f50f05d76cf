import { logGamma } from './log-gamma.ts';
import { nelderMead } from './nelder-mead.ts';

/** Purchases of each person and their mean amount, above 0. */
export interface Spending {
  readonly purchases: Float64Array;
  readonly mean: Float64Array;
}

/** Amounts follow Gamma(p, rate), rates of people Gamma(q, v); the mean amount of all is p v / (q − 1). */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

/** The log-likelihood of the gamma-gamma model (Fader and Hardie, The Gamma-Gamma Model of Monetary Value, 2013, eq. 1a). */
export function gammaGammaLogLikelihood({ p, q, v }: GammaGamma, { purchases, mean }: Spending): number {
  const constants = new Map<number, number>();
  const constantOf = (n: number): number => {
    const known = constants.get(n);
    if (known !== undefined) return known;
    const value = logGamma(p * n + q) - logGamma(p * n) - logGamma(q) + q * Math.log(v) + p * n * Math.log(n);
    constants.set(n, value);
    return value;
  };
  let sum = 0;
  for (let i = 0; i < purchases.length; i++) {
    const [n, m] = [purchases[i] ?? 1, mean[i] ?? 1];
    sum += constantOf(n) + (p * n - 1) * Math.log(m) - (p * n + q) * Math.log(n * m + v);
  }
  return sum;
}

/** The parameters of the highest likelihood; q stays above 1, so that a mean exists. */
export function fitGammaGamma(spending: Spending): {
  readonly model: GammaGamma;
  readonly logLikelihood: number;
  readonly converged: boolean;
} {
  const modelAt = ([p = 0, q = 0, v = 0]: readonly number[]): GammaGamma => ({
    p: Math.exp(p),
    q: 1 + Math.exp(q),
    v: Math.exp(v),
  });
  const count = spending.mean.length;
  const average = spending.mean.reduce((sum, value) => sum + value, 0) / count;
  const cost = (point: readonly number[]) =>
    point.some((value) => Math.abs(value) > 25) ? Infinity : -gammaGammaLogLikelihood(modelAt(point), spending) / count;
  const found = nelderMead(cost, [Math.log(2), Math.log(2), Math.log(average)]);
  return { model: modelAt(found.point), logLikelihood: -found.value * count, converged: found.converged };
}
