import { normalTail } from './normal-tail.ts';

/**
 * Beyond this deviation sums over whole numbers are not taken: they differ from integrals by terms of the order of
 * 1 / (24 σ²) of them (Euler and Maclaurin), and noise is widened by 1 / σ² instead.
 */
const wideDeviation = 50;

/**
 * The least standard deviation of Gaussian noise on whole numbers that makes a figure of this sensitivity (ε, δ)-private:
 * the analytic calibration of Balle and Wang (2018, theorem 8), and for narrow noise its discrete counterpart
 * too (Canonne, Kamath and Steinke 2020, theorem 7). Needs 0 < δ < 1 and ε > 0.
 */
export function gaussianScale(sensitivity: number, epsilon: number, delta: number): number {
  const fits = (sigma: number) =>
    sigma > wideDeviation
      ? continuousDelta(sigma / (1 + 1 / (sigma * sigma)), sensitivity, epsilon) <= delta
      : Math.max(continuousDelta(sigma, sensitivity, epsilon), discreteDelta(sigma, sensitivity, epsilon)) <= delta;
  let high = sensitivity;
  while (!fits(high)) high *= 2;
  let low = high / 2;
  while (low > 1e-3 * sensitivity && fits(low)) [low, high] = [low / 2, low];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The δ of continuous Gaussian noise: Φ(Δ/2σ − εσ/Δ) − e^ε Φ(−Δ/2σ − εσ/Δ). */
export function continuousDelta(sigma: number, sensitivity: number, epsilon: number): number {
  const half = sensitivity / (2 * sigma);
  const shift = (epsilon * sigma) / sensitivity;
  return normalTail(shift - half) - Math.exp(epsilon) * normalTail(shift + half);
}

/** The δ of discrete Gaussian noise: P[Y > εσ²/Δ − Δ/2] − e^ε P[Y > εσ²/Δ + Δ/2]. */
export function discreteDelta(sigma: number, sensitivity: number, epsilon: number): number {
  const centre = (epsilon * sigma * sigma) / sensitivity;
  const tail = discreteTail(sigma);
  return tail(centre - sensitivity / 2) - Math.exp(epsilon) * tail(centre + sensitivity / 2);
}

/** P[Y > x] of the discrete Gaussian, summed out to 40 standard deviations, from the far end to keep small terms. */
function discreteTail(sigma: number): (x: number) => number {
  const reach = Math.ceil(40 * sigma) + 2;
  const weight = (n: number) => Math.exp((-n * n) / (2 * sigma * sigma));
  let whole = 0;
  for (let n = reach; n > 0; n--) whole += 2 * weight(n);
  whole += 1;
  return (x) => {
    let sum = 0;
    for (let n = reach; n > x && n >= -reach; n--) sum += weight(n);
    return sum / whole;
  };
}
