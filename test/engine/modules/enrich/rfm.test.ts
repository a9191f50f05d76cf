import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSamples, type SampleProject } from './open-samples.ts';

let samples: SampleProject;
beforeAll(async () => {
  samples = await openSamples('order_events');
});
afterAll(() => samples.database.close());

const input = {
  dataset: 'order_events',
  person: 'email',
  time: 'timestamp',
  amount: 'price_total',
  order: 'purchase_id',
  eventKind: 'event_type',
};
const sum = (rows: readonly Readonly<Record<string, unknown>>[], column: string) =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

test('cancelled orders are left out, and the six segments are those counted by hand from the file', async () => {
  const { rows, words, record } = await samples.run('enrich.rfm', input);
  const segments = rows('segments');
  // Counted by a script of its own from order_events.csv: orders without cancellation, tiles by value and email.
  expect(segments.map(({ segment, people }) => [segment, people])).toEqual([
    ['Core', 167],
    ['Loyal', 320],
    ['Whales', 138],
    ['Promising', 837],
    ['Rookies', 47],
    ['Slipping', 438],
  ]);
  expect(sum(segments, 'revenue')).toBeCloseTo(984111.04, 2);
  expect(segments.reduce((total, row) => total + Number(row.people) * Number(row.average_orders), 0)).toBeCloseTo(8704);
  expect(words('segments')).toMatch(/^1,947 people fall into 6 segments\. Most revenue comes from “Promising”/);
  expect(record.checks.filter(({ passed }) => !passed)).toEqual([]);
});

test('rows without an order, such as page views, are no purchases', async () => {
  await samples.execute(`CREATE TABLE visits AS
    SELECT * FROM (VALUES
      ('ada', TIMESTAMP '2026-05-01 10:00', 'view', NULL, NULL),
      ('ada', TIMESTAMP '2026-05-01 10:05', 'order', 'P1', 20),
      ('ada', TIMESTAMP '2026-05-01 10:05', 'order', 'P1', 5),
      ('ben', TIMESTAMP '2026-05-02 10:00', 'view', NULL, NULL)) AS t (email, timestamp, event_type, purchase_id, price_total)`);
  for (const eventKind of ['event_type', '']) {
    const { rows } = await samples.run('enrich.rfm', { ...input, dataset: 'visits', eventKind });
    expect(sum(rows('segments'), 'people')).toBe(1);
    expect(rows('segments')[0]).toMatchObject({ revenue: 25, average_orders: 1 });
  }
});

test('nobody can leave while all purchases count', async () => {
  const all = await samples.run('enrich.rfm', input);
  expect(all.words('migration')).toMatch(
    /^Of 1,904 people in both periods, 33\.7\s% changed segment; 43 people joined\.$/,
  );
  const recent = await samples.run('enrich.rfm', { ...input, lookback: 90 });
  expect(recent.words('migration')).toMatch(/ joined and 498 left\.$/);
});

test('ties kept together put nobody apart from their equals, split ones do', async () => {
  const split = await samples.run('enrich.rfm', input);
  expect(split.rows('ties').find(({ score }) => score === 'frequency')).toMatchObject({ people_split: 903 });
  const together = await samples.run('enrich.rfm', { ...input, ties: 'together' });
  expect(sum(together.rows('ties'), 'people_split')).toBe(0);
  expect(together.words('ties')).toBe('People of the same value have the same score throughout.');
});

test('everybody of either period is in the migration once', async () => {
  const { rows } = await samples.run('enrich.rfm', { ...input, day: '2026-06-01', lookback: 180 });
  const moves = rows('migration');
  const now = moves.filter(({ to_segment }) => to_segment !== 'No purchase');
  expect(sum(now, 'people')).toBe(sum(rows('segments'), 'people'));
  expect(sum(moves, 'people')).toBeGreaterThan(sum(now, 'people'));
});

test('fixed cuts score by value, and what no rule holds is told', async () => {
  const { rows, violations } = await samples.run('enrich.rfm', {
    ...input,
    method: 'cuts',
    recencyCuts: ['30'],
    frequencyCuts: ['5'],
    monetaryCuts: ['500'],
    segments: [
      { name: 'Recent', recencyTo: 1 },
      { name: 'Never', recencyTo: 1, frequencyTo: 1 },
    ],
  });
  const [recent, none] = rows('segments');
  expect([recent?.segment, none?.segment]).toEqual(['Recent', 'No segment']);
  expect(Number(recent?.average_recency_days)).toBeLessThanOrEqual(30);
  expect(Number(none?.average_recency_days)).toBeGreaterThan(30);
  expect(violations('segments_cover_all')).toBe(4);
  expect(violations('rules_are_used')).toBe(1);
});

test('cuts that are no numbers are refused with the field named', async () => {
  const run = samples.run('enrich.rfm', { ...input, method: 'cuts', recencyCuts: ['a month'] });
  await expect(run).rejects.toThrow('Recency cuts are not one to nine numbers: a month.');
});

test('cancellations without an order column are refused', async () => {
  await expect(samples.run('enrich.rfm', { ...input, order: '' })).rejects.toThrow('by an order column');
});
