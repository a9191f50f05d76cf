import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSamples, type SampleProject } from '../enrich/open-samples.ts';

let samples: SampleProject;
beforeAll(async () => {
  samples = await openSamples('healthcare_customers');
  await samples.execute(`CREATE TABLE poll AS
    SELECT CASE WHEN i % 10 < 3 THEN 'yes' WHEN i % 10 < 9 THEN 'no' ELSE 'unsure' END AS said FROM range(20000) AS t (i)`);
});
afterAll(() => samples.database.close());

const poll = { dataset: 'poll', answer: 'said', answers: ['yes', 'no', 'unsure'], budget: 100 };

test('an answer stays with the stated chance, and shares are estimated without bias', async () => {
  const { rows } = await samples.run('privacy.randomised-response', { ...poll, epsilon: 1, saveAs: 'given_answers' });
  const truth: Readonly<Record<string, number>> = { yes: 0.3, no: 0.6, unsure: 0.1 };
  const p = Math.E / (Math.E + 2);
  const q = (1 - p) / 2;
  for (const { answer, given_share, estimated_share, high, low } of rows('estimates')) {
    const share = truth[String(answer)] ?? Number.NaN;
    const expected = share * p + (1 - share) * q;
    const deviation = Math.sqrt((expected * (1 - expected)) / 20_000);
    // 4.5 standard errors: one right run in 150,000 would fail, and the key of the tests is fixed.
    expect(Math.abs(Number(given_share) - expected)).toBeLessThan(4.5 * deviation);
    expect(Number(estimated_share)).toBeCloseTo((Number(given_share) - q) / (p - q), 12);
    const margin = (1.959964 * Math.sqrt((Number(given_share) * (1 - Number(given_share))) / 20_000)) / (p - q);
    expect((Number(high) - Number(low)) / 2).toBeCloseTo(margin, 9);
  }
  const sum = rows('estimates').reduce((total, { estimated_share }) => total + Number(estimated_share), 0);
  expect(sum).toBeCloseTo(1, 9);
});

test('answers that nobody may give leave their rows out, and one possible answer says nothing', async () => {
  const { words } = await samples.run('privacy.randomised-response', { ...poll, answers: ['yes'] });
  expect(words('estimates')).toBe('There are too few answers, or too few kinds of them, to estimate anything.');
});

test('it spends the budget of the dataset', async () => {
  await samples.execute('CREATE TABLE small_poll AS FROM poll LIMIT 10');
  const ask = () => samples.run('privacy.randomised-response', { ...poll, dataset: 'small_poll', budget: 1.5 });
  await ask();
  await expect(ask()).rejects.toThrow('ε = 1 more is refused');
});
