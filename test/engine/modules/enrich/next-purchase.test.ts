import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSamples, type SampleProject } from './open-samples.ts';

let samples: SampleProject;
beforeAll(async () => {
  samples = await openSamples('orders');
  await samples.execute(`CREATE TABLE visits AS
    SELECT person, DATE '2026-01-01' + day AS at, 10.0 AS amount
    FROM (VALUES ('weekly', 0), ('weekly', 7), ('weekly', 14), ('weekly', 14), ('once', 10), ('gone', 0), ('gone', 2))
      AS t (person, day)`);
});
afterAll(() => samples.database.close());

const visits = { dataset: 'visits', person: 'person', time: 'at', amount: 'amount', day: '2026-01-17' };

test('the gap expected is a person’s own mixed with the population’s', async () => {
  const input = { ...visits, prior: 1, saveAs: 'expected_visits' };
  const { rows, record } = await samples.run('enrich.next-purchase', input);
  // Gaps are 7, 7 and 2, so 16/3 on average: weekly (14 + 16/3) / 3, gone (2 + 16/3) / 2, once 16/3.
  expect(record.outputs).toMatchObject([{ name: 'expected_visits', rows: 3 }]);
  expect(rows('overdue')).toHaveLength(1);
  expect(rows('overdue')[0]).toMatchObject({ person: 'gone', purchase_days: 2, days_since_last: 14 });
  expect(rows('overdue')[0]?.expected_gap).toBeCloseTo(11 / 3, 9);
  expect(rows('status').map(({ status, people }) => [status, people])).toEqual([
    ['due soon', 1],
    ['late', 1],
    ['overdue', 1],
  ]);
});

test('own gaps alone, without the population', async () => {
  const { rows } = await samples.run('enrich.next-purchase', { ...visits, prior: 0 });
  // Weekly is expected on 22 January; the last of its gaps is foretold by the one before without error.
  expect(rows('accuracy')[0]).toMatchObject({ people: 1, error_own: 0, error_mixed: 0 });
  expect(rows('overdue').map(({ person, expected_gap }) => [person, expected_gap])).toEqual([['gone', 2]]);
});

test('orders: everyone has one status, and gaps are those between different days', async () => {
  const { rows } = await samples.run('enrich.next-purchase', {
    dataset: 'orders',
    person: 'customer_id',
    time: 'ordered_at',
    amount: 'amount',
  });
  expect(rows('status').reduce((sum, row) => sum + Number(row.people), 0)).toBe(1950);
  expect(rows('gaps').reduce((sum, row) => sum + Number(row.gaps), 0)).toBe(6914);
  expect(rows('gaps')[0]?.gap).toBe(1);
});
