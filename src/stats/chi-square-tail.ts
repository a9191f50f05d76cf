import { logGamma } from './log-gamma.ts';

/**
 * The probability that chi-square with so many degrees of freedom is at least as large as the statistic, 0–1, to some
 * twelve digits: the upper incomplete gamma function by its series or continued fraction, as in Press et al., Numerical
 * Recipes in C, 2nd edition, section 6.2.
 */
export function chiSquareTail(statistic: number, degrees: number): number {
  if (!(statistic > 0)) return 1;
  if (statistic === Number.POSITIVE_INFINITY) return 0;
  const [a, x] = [degrees / 2, statistic / 2];
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - scale * series(a, x) : scale * fraction(a, x);
}

const precision = 1e-16;
const mostTerms = 10_000;

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < mostTerms && term > sum * precision; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Lentz's method. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let result = d;
  for (let n = 1; n < mostTerms; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    const change = c * d;
    result *= change;
    if (Math.abs(change - 1) < precision) break;
  }
  return result;
}
