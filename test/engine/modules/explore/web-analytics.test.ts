import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../../electron/cli/open-project.ts';
import truths from '../../../../sample-data/truths.json' with { type: 'json' };
import { catalogView } from '../../../../src/modules/catalog-view.ts';
import { moduleById } from '../../../../src/modules/index.ts';
import { textOf } from '../../../../src/modules/words.ts';
import type { RunRecord } from '../../../../src/runner/run-record.ts';
import { openSampleProject } from '../../../golden/sample-project.ts';
import { rowsOf, sampleRunner } from '../run-sample.ts';

const truth = truths['web_clickstream.ndjson.gz'];

let database: OpenDatabase;
let run: ReturnType<typeof sampleRunner>;
let suggested: Readonly<Record<string, unknown>>;
let record: RunRecord;
beforeAll(async () => {
  database = await openSampleProject(['web_clickstream']);
  run = sampleRunner(database);
  const main = database.workspace.datasets.filter(({ schema }) => schema === 'main');
  suggested = moduleById('explore.web-analytics').suggest?.(catalogView(main)) ?? {};
  record = await run('explore.web-analytics', { ...suggested, lookback: 0 });
});
afterAll(() => database.close());

const byName = (id: string, key: string, value: string, decimals = 0) =>
  Object.fromEntries(rowsOf(record, id).map((row) => [textOf(row[key]), Number(Number(row[value]).toFixed(decimals))]));

test('every column is suggested', () => {
  expect(suggested).toEqual({
    dataset: 'web_clickstream',
    person: 'identityMap.ECID[1].id',
    time: 'timestamp',
    event: 'eventType',
    conversion: 'commerce.purchases',
    signedIn: 'identityMap.CRMID[1].id',
    page: 'web.webPageDetails.name',
    channel: 'marketing.channel',
    revenue: 'commerce."order".priceTotal',
    device: 'device.type',
    place: 'placeContext.geo.stateProvince',
    eventId: '_id',
  });
});

describe('the clickstream', () => {
  test('has the visits that the generator planned', () => {
    expect(rowsOf(record, 'overview')[0]).toMatchObject({
      visitors: truth.visitors,
      visitors_signed_in: truth.browsersSignedIn,
      people_signed_in: truth.customersSignedIn,
      visits: truth.visits,
      visits_signed_in: truth.visitsSignedIn,
      page_views: truth.pageViewsOfPeople,
      bounces: truth.bounces,
    });
  });

  test('names copies, the future and every bot', () => {
    const failed = record.checks.filter(({ passed }) => !passed);
    expect(failed.map(({ id, evidence }) => [id, evidence.rowCount])).toEqual([
      ['times_are_past', truth.futureRecords],
      ['events_come_once', truth.duplicateRecords],
      ['visitors_are_people', truth.bots],
    ]);
    const bots = failed.at(-1)?.evidence.rows ?? [];
    expect(bots.map(([person]) => person).sort()).toEqual(Object.values(truth.botIds).sort());
    expect(bots.reduce((sum, [, visits]) => sum + Number(visits), 0)).toBe(truth.botSessions);
    expect(bots.reduce((sum, [, , events]) => sum + Number(events), 0)).toBe(truth.botEvents);
  });

  test('counts bots where they are to be kept', async () => {
    const all = await run('explore.web-analytics', { ...suggested, withoutBots: false });
    expect(rowsOf(all, 'overview')[0]?.visits).toBe(truth.sessionsAtThirtyMinutes);
  });

  test('comes and buys by channel', () => {
    expect(byName('channels', 'channel', 'visits')).toEqual(truth.visitsByChannel);
    expect(byName('channels', 'channel', 'conversions')).toEqual(truth.purchasesByChannel);
  });

  test('is credited to channels by first and last touch', () => {
    expect(byName('attribution', 'channel', 'last_touch')).toEqual(truth.purchasesByChannel);
    expect(byName('attributed_revenue', 'channel', 'last_touch', 2)).toEqual(truth.revenueByChannelOfPurchase);
    expect(byName('attributed_revenue', 'channel', 'first_touch', 2)).toEqual(truth.revenueByChannelOfFirstVisit);
  });

  test.each(['first_touch', 'last_touch', 'linear', 'time_decay', 'position_based'])(
    'adds up to all by %s',
    (model) => {
      const total = (id: string) => rowsOf(record, id).reduce((sum, row) => sum + Number(row[model]), 0);
      // Weights are doubles: sums over some thousand of them are good to more than six digits behind the point.
      expect(total('attribution')).toBeCloseTo(917, 6);
      expect(total('attributed_revenue')).toBeCloseTo(truth.revenue, 6);
    },
  );

  test('begins and ends as often as there are visits, and no path goes back', () => {
    const sum = (id: string, column: string) => rowsOf(record, id).reduce((all, row) => all + Number(row[column]), 0);
    expect(sum('pages', 'entries')).toBe(truth.visits);
    expect(sum('pages', 'exits')).toBe(truth.visits);
    expect(sum('days', 'visits')).toBe(truth.visits);
    expect(sum('hours', 'visits')).toBe(truth.visits);
    const paths = rowsOf(record, 'paths');
    expect(paths.filter(({ step }) => step === 1).reduce((all, row) => all + Number(row.visits), 0)).toBe(truth.visits);
    for (const { from_page, to_page } of paths) {
      expect(Number.parseInt(textOf(to_page))).toBe(Number.parseInt(textOf(from_page)) + 1);
    }
  });
});

describe('credit, worked by hand', () => {
  /** Four visits, a week apart, the last with a conversion of 80. */
  const visits = `CREATE OR REPLACE TABLE four AS
    SELECT 'a' AS person, TIMESTAMP '2026-01-01' + to_days(7 * n) AS moment, channel, CASE WHEN n = 3 THEN 'buy' END AS event, 80 AS amount
    FROM (VALUES (0, 'ad'), (1, 'mail'), (2, 'search'), (3, 'direct')) AS t (n, channel)`;
  const input = {
    dataset: 'four',
    person: 'person',
    time: 'moment',
    channel: 'channel',
    event: 'event',
    conversion: 'buy',
    revenue: 'amount',
  };
  beforeAll(async () => {
    const session = await database.workspace.openSession('four');
    const query = session.run(visits);
    await query.outcome;
    await query.close();
    await session.close();
  });

  test('by each rule', async () => {
    const rows = rowsOf(await run('explore.web-analytics', input), 'attributed_revenue');
    const of = (model: string) => Object.fromEntries(rows.map((row) => [textOf(row.channel), Number(row[model])]));
    expect(of('linear')).toEqual({ ad: 20, mail: 20, search: 20, direct: 20 });
    expect(of('position_based')).toEqual({ ad: 32, mail: 8, search: 8, direct: 32 });
    // Weights 1/8, 1/4, 1/2 and 1 of a half-life of a week: parts of 15.
    for (const [channel, parts] of Object.entries({ ad: 1, mail: 2, search: 4, direct: 8 })) {
      expect(of('time_decay')[channel]).toBeCloseTo((80 * parts) / 15, 9);
    }
  });

  test('looking back no further than told', async () => {
    const rows = rowsOf(await run('explore.web-analytics', { ...input, lookback: 10 }), 'attribution');
    expect(rows.map(({ channel, linear }) => [channel, linear])).toEqual([
      ['direct', 0.5],
      ['search', 0.5],
    ]);
  });
});
