import { expect, test } from 'vitest';
import reference from '../../fixtures/privacy/gaussian-reference.json' with { type: 'json' };
import { continuousDelta, discreteDelta, gaussianScale } from '../../../src/privacy/noise/gaussian-calibration.ts';
import { normalTail } from '../../../src/privacy/noise/normal-tail.ts';

/** Abramowitz and Stegun, table 26.2. */
test.each([
  [0, 0.5],
  [1, 0.158655253931457],
  [2.9, 0.001865813300384],
  [3.1, 0.000967603213218],
  [8, 6.220960574271786e-16],
  [-1, 0.841344746068543],
])('the tail beyond %d', (x, expected) => {
  expect(normalTail(x) / expected).toBeCloseTo(1, 10); // the table's own digits
});

test.each(reference.continuous)('noise for sensitivity $sensitivity, ε $epsilon, δ $delta', (one) => {
  const scale = gaussianScale(one.sensitivity, one.epsilon, one.delta);
  // Noise is widened for whole numbers, by about 1/σ² at most, never narrowed; δ of 1e-12 is a difference known to 1e-16.
  expect(scale / one.sigma).toBeGreaterThan(1 - 1e-5);
  expect(scale / one.sigma).toBeLessThan(1 + 1 / one.sigma ** 2 + 1e-5);
});

test.each(reference.discrete)('the discrete δ at deviation $sigma', ({ sigma, sensitivity, epsilon, delta }) => {
  expect(discreteDelta(sigma, sensitivity, epsilon) / delta).toBeCloseTo(1, 9); // rounding of the sums
});

test('whole-number noise keeps its promise where continuous noise of that width would not say so', () => {
  for (const sensitivity of [1, 7, 50]) {
    for (const epsilon of [0.02, 0.05, 0.5, 1, 2, 4, 8]) {
      const scale = gaussianScale(sensitivity, epsilon, 1e-5);
      expect(discreteDelta(scale, sensitivity, epsilon)).toBeLessThanOrEqual(1e-5);
      expect(continuousDelta(scale, sensitivity, epsilon)).toBeLessThanOrEqual(1e-5);
    }
  }
});
