import { afterAll, beforeAll, expect, test } from 'vitest';
import truths from '../../../../sample-data/truths.json' with { type: 'json' };
import reference from '../../../fixtures/enrich/nps-reference.json' with { type: 'json' };
import { openSamples, type SampleProject } from './open-samples.ts';

let samples: SampleProject;
beforeAll(async () => {
  samples = await openSamples('nps_survey');
});
afterAll(() => samples.database.close());

const truth = truths['nps_survey.csv'];
const ratings = ['product', 'delivery', 'service', 'website', 'price'];
const input = {
  dataset: 'nps_survey',
  score: 'score',
  person: 'customer_id',
  time: 'answered_on',
  segment: 'segment',
  drivers: ratings.map((rating) => `${rating}_rating`),
  verbatim: 'verbatim',
};

test('the score, its groups and its interval', async () => {
  const { rows, words } = await samples.run('enrich.nps', { ...input, drivers: [] });
  const [score] = rows('score');
  const { invitations, responses, promoters, passives, detractors } = truth;
  expect(score).toMatchObject({ asked: invitations, responses, promoters, passives, detractors });
  expect(score?.nps).toBeCloseTo(truth.nps, 4);
  // The reference takes the deviation of +1, 0 and −1 over all answers: the same formula, otherwise written.
  expect(score?.margin).toBeCloseTo(reference.margin, 6);
  expect(words('score')).toContain('The net promoter score is 3.86, with 95 % confidence between -1.97 and 9.68');
});

test('weighting by invitations takes the bias of response away, and the bias is told', async () => {
  const { rows, violations } = await samples.run('enrich.nps', input);
  const segments = Object.fromEntries(
    rows('segments').map(({ segment, nps }) => [String(segment), Number(nps)] as const),
  );
  for (const [segment, nps] of Object.entries(truth.npsBySegment)) expect(segments[segment]).toBeCloseTo(nps, 3);
  expect(rows('weighted')[0]?.weighted_nps).toBeCloseTo(truth.npsWeightedByInvitations, 2);
  expect(violations('segments_answer_alike')).toBe(3);
});

test('drivers come in the order of the weights that the scores were made with', async () => {
  const { rows } = await samples.run('enrich.nps', input);
  const drivers = rows('drivers');
  expect(drivers.map(({ driver }) => driver)).toEqual(input.drivers);
  const explained = reference.weights.reduce((sum, weight) => sum + weight, 0);
  drivers.forEach(({ importance, coefficient }, index) => {
    // Correlations of the engine and of numpy differ in the last digits.
    expect(importance).toBeCloseTo((reference.weights[index] ?? 0) / explained, 9);
    expect(coefficient).toBeCloseTo(reference.coefficients[index] ?? 0, 9);
  });
});

test('periods add up to all answers', async () => {
  const { rows } = await samples.run('enrich.nps', { ...input, grain: 'week' });
  expect(rows('trend').reduce((sum, row) => sum + Number(row.responses), 0)).toBe(truth.responses);
});

test('words of praise and complaint are counted, a negation turning them round', async () => {
  await samples.execute(`CREATE TABLE comments AS
    SELECT * FROM (VALUES (10, 'Great, lovely staff!'), (9, 'not bad'), (0, 'It was never good. Slow and rude.'), (5, ''), (5, NULL))
      AS t (score, said)`);
  const { rows } = await samples.run('enrich.nps', { dataset: 'comments', score: 'score', verbatim: 'said' });
  expect(rows('comments')).toMatchObject([
    { score_group: 'promoter', comments: 2, positive_share: 1, average_sentiment: 1.5 },
    { score_group: 'detractor', comments: 1, negative_share: 1, average_sentiment: -3 },
  ]);
});

test('scores of another scale end the run', async () => {
  await samples.execute('CREATE TABLE stars AS SELECT unnest([1, 4, 11]) AS score');
  const { record, violations } = await samples.run('enrich.nps', { dataset: 'stars', score: 'score' });
  expect(violations('scores_fit_scale')).toBe(1);
  expect(record.findings).toEqual([]);
});
