import { afterAll, beforeAll, expect, test } from 'vitest';
import truths from '../../../../sample-data/truths.json' with { type: 'json' };
import reference from '../../../fixtures/enrich/clv-reference.json' with { type: 'json' };
import { openSamples, type SampleProject, type SampleRun } from './open-samples.ts';

const truth = truths['transactions_clv.csv'];
let samples: SampleProject;
let run: SampleRun;
beforeAll(async () => {
  samples = await openSamples('transactions_clv');
  run = await samples.run('enrich.clv', {
    dataset: 'transactions_clv',
    person: 'customer_id',
    time: 'date',
    amount: 'amount',
    saveAs: 'lifetime_values',
  });
});
afterAll(() => samples.database.close());

test('parameters are those that scipy finds on the same likelihood', () => {
  const [model] = run.rows('model');
  // The likelihood is flat at its top: two searches that stop near it differ in the sixth digit of a parameter.
  for (const name of ['r', 'alpha', 'a', 'b'] as const) {
    expect(Number(model?.[name]) / reference.bgNbd[name]).toBeCloseTo(1, 4);
  }
  for (const name of ['p', 'q', 'v'] as const) {
    expect(Number(model?.[name]) / reference.gammaGamma[name]).toBeCloseTo(1, 4);
  }
});

test('what the data was drawn from is found again within its error', () => {
  const [model] = run.rows('model');
  const { r, alpha, a, b } = truth.parameters;
  // From 2,000 people the rate is known to about a twentieth.
  expect(Math.abs(Number(model?.weekly_rate) / (r / alpha) - 1)).toBeLessThan(0.1);
  expect(Number(model?.dropout_probability)).toBeCloseTo(a / (a + b), 1);
  // Means of 2,000 people that differ by some 45: three standard errors.
  expect(Math.abs(Number(model?.average_amount) - truth.expectedMeanAmount)).toBeLessThan(3);
});

test('as many are taken to be alive as are', async () => {
  await samples.execute(`CREATE TABLE alive AS SELECT unnest(range(CAST(round(sum(probability_alive)) AS BIGINT))) AS one
    FROM lifetime_values`);
  const alive = samples.database.workspace.datasets.find(({ name }) => name === 'alive')?.rowCount ?? 0;
  // Four standard deviations of a sum of 2,000 chances, each of at most 1/4 of variance.
  expect(Math.abs(alive - truth.customersStillAlive)).toBeLessThan(90);
});

test('the fit without the last quarter foretells it', () => {
  const total = (column: string) =>
    run.rows('holdout').reduce((sum, row) => sum + Number(row.people) * Number(row[column]), 0);
  // Some 600 purchases vary by a twenty-fifth, more as people differ: a tenth is two to three deviations.
  expect(Math.abs(total('foretold') / total('seen') - 1)).toBeLessThan(0.1);
});

test('everyone has a value, and the checks pass', () => {
  expect(run.record.outputs).toMatchObject([{ name: 'lifetime_values', rows: truth.customers }]);
  expect(run.record.checks.filter(({ passed }) => !passed)).toEqual([]);
  expect(run.words('value')).toMatch(/^2,000 people are expected to bring/);
});
