import { describe, expect, test } from 'vitest';
import { expectedPurchases, fitBgNbd, probabilityAlive } from '../../../src/stats/bg-nbd.ts';
import { fitGammaGamma } from '../../../src/stats/gamma-gamma.ts';
import { logGamma } from '../../../src/stats/log-gamma.ts';
import { nelderMead } from '../../../src/stats/nelder-mead.ts';
import reference from '../../fixtures/enrich/clv-reference.json' with { type: 'json' };

test('ln Γ is that of scipy to thirteen digits', () => {
  for (const [x = 0, value = 0] of reference.logGamma) expect(logGamma(x) - value).toBeCloseTo(0, 11);
});

describe('Nelder–Mead', () => {
  test('finds the floor of Rosenbrock’s valley', () => {
    const { point, converged } = nelderMead(([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, [-1.2, 1]);
    expect(converged).toBe(true);
    expect(point[0]).toBeCloseTo(1, 4);
    expect(point[1]).toBeCloseTo(1, 4);
  });

  test('stays out of where there is no number', () => {
    const { point } = nelderMead(([x = 0]) => x - Math.log(x), [3]);
    expect(point[0]).toBeCloseTo(1, 4);
  });
});

describe('BG/NBD', () => {
  test.each(reference.expectations)('expects $purchases purchases of $frequency, $recency, $age', (expected) => {
    const { frequency, recency, age, span, alive, purchases } = expected;
    expect(probabilityAlive(reference.bgNbd, frequency, recency, age)).toBeCloseTo(alive, 12);
    // The reference integrates numerically, to a relative error of about 1e-9.
    expect(expectedPurchases(reference.bgNbd, frequency, recency, age, span) / purchases).toBeCloseTo(1, 7);
  });

  test('expects the same on both sides of a = 1, where its formula divides by 0', () => {
    const at = (a: number) => expectedPurchases({ ...reference.bgNbd, a }, 3, 40, 45, 26);
    expect(at(1)).toBeCloseTo((at(0.9999) + at(1.0001)) / 2, 6);
  });

  test.each([
    { r: 2900, alpha: 2900, a: 0.001, b: 2900 },
    { r: 0.001, alpha: 0.001, a: 2900, b: 0.001 },
    { r: 2900, alpha: 0.5, a: 2900, b: 2900 },
    { r: 0.3, alpha: 5, a: 0.2, b: 0.3 },
  ])('expects a number of purchases, not below 0, at the edge of its parameters: $r, $alpha, $a, $b', (model) => {
    for (const [frequency, recency, age] of [[0, 0, 30] as const, [20, 60, 62] as const]) {
      const expected = expectedPurchases(model, frequency, recency, age, 52);
      expect(expected).toBeGreaterThanOrEqual(0);
      expect(expected).toBeLessThan(Infinity);
    }
  });

  test('expects the rate times the time of people who buy alike and never drop out', () => {
    // Rates are all but 1 a week, dropout all but impossible.
    const model = { r: 2900, alpha: 2900, a: 0.0004, b: 2900 };
    expect(expectedPurchases(model, 10, 10, 10, 26)).toBeCloseTo(26, 2);
  });

  test('foretells next to nothing where nobody came back', () => {
    const many = new Float64Array([500]);
    const { model } = fitBgNbd({
      frequency: new Float64Array([0]),
      recency: new Float64Array([0]),
      age: new Float64Array([10]),
      people: many,
    });
    expect(expectedPurchases(model, 0, 0, 10, 10)).toBeLessThan(0.01);
  });
});

test('gamma-gamma with one purchase each has the mean of the amounts', () => {
  const mean = Float64Array.from({ length: 400 }, (_, index) => 20 + ((index * 37) % 100));
  const { model } = fitGammaGamma({ purchases: new Float64Array(400).fill(1), mean });
  const average = mean.reduce((sum, value) => sum + value, 0) / mean.length;
  expect((model.p * model.v) / (model.q - 1) / average).toBeCloseTo(1, 1);
});
