import { afterAll, beforeAll, expect, test } from 'vitest';
import truths from '../../../../sample-data/truths.json' with { type: 'json' };
import { rows } from '../../../../src/engine/collect.ts';
import { openSamples, type SampleProject } from '../enrich/open-samples.ts';

let samples: SampleProject;
beforeAll(async () => {
  samples = await openSamples('healthcare_customers');
  await samples.execute(`CREATE VIEW decades AS
    SELECT * EXCLUDE (age), floor(age / 10) :: INTEGER AS decade FROM healthcare_customers`);
});
afterAll(() => samples.database.close());

async function query(statement: string) {
  const session = await samples.database.engine.openSession();
  return rows(session, statement).finally(() => session.close());
}

const truth = truths['healthcare_customers.csv'];
const decades = { dataset: 'decades', known: ['decade', 'gender', 'country'] };

test('groups of decade, gender and country are as many, and as small, as counted by a script of its own', async () => {
  const { rows: found, violations } = await samples.run('privacy.anonymity', decades);
  expect(found('k')[0]).toMatchObject({
    groups: truth.groupsOfDecadeGenderCountry,
    people: truth.rows,
    small_groups: truth.groupsBelowFive,
    people_in_small_groups: truth.rowsInGroupsBelowFive,
  });
  expect(violations('groups_are_large')).toBe(truth.groupsBelowFive);
  const marketer = found('risk').find(({ attacker }) => attacker === 'marketer');
  expect(marketer?.average_risk).toBeCloseTo(truth.groupsOfDecadeGenderCountry / truth.rows, 12);
  expect(found('sizes').reduce((sum, { people }) => sum + Number(people), 0)).toBe(truth.rows);
});

test('the kept rows reach k, and no more are left out than allowed', async () => {
  const { rows: found } = await samples.run('privacy.anonymity', {
    dataset: 'healthcare_customers',
    known: ['age', 'gender', 'country'],
    sensitive: 'diagnosis_code',
    saveAs: 'generalised_people',
  });
  const [released] = await query(`SELECT min(n) AS k, sum(n) AS n FROM (
    SELECT count(*) AS n FROM generalised_people GROUP BY age, gender, country)`);
  expect(Number(released?.k)).toBeGreaterThanOrEqual(5);
  expect(Number(released?.n)).toBeGreaterThanOrEqual(0.95 * truth.rows);
  const [best] = found('proposal');
  expect(truth.rows - Number(released?.n)).toBe(best?.rows_left_out);
  expect(Number(released?.k)).toBe(best?.smallest_group);
  const columns = await query('DESCRIBE generalised_people');
  expect(columns.map(({ column_name }) => column_name)).toEqual(['age', 'gender', 'country', 'diagnosis_code']);
});

interface Person {
  readonly group: number;
  readonly value: number;
}

/** l, effective l and t of the worst group, from the definitions, over all values for all groups. */
function oracle(people: readonly Person[], isOrdered: boolean) {
  const values = [...new Set(people.map(({ value }) => value))].sort((a, b) => a - b);
  const shares = (some: readonly Person[]) =>
    values.map((value) => some.filter((one) => one.value === value).length / some.length);
  const whole = shares(people);
  const groups = [...new Set(people.map(({ group }) => group))].map((group) =>
    shares(people.filter((one) => one.group === group)),
  );
  const distance = (own: readonly number[]) => {
    const differences = own.map((share, index) => share - (whole[index] ?? 0));
    if (!isOrdered) return differences.reduce((sum, one) => sum + Math.abs(one), 0) / 2;
    let cumulated = 0;
    return differences.reduce((sum, one) => sum + Math.abs((cumulated += one)), 0) / (values.length - 1);
  };
  const entropy = (own: readonly number[]) =>
    own.reduce((sum, part) => sum - (part > 0 ? part * Math.log(part) : 0), 0);
  return {
    l: Math.min(...groups.map((own) => own.filter((part) => part > 0).length)),
    effective_l: Math.min(...groups.map((own) => Math.exp(entropy(own)))),
    t: Math.max(...groups.map(distance)),
  };
}

test.each([
  [false, 12, 5, 7],
  [false, 60, 9, 11],
  [true, 12, 5, 13],
  [true, 60, 9, 17],
  [true, 60, 40, 19],
  [true, 8, 2, 23],
])(
  'diversity and closeness are as defined (ordered: %s, %i people, %i values)',
  async (isOrdered, count, values, seed) => {
    let state = seed;
    const draw = (below: number) => (state = (state * 48271) % 2147483647) % below;
    const people = Array.from({ length: count }, (): Person => ({ group: draw(4), value: draw(values) }));
    const list = people.map(({ group, value }) => `(${group}, ${isOrdered ? value : `'v${value}'`})`).join(', ');
    await samples.execute(`CREATE OR REPLACE TABLE small AS SELECT * FROM (VALUES ${list}) AS t (place, said)`);
    const { rows: found } = await samples.run('privacy.anonymity', {
      dataset: 'small',
      known: ['place'],
      sensitive: 'said',
      k: 2,
      suppress: 100,
    });
    const [measured] = found('diversity');
    const expected = oracle(people, isOrdered);
    expect(measured?.l).toBe(expected.l);
    expect(measured?.effective_l).toBeCloseTo(expected.effective_l, 9); // sums in another order
    expect(measured?.t).toBeCloseTo(expected.t, 9);
  },
);

test('salaries of the paper on closeness: 3, 4 and 5 thousand among nine from 3 to 11 lie 0.375 away', async () => {
  // Li, Li and Venkatasubramanian (2007), section 4.3; {6, 8, 11} lies 0.167 away.
  await samples.execute(`CREATE OR REPLACE TABLE salaries AS SELECT * FROM (VALUES
    ('a', 3), ('a', 4), ('a', 5), ('b', 6), ('b', 8), ('b', 11), ('c', 7), ('c', 9), ('c', 10)) AS t (zip, salary)`);
  const { rows: found } = await samples.run('privacy.anonymity', {
    dataset: 'salaries',
    known: ['zip'],
    sensitive: 'salary',
    k: 2,
    t: 0.3,
  });
  expect(found('diversity')[0]?.t).toBeCloseTo(0.375, 9);
  expect(found('diversity')[0]?.people_beyond_t).toBe(3);
});

test.each([
  [{ known: ['decade'], sensitive: 'decade' }, 'both known and sensitive'],
  [{ known: ['decade'], steps: [{ column: 'gender', steps: '' }] }, 'not among the columns'],
  [{ known: ['decade'], steps: [{ column: 'decade', steps: '4; 6' }] }, 'do not lie within each other'],
  [{ known: ['gender'], steps: [{ column: 'gender', steps: 'year' }] }, 'cannot be generalised'],
])('inputs that cannot be are refused in words', async (input, message) => {
  await expect(samples.run('privacy.anonymity', { dataset: 'decades', ...input })).rejects.toThrow(message);
});
