import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSamples, type SampleProject } from './open-samples.ts';

let samples: SampleProject;
beforeAll(async () => {
  samples = await openSamples('airline_loyalty_data');
});
afterAll(() => samples.database.close());

const input = {
  dataset: 'airline_loyalty_data',
  person: '_tenant.membershipNumber',
  time: '_tenant.transactionDate',
  amount: '_tenant.mileage',
  group: '_tenant.loyaltyStatus',
  condition: "_tenant.transactionType = 'STATUS_MILES'",
};

test('deciles within each level add up as counted by a script of its own', async () => {
  const { rows, words, record } = await samples.run('enrich.deciles', input);
  const gain = rows('gain');
  expect(gain.map(({ people }) => people)).toEqual([101, 101, 101, 101, 100, 99, 99, 99, 99, 98]);
  expect(gain.map(({ total }) => total)).toEqual([
    4167400, 3351100, 2937200, 2629200, 2364000, 2161300, 1942600, 1714100, 1450200, 992100,
  ]);
  expect(gain.at(-1)).toMatchObject({ people_so_far: 1, total_so_far: 1 });
  const thresholds = rows('groups').flatMap(({ group, bucket, lowest }) => (bucket === 1 ? [[group, lowest]] : []));
  expect(Object.fromEntries(thresholds)).toEqual({ FLYER: 21000, FREQUENT: 39200, SILVER: 62100, GOLD: 91600 });
  expect(words('gain')).toMatch(/^The best bucket, 10\.1.% of 998 people, brings 17\.6.% of the total/u);
  expect(record.checks.filter(({ passed }) => !passed)).toEqual([]);
});

test('a month back is counted from the first of the month; a person without rows there has no bucket', async () => {
  const { rows } = await samples.run('enrich.deciles', { ...input, day: '2026-05-20', lookbacks: ['1'] });
  // From 1 April to 19 May: counted in SQL of its own.
  await samples.execute(`CREATE OR REPLACE TABLE spring AS SELECT * FROM airline_loyalty_data
    WHERE _tenant.transactionDate BETWEEN '2026-04-01' AND '2026-05-19'`);
  const spring = await samples.run('enrich.deciles', { ...input, dataset: 'spring', lookbacks: ['0'] });
  expect(rows('gain')).toEqual(spring.rows('gain'));
});

test('people of one total have one bucket when ties are kept together', async () => {
  const { words } = await samples.run('enrich.deciles', { ...input, ties: 'together' });
  expect(words('ties')).toBe('People of the same total have the same bucket throughout.');
});

test('the dataset has a map from level to bucket for each look-back, one row a member', async () => {
  const { record } = await samples.run('enrich.deciles', { ...input, lookbacks: ['3', '0'], saveAs: 'member_deciles' });
  expect(record.outputs).toMatchObject([{ name: 'member_deciles', rows: 998 }]);
  const kept = samples.database.workspace.datasets.find(({ name }) => name === 'member_deciles');
  expect(kept?.columns.map(({ name, type }) => [name, type])).toEqual([
    ['person', 'VARCHAR'],
    ['months_3', 'MAP(VARCHAR, INTEGER)'],
    ['all_time', 'MAP(VARCHAR, INTEGER)'],
  ]);
});

test('look-backs that are no months are refused', async () => {
  await expect(samples.run('enrich.deciles', { ...input, lookbacks: ['soon'] })).rejects.toThrow(
    'up to twelve whole months: soon.',
  );
});
