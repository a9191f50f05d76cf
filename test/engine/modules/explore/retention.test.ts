import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../../electron/cli/open-project.ts';
import truths from '../../../../sample-data/truths.json' with { type: 'json' };
import { textOf } from '../../../../src/modules/words.ts';
import { openSampleProject } from '../../../golden/sample-project.ts';
import { rowsOf, sampleRunner } from '../run-sample.ts';

const truth = truths['events_engagement.csv'];
const app = { dataset: 'events_engagement', person: 'user_id', time: 'event_time' };

let database: OpenDatabase;
let run: ReturnType<typeof sampleRunner>;
beforeAll(async () => {
  database = await openSampleProject(['events_engagement']);
  run = sampleRunner(database);
});
afterAll(() => database.close());

describe('the app', () => {
  test('keeps the shares that the generator drew, for every cohort', async () => {
    const rows = rowsOf(await run('explore.retention', app), 'landmarks');
    const found = (column: string) =>
      Object.fromEntries(rows.map((row) => [textOf(row.cohort), Math.round(Number(row[column]) * 10_000) / 10_000]));
    expect(found('day_1')).toEqual(truth.retentionOnDay1ByCohort);
    expect(found('day_7')).toEqual(truth.retentionOnDay7ByCohort);
    expect(found('day_30')).toEqual(truth.retentionOnDay30ByCohort);
    expect(rows.map(({ people }) => people)).toEqual(rows.map(() => truth.users / 10));
  });

  test('leaves out what the youngest cohort has not lived through', async () => {
    const rows = rowsOf(await run('explore.retention', { ...app, horizon: 100 }), 'cohorts');
    const periods = (cohort: string) => rows.filter((row) => row.cohort === cohort).map(({ period }) => Number(period));
    // 2026-04-12, the cohort's last day, and 49 days make 2026-05-31.
    expect(Math.max(...periods('2026-04-06'))).toBe(49);
    expect(Math.max(...periods('2026-02-02'))).toBe(100);
  });

  test('counts later returns in rolling retention, so that it never rises', async () => {
    const rows = rowsOf(await run('explore.retention', { ...app, measure: 'rolling' }), 'cohorts').filter(
      ({ cohort }) => cohort === '2026-02-02',
    );
    for (const [index, row] of rows.entries()) {
      expect(Number(row.rolling_retention)).toBeGreaterThanOrEqual(Number(row.retention));
      if (index > 0)
        expect(Number(row.rolling_retention)).toBeLessThanOrEqual(Number(rows[index - 1]?.rolling_retention));
    }
  });
});

test('hand-worked: three people, of whom one returns late, one at once, one never', async () => {
  const session = await database.workspace.openSession('three');
  const query = session.run(`CREATE TABLE three AS
    SELECT person, DATE '2026-01-05' + day AS at, event
    FROM (VALUES ('a', 0, 'join'), ('a', 7, 'use'), ('b', 0, 'join'), ('b', 1, 'use'), ('b', 8, 'leave'),
      ('c', 0, 'join'), ('d', 0, 'use'), ('a', 20, 'leave')) AS t (person, day, event)`);
  await query.outcome;
  await query.close();
  await session.close();
  const record = await run('explore.retention', {
    dataset: 'three',
    person: 'person',
    time: 'at',
    period: 'week',
    horizon: 2,
    beginsWhere: "event = 'join'",
    returnsWhere: "event = 'use'",
  });
  expect(rowsOf(record, 'cohorts')).toMatchObject([
    { cohort: '2026-01-05', people: 3, period: 1, returned: 1, returned_then_or_later: 1 },
    { cohort: '2026-01-05', people: 3, period: 2, returned: 0, returned_then_or_later: 0 },
  ]);
  const [week1] = rowsOf(record, 'curve');
  // Wilson's interval of 1 in 3: 0.0615 to 0.7923 (scipy.stats.binomtest(1, 3).proportion_ci(method='wilson')).
  expect(week1?.low).toBeCloseTo(0.0615, 4);
  expect(week1?.high).toBeCloseTo(0.7923, 4);
});
