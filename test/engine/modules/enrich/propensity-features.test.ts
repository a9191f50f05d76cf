import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSamples, type SampleProject } from './open-samples.ts';

let samples: SampleProject;
beforeAll(async () => {
  samples = await openSamples('orders');
});
afterAll(() => samples.database.close());

const input = {
  person: 'customer_id',
  time: 'ordered_at',
  amount: 'amount',
  cutOff: '2026-03-01',
  windows: ['30', '90'],
};

test('what happens from the cut-off on changes no feature', async () => {
  await samples.execute(`CREATE TABLE rewritten AS
    SELECT * FROM orders WHERE ordered_at < '2026-03-01'
    UNION ALL BY NAME
    SELECT * REPLACE (amount * 100 AS amount, '2026-03-01' :: TIMESTAMP AS ordered_at) FROM orders`);
  await samples.run('enrich.propensity-features', { ...input, dataset: 'orders', saveAs: 'honest' });
  await samples.run('enrich.propensity-features', { ...input, dataset: 'rewritten', saveAs: 'same_past' });
  await samples.execute(`CREATE TABLE differences AS
    SELECT * EXCLUDE (outcome) FROM honest
    EXCEPT
    SELECT * EXCLUDE (outcome) FROM same_past`);
  const count = (wanted: string) => samples.database.workspace.datasets.find(({ name }) => name === wanted)?.rowCount;
  expect(count('differences')).toBe(0);
  expect(count('honest')).toBe(count('same_past'));
});

test('features of a person by hand', async () => {
  await samples.execute(`CREATE TABLE few AS
    SELECT 'a' AS customer_id, DATE '2026-03-01' - days AS ordered_at, amount
    FROM (VALUES (1, 10), (1, 30), (40, 20), (50, 20), (200, 20), (0, 99), (-29, 5), (-30, 7)) AS t (days, amount)
    UNION ALL
    SELECT 'b', DATE '2026-02-28', 5`);
  await samples.run('enrich.propensity-features', { ...input, dataset: 'few', saveAs: 'few_features' });
  await samples.execute(`CREATE TABLE as_expected AS
    SELECT person FROM few_features
    WHERE (person = 'a' AND recency_days = 1 AND tenure_days = 200 AND events = 5 AND active_days = 4
        AND events_30 = 2 AND events_90 = 4 AND share_30 = 0.4 AND trend_30 = 0 AND trend_90 = 1
        AND amount = 100 AND amount_30 = 40 AND outcome)
      OR (person = 'b' AND events = 1 AND trend_30 = 1 AND NOT outcome)`);
  expect(samples.database.workspace.datasets.find(({ name }) => name === 'as_expected')?.rowCount).toBe(2);
});

test('without a cut-off the horizon at the end is left; a later one is told to be cut short', async () => {
  const { cutOff: _cutOff, ...open } = input;
  const whole = await samples.run('enrich.propensity-features', { ...open, dataset: 'orders' });
  expect(whole.record.checks.filter(({ passed }) => !passed)).toEqual([]);
  const late = await samples.run('enrich.propensity-features', { ...input, dataset: 'orders', cutOff: '2026-05-20' });
  expect(late.violations('horizon_is_whole')).toBe(1);
});

test('a feature that is the outcome under another name is told', async () => {
  await samples.execute(`CREATE TABLE leaking AS
    SELECT number AS customer_id, DATE '2026-02-01' AS ordered_at, number % 2 AS amount FROM range(100) AS t (number)
    UNION ALL
    SELECT number, DATE '2026-03-05', 1 FROM range(100) AS t (number) WHERE number % 2 = 1`);
  const { violations } = await samples.run('enrich.propensity-features', { ...input, dataset: 'leaking' });
  expect(violations('features_are_not_the_outcome')).toBeGreaterThan(0);
});
