import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../../electron/cli/open-project.ts';
import truths from '../../../../sample-data/truths.json' with { type: 'json' };
import reference from '../../../fixtures/explore-funnel/differences.json' with { type: 'json' };
import { rows } from '../../../../src/engine/collect.ts';
import type { StructValue } from '../../../../src/engine/value.ts';
import { numberOf, textOf } from '../../../../src/modules/words.ts';
import { openSampleProject } from '../../../golden/sample-project.ts';
import { rowsOf, sampleRunner } from '../run-sample.ts';

const { funnel } = truths['web_clickstream.ndjson.gz'];
const visits = {
  dataset: 'web_clickstream',
  person: 'identityMap.ECID[1].id',
  time: 'timestamp',
  event: 'eventType',
  steps: ['*', 'commerce.productViews', 'commerce.productListAdds', 'commerce.checkouts', 'commerce.purchases'],
  visit: '_experience.analytics.session.num',
  breakdown: 'device.type',
};

let database: OpenDatabase;
let run: ReturnType<typeof sampleRunner>;
beforeAll(async () => {
  database = await openSampleProject(['web_clickstream']);
  run = sampleRunner(database);
});
afterAll(() => database.close());

async function execute(statement: string): Promise<void> {
  const session = await database.workspace.openSession('test');
  const query = session.run(statement);
  await query.outcome;
  await query.close();
  await session.close();
}

/** How many people reach each step, by trying every chain of events. */
function searched(clicks: readonly StructValue[], steps: readonly string[], window: number): readonly number[] {
  const people = new Map<string, readonly StructValue[]>();
  for (const click of clicks) {
    const own = people.get(textOf(click.person)) ?? [];
    people.set(textOf(click.person), [...own, click]);
  }
  const depth = (own: readonly StructValue[], step: number, after: number, start: number): number => {
    const reached = own.flatMap((click, index) => {
      const minute = numberOf(click.minute);
      const fits = index > after && click.event === steps[step] && (step === 0 || minute - start <= window);
      return fits ? [depth(own, step + 1, index, step === 0 ? minute : start)] : [];
    });
    return reached.length === 0 ? step : Math.max(...reached);
  };
  const depths = [...people.values()].map((own) => depth(own, 0, -1, 0));
  return steps.map((_, index) => depths.filter((reached) => reached > index).length);
}

describe('visits of the clickstream', () => {
  test('reach the steps that the generator planned, by device', async () => {
    const record = await run('explore.funnel', visits);
    const groups = rowsOf(record, 'groups').map(({ group_name, ...counts }) => [
      group_name,
      [1, 2, 3, 4, 5].map((step) => counts[`reached_${step}`]),
    ]);
    expect(Object.fromEntries(groups)).toEqual(
      Object.fromEntries(Object.entries(funnel).map(([device, counts]) => [device, Object.values(counts)])),
    );
    expect(rowsOf(record, 'steps').map(({ reached }) => reached)).toEqual([9873, 4422, 1925, 1242, 917]);
    expect(record.checks.filter(({ passed }) => !passed).map(({ id, evidence }) => [id, evidence.rowCount])).toEqual([
      ['times_are_past', truths['web_clickstream.ndjson.gz'].futureRecords],
    ]);
  });

  test('differ by device as an independent test says', async () => {
    const rows = rowsOf(await run('explore.funnel', visits), 'differences');
    expect(rows.map(({ group_a, group_b }) => [group_a, group_b])).toEqual(
      reference.map(({ group_a, group_b }) => [group_a, group_b]),
    );
    for (const [index, expected] of reference.entries()) {
      expect(rows[index]?.z).toBeCloseTo(expected.z, 9);
      // The error function is good to 1.2e-7 of its value.
      for (const key of ['p_value', 'adjusted_p'] as const) {
        expect(Number(rows[index]?.[key]) / expected[key]).toBeCloseTo(1, 6);
      }
    }
  });
});

describe('made events', () => {
  /** a: in order; b: the wrong way round; c: too late after the first try, in time after the second; d: with a detour. */
  const events = `CREATE OR REPLACE TABLE clicks AS
    SELECT person, TIMESTAMP '2026-01-01' + to_hours(hour) AS at, event
    FROM (VALUES ('a', 0, 'see'), ('a', 1, 'buy'), ('b', 0, 'buy'), ('b', 1, 'see'), ('c', 0, 'see'), ('c', 50, 'see'),
      ('c', 52, 'buy'), ('d', 0, 'see'), ('d', 1, 'read'), ('d', 2, 'buy')) AS t (person, hour, event)`;
  const input = { dataset: 'clicks', person: 'person', time: 'at', event: 'event', steps: ['see', 'buy'] };
  const reached = async (settings: Readonly<Record<string, unknown>>) => {
    const record = await run('explore.funnel', { ...input, ...settings });
    return rowsOf(record, 'steps').map((row) => row.reached);
  };
  beforeAll(async () => {
    await execute(events);
  });

  test.each([
    ['loose, without limit', {}, [4, 3]],
    ['loose, within three hours: a later try counts', { window: 3, windowUnit: 'hour' }, [4, 3]],
    ['loose, within one hour', { window: 1, windowUnit: 'hour' }, [4, 1]],
    ['strict: a detour does not count', { order: 'strict' }, [4, 2]],
    ['the same step twice needs two events', { steps: ['see', 'see'] }, [4, 1]],
    ['who skips a step goes no further', { steps: ['see', 'read', 'buy'] }, [4, 1, 1]],
    ['the same within days', { steps: ['see', 'read', 'buy'], window: 5 }, [4, 1, 1]],
    [
      'steps by condition',
      { steps: [], conditions: [{ condition: "event <> 'see'" }, { condition: "event = 'see'" }] },
      [4, 1],
    ],
  ])('%s', async (_name, settings, expected) => {
    expect(await reached(settings)).toEqual(expected);
  });

  test('random events: as a search of each person’s events finds', async () => {
    await execute(`CREATE OR REPLACE TABLE random_clicks AS
      SELECT hash(n) % 40 AS person, TIMESTAMP '2026-01-01' + to_minutes(CAST(n * 7 AS INTEGER)) AS moment, chr(CAST(97 + hash(n, 1) % 5 AS INTEGER)) AS event
      FROM range(400) AS t (n)`);
    const session = await database.engine.openSession();
    const clicks = await rows(
      session,
      'SELECT person, epoch(moment) / 60 AS minute, event FROM random_clicks ORDER BY moment',
    );
    await session.close();
    const steps = ['a', 'b', 'c', 'b'];
    for (const window of [0, 60, 600]) {
      const found = await reached({ dataset: 'random_clicks', time: 'moment', steps, window, windowUnit: 'minute' });
      expect(numberOf(found.at(1))).toBeGreaterThan(0);
      expect(found).toEqual(searched(clicks, steps, window === 0 ? Infinity : window));
    }
  });

  test('times are those of the best try', async () => {
    const record = await run('explore.funnel', { ...input, window: 3, windowUnit: 'hour' });
    expect(rowsOf(record, 'times')[0]?.median_seconds).toBe(7200);
  });

  test.each([
    [{ steps: ['see'] }, 'A funnel has 2 to 20 steps, not 1.'],
    [{ event: '' }, 'The column of the steps is not chosen.'],
    [{ conditions: [{ name: 'a' }, { name: 'b' }] }, 'A step has no condition.'],
  ])('%j is refused', async (settings, message) => {
    await expect(run('explore.funnel', { ...input, ...settings })).rejects.toThrow(message);
  });
});
