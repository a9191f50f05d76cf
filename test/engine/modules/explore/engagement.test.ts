import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../../electron/cli/open-project.ts';
import truths from '../../../../sample-data/truths.json' with { type: 'json' };
import { scalar } from '../../../../src/engine/collect.ts';
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

/** What the plain statement says that the windows replace. */
async function plainly(statement: string): Promise<number> {
  const session = await database.engine.openSession();
  try {
    return Number(await scalar(session, statement));
  } finally {
    await session.close();
  }
}

describe('active users', () => {
  test.each(['2026-02-02', '2026-03-01', '2026-05-15', '2026-05-31'])(
    'of %s are those that are counted one by one',
    async (day) => {
      const rows = rowsOf(await run('explore.engagement', app), 'active_users');
      const row = rows.find(({ active_day }) => active_day === day);
      const counted = (days: number) =>
        plainly(`SELECT count(DISTINCT user_id) FROM events_engagement
        WHERE CAST(event_time AS DATE) BETWEEN DATE '${day}' - ${days - 1} AND DATE '${day}'`);
      expect(row?.daily_users).toBe(await counted(1));
      expect(row?.weekly_users).toBe(day === '2026-02-02' ? null : await counted(7));
      expect(row?.monthly_users).toBe(day === '2026-02-02' ? null : await counted(28));
      if (day === '2026-05-15') expect(row?.daily_users).toBe(truth.activeUsersOn20260515);
    },
  );

  test.each(['day', 'week', 'month'])('add up from %s to %s', async (period) => {
    const rows = rowsOf(await run('explore.engagement', { ...app, period }), 'lifecycle');
    const figure = (index: number, name: string) => Number(rows[index]?.[name]);
    expect(rows.reduce((sum, row) => sum + Number(row.new), 0)).toBe(truth.users);
    for (let index = 1; index < rows.length; index++) {
      const kept = figure(index - 1, 'active') - figure(index, 'lost');
      expect(figure(index, 'returning')).toBe(kept);
      expect(figure(index, 'active')).toBe(kept + figure(index, 'new') + figure(index, 'resurrected'));
    }
  });
});

describe('features', () => {
  test('have the uses that the generator counted', async () => {
    const rows = rowsOf(await run('explore.feature-usage', { ...app, event: 'feature' }), 'adoption');
    expect(Object.fromEntries(rows.map(({ feature, uses }) => [textOf(feature), uses]))).toEqual(truth.eventsByFeature);
    for (const { feature, users, adoption } of rows) {
      const people = await plainly(
        `SELECT count(DISTINCT user_id) FROM events_engagement WHERE feature = '${textOf(feature)}'`,
      );
      expect(users).toBe(people);
      expect(Number(adoption)).toBeCloseTo(people / truth.users, 12);
    }
  });

  test('count as used again on another day only, by those who can be followed', async () => {
    const rows = rowsOf(await run('explore.feature-usage', { ...app, event: 'feature', within: 7 }), 'stickiness');
    const again =
      await plainly(`WITH days AS (SELECT DISTINCT user_id, CAST(event_time AS DATE) AS day FROM events_engagement WHERE feature = 'shop'),
      firsts AS (SELECT user_id, min(day) AS first_day FROM days GROUP BY user_id HAVING min(day) <= DATE '2026-05-24')
      SELECT count(DISTINCT user_id) FROM firsts JOIN days USING (user_id) WHERE day > first_day AND day <= first_day + 7`);
    expect(rows.find(({ feature }) => feature === 'shop')?.users_again).toBe(again);
  });
});

describe('time between', () => {
  const summary = async (settings: Readonly<Record<string, unknown>>) =>
    rowsOf(await run('explore.time-between', { ...app, ...settings }), 'summary')[0];

  test('events is to the next event of that person', async () => {
    const row = await summary({});
    const median = await plainly(`SELECT median(seconds) FROM (
      SELECT epoch(lead(moment) OVER (PARTITION BY user_id ORDER BY moment)) - epoch(moment) AS seconds
      FROM (SELECT DISTINCT user_id, event_time AS moment FROM events_engagement))`);
    expect(Number(row?.median_seconds)).toBeCloseTo(median, 6);
    expect(row?.starts).toBe(truth.events);
  });

  test('two events skips all others, and says how many are never followed', async () => {
    const session = await database.workspace.openSession('steps');
    const query =
      session.run(`CREATE TABLE steps AS SELECT person, TIMESTAMP '2026-01-01' + to_minutes(minute) AS at, event
      FROM (VALUES ('a', 0, 'view'), ('a', 4, 'read'), ('a', 10, 'buy'), ('a', 20, 'view'), ('b', 0, 'buy'), ('b', 0, 'view'))
      AS t (person, minute, event)`);
    await query.outcome;
    await query.close();
    await session.close();
    const row = await summary({
      dataset: 'steps',
      person: 'person',
      time: 'at',
      event: 'event',
      first: 'view',
      second: 'buy',
    });
    expect(row).toMatchObject({ starts: 3, followed: 1, median_seconds: 600 });
  });

  test('named events needs the column that names them', async () => {
    await expect(run('explore.time-between', { ...app, first: 'shop' })).rejects.toThrow(
      'The column of the events is not chosen.',
    );
  });
});
