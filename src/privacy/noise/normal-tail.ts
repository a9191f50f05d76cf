/**
 * The probability that a standard normal variable exceeds x, to about 1e-12 of its value: by its power series near 0 and
 * by its continued fraction beyond (Abramowitz and Stegun, 26.2.11 and 26.2.14).
 */
export function normalTail(x: number): number {
  if (x < 0) return 1 - normalTail(-x);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x > 3) {
    let fraction = x;
    for (let term = 200; term > 0; term--) fraction = x + term / fraction;
    return density / fraction;
  }
  let term = x;
  let sum = x;
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 - density * sum;
}
