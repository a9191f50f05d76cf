import { expect, test } from 'vitest';
import { bgNbdKernel, gammaGammaKernel } from '../../../src/modules/enrich/clv/kernels.ts';

const nothing = () => undefined;
const every = (length: number, value: (index: number) => number) =>
  Float64Array.from({ length }, (_, index) => value(index));

test('of many rows evenly spaced ones are fitted, and every history is told of', () => {
  const rowCount = 120_000;
  const histories = (count: number) => ({
    rowCount: count,
    columns: {
      frequency: every(count, (index) => index % 3),
      recency_days: every(count, (index) => (index % 3) * (40 + (index % 7) * 10)),
      age_days: every(count, (index) => 300 + (index % 11) * 10),
      people: every(count, () => 1),
    },
  });
  const fitted = (count: number) =>
    bgNbdKernel.run({ histories: histories(count) }, { days: 91, discount: 0 }, nothing);
  const [many, few] = [fitted(rowCount), fitted(693)];
  expect(many.rowCount).toBe(rowCount);
  expect(many.columns.purchases?.every(Number.isFinite)).toBe(true);
  // The same 231 different histories in all but the same parts, although they come round every third row.
  expect((many.columns.purchases?.[1] ?? 0) / (few.columns.purchases?.[1] ?? 1)).toBeCloseTo(1, 2);
});

test('without discount the steps of four weeks add up to the whole', () => {
  const columns = {
    frequency: every(100, (index) => index % 4),
    recency_days: every(100, (index) => (index % 4) * 30),
    age_days: every(100, (index) => 200 + index),
    people: every(100, () => 5),
  };
  const { columns: made } = bgNbdKernel.run(
    { histories: { rowCount: 100, columns } },
    { days: 100, discount: 0 },
    nothing,
  );
  made.purchases?.forEach((purchases, index) => {
    expect(made.discounted?.[index]).toBeCloseTo(purchases, 9);
  });
});

test('too few people give no rows', () => {
  expect(bgNbdKernel.run({}, { days: 91, discount: 0 }, nothing).rowCount).toBe(0);
  expect(gammaGammaKernel.run({}, {}, nothing).rowCount).toBe(0);
});
