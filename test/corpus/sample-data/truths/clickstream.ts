import { cents, count, each, type TruthQueries } from './queries.ts';

/** The events of people without duplicates and future dates, and their sessions at the rule of thirty minutes. */
export const clickstreamTables: readonly string[] = [
  `CREATE TEMP TABLE clicks AS
WITH
  events AS (
    SELECT DISTINCT ON (_id)
      *,
      identityMap.ECID[1].id AS browser,
      environment.browserDetails.userAgent LIKE '%Headless%' AS is_bot
    FROM web_clickstream
    WHERE timestamp < TIMESTAMP '2030-01-01'
  ),
  gaps AS (
    SELECT
      *,
      timestamp - lag(timestamp) OVER (PARTITION BY browser ORDER BY timestamp) AS gap
    FROM events
  )
SELECT
  *,
  count(*) FILTER (gap IS NULL OR gap > INTERVAL 30 MINUTES) OVER (PARTITION BY browser ORDER BY timestamp) AS session
FROM gaps`,
  `CREATE TEMP TABLE click_visits AS
SELECT
  browser,
  session,
  is_bot,
  count(*) AS events,
  min(timestamp) AS started,
  any_value(device.type) AS device,
  any_value(marketing.channel) AS channel,
  any_value(identityMap.CRMID[1].id) AS customer_id,
  count(commerce.productViews) > 0 AS has_view,
  count(commerce.productListAdds) > 0 AS has_add,
  count(commerce.checkouts) > 0 AS has_checkout,
  count(commerce.purchases) > 0 AS has_purchase,
  sum(commerce."order".priceTotal) AS revenue,
  first_value(any_value(marketing.channel)) OVER (PARTITION BY browser ORDER BY min(timestamp)) AS first_channel
FROM clicks
GROUP BY browser, session, is_bot`,
];

const people = 'click_visits WHERE NOT is_bot';
const signedIn = `${people} AND customer_id IS NOT NULL`;
const purchases = `${people} AND has_purchase`;
const steps = {
  visits: 'TRUE',
  productViews: 'has_view',
  productListAdds: 'has_add',
  checkouts: 'has_checkout',
  purchases: 'has_purchase',
};
const funnel = Object.entries(steps)
  .map(([name, condition]) => `'${name} ' || count(*) FILTER (${condition})`)
  .join(` || ', ' || `);

export const clickstreamTruths: TruthQueries = {
  'web_clickstream.ndjson.gz': {
    records: count('web_clickstream'),
    duplicateRecords: 'SELECT count(*) - count(DISTINCT _id) FROM web_clickstream',
    futureRecords: count(`web_clickstream WHERE timestamp >= TIMESTAMP '2030-01-01'`),
    distinctEvents: count('clicks'),
    recordsOlderThanTheOneBefore: `SELECT count(*) FILTER (timestamp < earlier)
FROM (SELECT timestamp, lag(timestamp) OVER (ORDER BY rowid) AS earlier FROM web_clickstream)`,
    firstDay: 'SELECT min(timestamp)::DATE FROM clicks',
    days: 'SELECT count(DISTINCT timestamp::DATE) FROM clicks',
    visitors: `SELECT count(DISTINCT browser) FROM ${people}`,
    visits: count(people),
    bounces: count(`${people} AND events = 1`),
    pageViewsOfPeople: count('clicks WHERE NOT is_bot'),
    bots: 'SELECT count(DISTINCT browser) FROM click_visits WHERE is_bot',
    botEvents: count('clicks WHERE is_bot'),
    botSessions: count('click_visits WHERE is_bot'),
    sessionsAtThirtyMinutes: count('click_visits'),
    visitsSignedIn: count(signedIn),
    browsersSignedIn: `SELECT count(DISTINCT browser) FROM ${signedIn}`,
    customersSignedIn: `SELECT count(DISTINCT customer_id) FROM ${signedIn}`,
    customersSignedInOnSeveralBrowsers: count(
      `(SELECT customer_id FROM ${signedIn} GROUP BY customer_id HAVING count(DISTINCT browser) > 1)`,
    ),
    funnel: each('device', people, funnel),
    revenue: `SELECT ${cents('revenue')} FROM ${people}`,
    visitsByChannel: each('channel', people),
    purchasesByChannel: each('channel', purchases),
    revenueByChannelOfPurchase: each('channel', purchases, cents('revenue')),
    revenueByChannelOfFirstVisit: each('first_channel', purchases, cents('revenue')),
  },
};
