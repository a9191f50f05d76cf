import { afterAll, beforeAll, expect, test } from 'vitest';
import { readProfileMarks } from '../../../../src/catalog/profile-marks.ts';
import { openSamples, type SampleProject } from './open-samples.ts';

let samples: SampleProject;
beforeAll(async () => {
  samples = await openSamples('customers', 'orders');
  await samples.execute(`CREATE TABLE people AS SELECT unnest(['Ann@example.com', 'bob@example.com', NULL]) AS email`);
  await samples.execute(`CREATE TABLE acts AS
    SELECT email, TIMESTAMP '2026-01-01' + to_days(day) AS at, place, amount
    FROM (VALUES ('ann@example.com', 0, 'shop', 10), ('ANN@example.com ', 5, 'web', 20), ('ann@example.com', 9, 'web', 30),
      ('eve@example.com', 1, 'shop', 5)) AS t (email, day, place, amount)`);
});
afterAll(() => samples.database.close());

const rowCount = (wanted: string) => samples.database.workspace.datasets.find(({ name }) => name === wanted)?.rowCount;
const acts = { profiles: 'people', identity: 'email', events: 'acts', person: 'email', time: 'at' };

test('every customer has one row, with the orders that are theirs', async () => {
  const { rows, record } = await samples.run('enrich.profile-attributes', {
    profiles: 'customers',
    identity: 'customer_id',
    events: 'orders',
    person: 'customer_id',
    time: 'ordered_at',
    saveAs: 'customer_attributes',
  });
  expect(rows('people')).toMatchObject([{ people: 2000, with_events: 1950 }]);
  expect(record.checks.filter(({ passed }) => !passed)).toEqual([]);
  const session = await samples.database.engine.openSession();
  const marks = await readProfileMarks(session);
  expect([...marks]).toEqual([['customer_attributes', { identity: 'identity', namespace: 'CRMID' }]]);
  await samples.execute('CREATE TABLE orders_of_all AS FROM customer_attributes, range(events_total)');
  expect(rowCount('orders_of_all')).toBe(8907);
  await samples.execute('ALTER TABLE customer_attributes RENAME COLUMN identity TO person');
  expect((await readProfileMarks(session)).size).toBe(0);
  await session.close();
});

test('each kind of attribute by hand, with identities compared without case and spaces', async () => {
  const attributes = [
    { name: 'n', kind: 'count' },
    { name: 'n5', kind: 'count', days: 5 },
    { name: 'total', kind: 'sum', column: 'amount' },
    { name: 'mean', kind: 'average', column: 'amount' },
    { name: 'low', kind: 'smallest', column: 'amount' },
    { name: 'high', kind: 'largest', column: 'amount' },
    { name: 'places', kind: 'different', column: 'place' },
    { name: 'favourite', kind: 'favourite', column: 'place' },
    { name: 'first_place', kind: 'first', column: 'place' },
    { name: 'last_place', kind: 'last', column: 'place' },
    { name: 'since_first', kind: 'days-since-first' },
    { name: 'since_last', kind: 'days-since-last' },
  ];
  const input = { ...acts, attributes, ignoreCase: true, day: '2026-01-10', saveAs: 'derived_people' };
  const { violations } = await samples.run('enrich.profile-attributes', input);
  expect(violations('identity_is_known')).toBe(1);
  expect(violations('events_find_profiles')).toBe(1);
  await samples.execute(`CREATE TABLE as_expected AS FROM derived_people
    WHERE (identity = 'ann@example.com' AND n = 2 AND n5 = 1 AND total = 30 AND mean = 15 AND low = 10 AND high = 20
        AND places = 2 AND favourite = 'shop' AND first_place = 'shop' AND last_place = 'web'
        AND since_first = 9 AND since_last = 4)
      OR (identity = 'bob@example.com' AND n = 0 AND places = 0 AND total IS NULL AND since_last IS NULL)`);
  expect(rowCount('as_expected')).toBe(2);
});

test('an identity of two profiles ends the run, and nothing is written', async () => {
  await samples.execute(`CREATE TABLE twice AS SELECT unnest(['a', 'a']) AS email`);
  const { record, violations } = await samples.run('enrich.profile-attributes', {
    ...acts,
    profiles: 'twice',
    saveAs: 'never',
  });
  expect(violations('identity_is_unique')).toBe(1);
  expect(record.outputs).toEqual([]);
  expect(rowCount('never')).toBeUndefined();
});

test.each([
  [[{ name: 'total', kind: 'sum' }], 'The attribute "total" needs a column.'],
  [[{ name: 'identity', kind: 'count' }], 'Two columns would be called "identity".'],
  [[], 'Every attribute needs a name, and there must be one.'],
])('attributes that cannot be made are refused', async (attributes, message) => {
  await expect(samples.run('enrich.profile-attributes', { ...acts, attributes })).rejects.toThrow(message);
});
