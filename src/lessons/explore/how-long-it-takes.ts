import type { Lesson } from '../contract.ts';

const pairs = `WITH events AS (
  SELECT DISTINCT ON (_id) _id, identityMap.ECID[1].id AS visitor, timestamp AS event_time, eventType
  FROM web_clickstream
  WHERE timestamp < DATE '2026-06-01'
),
views AS (SELECT visitor, event_time FROM events WHERE eventType = 'commerce.productViews'),
purchases AS (SELECT visitor, event_time FROM events WHERE eventType = 'commerce.purchases'),
times AS (
  SELECT epoch(purchases.event_time - views.event_time) AS seconds
  FROM views
  ASOF JOIN purchases
    ON views.visitor = purchases.visitor
    AND views.event_time < purchases.event_time
)`;

const gaps = `WITH orders_in_time AS (
  SELECT email, timestamp, lead(timestamp) OVER (PARTITION BY email ORDER BY timestamp) AS next_time
  FROM order_events
  WHERE event_type = 'order'
)`;

/** From one event to the next: windows that look ahead, and why the mean of times misleads. */
export const howLongItTakes: Lesson = {
  id: 'how-long-it-takes',
  title: 'How long it takes',
  goal: 'Measure the time from one event to the next of the same person, and describe times by their median.',
  minutes: 15,
  datasets: ['order_events', 'web_clickstream'],
  pages: [
    {
      title: 'The next row of the same person',
      text: `SQL rows know nothing of each other, until a **window** lets them look. \`lead(timestamp) OVER (PARTITION BY email ORDER BY timestamp)\` is the time of the next row of the same person. The last row of each person has none: its \`next_time\` is NULL.

That NULL matters. It does not say “never”, only “not yet”.`,
      task: {
        kind: 'sql',
        statement: `${gaps}
SELECT
  count(*) AS orders,
  count(next_time) AS with_a_next,
  median(next_time - timestamp) AS median_time
FROM orders_in_time;`,
      },
      questions: [
        {
          id: 'without-next',
          prompt: 'How many orders have no next one by the same person?',
          answer: 1950,
          proof: `${gaps}
SELECT count(*) FROM orders_in_time WHERE next_time IS NULL`,
          hint: 'orders less with_a_next.',
          because: 'One for each person who ordered: the last order of each.',
        },
      ],
    },
    {
      title: 'To the next event of a kind',
      text: `From a product seen to a purchase other events lie between, so the **next row** will not do: it must be the next **purchase**. The guide looks ahead over all later events of the visitor and takes the earliest that is one. Data Distiller has a function of its own for it, \`TIME_BETWEEN_NEXT_MATCH\` (used in chapter EXPLORE 202).

Run it, and compare the median with the mean.`,
      task: {
        kind: 'module',
        module: 'explore.time-between',
        input: {
          dataset: 'web_clickstream',
          person: 'identityMap.ECID[1].id',
          time: 'timestamp',
          event: 'eventType',
          first: 'commerce.productViews',
          second: 'commerce.purchases',
          breakdown: 'device.type',
          eventId: '_id',
        },
        notes: {
          marked_events: 'Two columns say which rows begin a time and which end one; all others are dropped.',
          gaps: 'min(CASE WHEN ends …) over the rows that follow is the nearest end. One microsecond later is the earliest that counts.',
        },
      },
      questions: [
        {
          id: 'followed',
          prompt: 'How many product views were followed by a purchase of the same visitor?',
          answer: 1762,
          proof: `${pairs}
SELECT count(*) FROM times`,
          hint: 'Column followed of the first finding.',
          because: 'Several views may lead to the same purchase: each of them counts.',
        },
        {
          id: 'median',
          prompt: 'What is the median time from view to purchase, in seconds?',
          answer: 447,
          proof: `${pairs}
SELECT median(seconds) FROM times`,
          hint: 'Column median_seconds: seven minutes and a half.',
          because: 'Most who buy do so in the same visit.',
        },
        {
          id: 'mean',
          prompt: 'And the mean, in days with one decimal?',
          answer: 5.8,
          proof: `${pairs}
SELECT round(avg(seconds) / 86400, 1) FROM times`,
          hint: 'Divide mean_seconds by 86,400.',
          because: 'A fifth buy days or weeks later, and pull the mean to where hardly anybody is.',
        },
      ],
    },
    {
      title: 'Two humps',
      text: `Minutes or weeks, and little between: two habits hide in one column. No single figure tells of them; the **spread** does. Look at the finding “How the times spread”: its bars grow wider from left to right, from seconds to months, since times differ by factors and not by steps.

\`CASE\` puts each time into the first bar that fits.`,
      task: {
        kind: 'sql',
        statement: `${pairs}
SELECT
  CASE
    WHEN seconds < 3600 THEN 'within the hour'
    WHEN seconds < 86400 THEN 'within a day'
    ELSE 'later'
  END AS "time",
  count(*) AS times,
  count(*) / sum(count(*)) OVER () AS share
FROM times
GROUP BY ALL
ORDER BY times DESC;`,
      },
      questions: [
        {
          id: 'within-a-day',
          prompt: 'How many times are an hour or longer, but less than a day?',
          answer: 6,
          proof: `${pairs}
SELECT count(*) FROM times WHERE seconds >= 3600 AND seconds < 86400`,
          hint: 'Run the statement of this page.',
          because: 'The gap between the humps: people buy at once, or on another day.',
        },
      ],
    },
  ],
};
