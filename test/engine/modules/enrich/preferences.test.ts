import { afterAll, beforeAll, expect, test } from 'vitest';
import truths from '../../../../sample-data/truths.json' with { type: 'json' };
import { openSamples, type SampleProject } from './open-samples.ts';

let samples: SampleProject;
beforeAll(async () => {
  samples = await openSamples('movie_data', 'product_preferences');
});
afterAll(() => samples.database.close());

const counts = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  Object.fromEntries(rows.map(({ category, people }) => [String(category), people] as const));

test('several values in a text are counted apart', async () => {
  const films = await samples.run('enrich.preferences', { dataset: 'movie_data', person: 'id', values: 'genres' });
  expect(counts(films.rows('categories'))).toEqual(truths['movie_data.csv'].rowsByGenre);
  const shop = await samples.run('enrich.preferences', {
    dataset: 'product_preferences',
    person: 'customer_id',
    values: 'activities',
  });
  expect(counts(shop.rows('categories'))).toEqual(truths['product_preferences.csv'].customersByActivity);
});

test('a group’s favourite comes with everyone who likes it, once each', async () => {
  const input = { dataset: 'movie_data', person: 'email', values: 'genres', group: 'state', saveAs: 'fans' };
  const { rows, violations, record } = await samples.run('enrich.preferences', input);
  expect(violations('people_are_known')).toBe(truths['movie_data.csv'].rowsWithoutEmail);
  expect(record.outputs[0]?.rows).toBe(rows('favourites').length);
  await samples.execute(`CREATE TABLE wrong AS
    SELECT group_name FROM fans
    WHERE len(members) <> people OR len(list_distinct(members)) <> len(members)
    UNION ALL
    SELECT group_name FROM fans WHERE people <> (
      SELECT count(DISTINCT email) FROM movie_data WHERE state = group_name AND contains(genres, category))`);
  expect(samples.database.workspace.datasets.find(({ name }) => name === 'wrong')?.rowCount).toBe(0);
});

test('whoever is in two groups counts in both, and once among everyone', async () => {
  await samples.execute(`CREATE TABLE movers AS
    SELECT * FROM (VALUES (1, 'ME', 'hiking'), (1, 'NY', 'hiking'), (2, 'NY', 'skiing')) AS t (id, state, likes)`);
  const { rows } = await samples.run('enrich.preferences', {
    dataset: 'movers',
    person: 'id',
    values: 'likes',
    group: 'state',
  });
  expect(rows('categories')).toEqual([
    { category: 'hiking', people: 1, people_share: 0.5 },
    { category: 'skiing', people: 1, people_share: 0.5 },
  ]);
  expect(rows('differences').map(({ group, category, lift }) => [group, category, lift])).toEqual([
    ['ME', 'hiking', 2],
    ['NY', 'hiking', 1],
    ['NY', 'skiing', 1],
  ]);
});

test('lists are taken apart as they are, and spellings are told', async () => {
  await samples.execute(`CREATE TABLE hobbies AS
    SELECT * FROM (VALUES (1, ['hiking', 'Hiking']), (2, ['hiking', ' skiing ']), (3, [])) AS t (id, likes)`);
  const { rows, violations } = await samples.run('enrich.preferences', {
    dataset: 'hobbies',
    person: 'id',
    values: 'likes',
  });
  expect(counts(rows('categories'))).toEqual({ hiking: 2, Hiking: 1, skiing: 1 });
  expect(violations('spellings_agree')).toBe(1);
});
