import type { Twin } from './twin.ts';

const who = { dataset: 'events', person: 'person', time: 'event_time' };
const bought = { ...who, amount: 'amount' };

const featureList = [
  'recency_days',
  'tenure_days',
  'events',
  'active_days',
  ...['events', 'share', 'trend'].flatMap((name) => [7, 30, 90].map((days) => `${name}_${days}`)),
  'amount',
  'average_amount',
  ...[7, 30, 90].map((days) => `amount_${days}`),
];

/** Guides of who buys, how much, and when again. */
export const purchaseTwins: readonly Twin[] = [
  {
    module: 'enrich.rfm',
    tables: ['events'],
    input: { ...bought, compare: 45 },
    same: {
      grid: ['recency', 'frequency', 'people', 'revenue'],
      migration: ['from_segment', 'to_segment', 'people'],
    },
    statement: `WITH people AS (
  SELECT 1 AS period, person, max(event_time)::DATE AS last, count(*) AS times, round(sum(amount), 2) AS value
  FROM events
  GROUP BY person
  UNION ALL
  SELECT 2 AS period, person, max(event_time)::DATE AS last, count(*) AS times, round(sum(amount), 2) AS value
  FROM events
  WHERE event_time < (SELECT max(event_time)::DATE - 44 FROM events)
  GROUP BY person
),
scored AS (
  SELECT
    period, person, value,
    5 - ntile(4) OVER (PARTITION BY period ORDER BY last, person) AS r,
    ntile(4) OVER (PARTITION BY period ORDER BY times DESC, person) AS f,
    ntile(4) OVER (PARTITION BY period ORDER BY value DESC, person) AS m
  FROM people
),
named AS MATERIALIZED (
  SELECT
    *,
    CASE
      WHEN r = 1 AND f = 1 AND m = 1 THEN 'Core'
      WHEN f = 1 THEN 'Loyal'
      WHEN m = 1 THEN 'Whales'
      WHEN f <= 3 THEN 'Promising'
      WHEN r = 1 THEN 'Rookies'
      ELSE 'Slipping'
    END AS segment
  FROM scored
)
SELECT 'grid', r::VARCHAR, f::VARCHAR, count(*), sum(value) FROM named WHERE period = 1 GROUP BY ALL
UNION ALL
SELECT 'migration', coalesce(one.segment, 'No purchase'), coalesce(two.segment, 'No purchase'), count(*), NULL
FROM (FROM named WHERE period = 2) AS one FULL JOIN (FROM named WHERE period = 1) AS two USING (person)
GROUP BY one.segment, two.segment`,
  },
  {
    module: 'enrich.deciles',
    tables: ['events'],
    input: bought,
    same: {
      gain: ['bucket', 'people', 'total'],
      lookbacks: ['lookback', 'best_people', 'also_best_over_longest'],
    },
    statement: `WITH day AS (
  SELECT date_trunc('month', max(event_time)::DATE + 1) AS month FROM events
),
sums AS (
  SELECT
    person,
    round(sum(amount) FILTER (WHERE event_time >= month - INTERVAL 1 MONTH), 6) AS months_1,
    round(sum(amount) FILTER (WHERE event_time >= month - INTERVAL 3 MONTH), 6) AS months_3,
    round(sum(amount) FILTER (WHERE event_time >= month - INTERVAL 6 MONTH), 6) AS months_6,
    round(sum(amount) FILTER (WHERE event_time >= month - INTERVAL 9 MONTH), 6) AS months_9,
    round(sum(amount) FILTER (WHERE event_time >= month - INTERVAL 12 MONTH), 6) AS months_12,
    round(sum(amount), 6) AS all_time
  FROM events, day
  GROUP BY person
),
ranked AS MATERIALIZED (
  SELECT lookback, person, total, ntile(10) OVER (PARTITION BY lookback ORDER BY total DESC, person) AS bucket
  FROM sums UNPIVOT (total FOR lookback IN (months_1, months_3, months_6, months_9, months_12, all_time))
),
best AS (
  SELECT person FROM ranked WHERE lookback = 'all_time' AND bucket = 1
)
SELECT 'gain', bucket::VARCHAR, count(*), sum(total) FROM ranked WHERE lookback = 'all_time' GROUP BY bucket
UNION ALL
SELECT 'lookbacks', lookback, count(*), count(best.person) / count(*)
FROM ranked LEFT JOIN best USING (person)
WHERE bucket = 1
GROUP BY lookback`,
  },
  {
    module: 'enrich.next-purchase',
    tables: ['events'],
    input: bought,
    same: { status: ['status', 'people', 'revenue'], gaps: ['gap', 'gaps'] },
    statement: `WITH days AS (
  SELECT person, event_time::DATE AS day, sum(amount) AS amount FROM events GROUP BY ALL
),
gaps AS MATERIALIZED (
  SELECT person, day, amount, day - lag(day) OVER (PARTITION BY person ORDER BY day) AS gap FROM days
),
everyone AS (
  SELECT avg(gap) AS gap, max(day) + 1 AS today FROM gaps
),
people AS (
  SELECT
    max(g.day) AS last, round(sum(amount), 2) AS revenue, today,
    (coalesce(sum(g.gap), 0) + 2 * everyone.gap) / (count(g.gap) + 2) AS expected
  FROM gaps AS g, everyone
  GROUP BY person, today, everyone.gap
),
named AS (
  SELECT
    revenue,
    CASE
      WHEN today - last > 1.5 * expected THEN 'overdue'
      WHEN last + round(expected)::INTEGER < today THEN 'late'
      WHEN last + round(expected)::INTEGER < today + 30 THEN 'due soon'
      ELSE 'due later'
    END AS status
  FROM people
)
SELECT 'status', status, count(*), sum(revenue) FROM named GROUP BY status
UNION ALL
SELECT 'gaps', gap::VARCHAR, count(*), NULL FROM gaps WHERE gap IS NOT NULL GROUP BY gap`,
  },
  {
    module: 'enrich.propensity-features',
    tables: ['events'],
    input: { ...bought, outcome: "event = 'buy'" },
    same: {
      outcome: ['people', 'with_outcome'],
      features: ['feature', 'average_with', 'average_without', 'correlation'],
    },
    statement: `WITH day AS (
  SELECT max(event_time)::DATE - 29 AS day FROM events
),
people AS (
  SELECT
    any_value(day) AS day,
    max(event_time) FILTER (WHERE event_time < day) AS last,
    min(event_time) AS first,
    count(*) FILTER (WHERE event_time < day) AS events,
    count(DISTINCT event_time::DATE) FILTER (WHERE event_time < day) AS active_days,
    ${[7, 30, 90, 14, 60, 180].map((days) => `count(*) FILTER (WHERE event_time >= day - ${days} AND event_time < day) AS n_${days}`).join(',\n    ')},
    ${[7, 30, 90].map((days) => `sum(amount) FILTER (WHERE event_time >= day - ${days} AND event_time < day) AS sum_${days}`).join(',\n    ')},
    sum(amount) FILTER (WHERE event_time < day) AS amount,
    count(*) FILTER (WHERE event = 'buy' AND event_time >= day AND event_time < day + 30) > 0 AS outcome
  FROM events, day
  GROUP BY person
),
features AS MATERIALIZED (
  SELECT
    outcome, events, active_days, day - last::DATE AS recency_days, day - first::DATE AS tenure_days,
    round(amount, 2) AS amount, round(amount / events, 2) AS average_amount,
    ${[7, 30, 90]
      .map(
        (days) => `n_${days} AS events_${days}, n_${days} / events AS share_${days},
    coalesce((2 * n_${days} - n_${2 * days}) / nullif(n_${2 * days}, 0), 0) AS trend_${days},
    coalesce(round(sum_${days}, 2), 0) AS amount_${days}`,
      )
      .join(',\n    ')}
  FROM people
  WHERE events > 0
)
SELECT 'outcome', count(*)::VARCHAR, count_if(outcome)::DOUBLE, NULL, NULL FROM features
UNION ALL
${featureList
  .map(
    (
      name,
    ) => `SELECT 'features', '${name}', avg(${name}) FILTER (WHERE outcome), avg(${name}) FILTER (WHERE NOT outcome),
  CASE WHEN stddev_pop(${name}) > 0 THEN corr(${name}, outcome::INTEGER) END
FROM features`,
  )
  .join('\nUNION ALL\n')}`,
  },
  {
    module: 'enrich.clv',
    tables: ['events'],
    input: { ...bought, holdout: 28 },
    fitsModel: true,
    same: { holdout: ['repeat_purchases_before', 'people', 'seen'] },
    statement: `WITH day AS (
  SELECT max(event_time)::DATE + 1 AS day FROM events
),
days AS MATERIALIZED (
  SELECT person, event_time::DATE AS bought, sum(amount) AS amount FROM events GROUP BY ALL
),
histories AS (
  SELECT
    count(*) - 1 AS frequency, max(bought) - min(bought) AS recency, any_value(day) - min(bought) AS age, avg(amount) AS mean
  FROM days, day
  GROUP BY person
),
past AS (
  SELECT
    count_if(bought < day - 28) - 1 AS frequency,
    max(bought) FILTER (WHERE bought < day - 28) - min(bought) AS recency,
    any_value(day) - 28 - min(bought) AS age,
    count_if(bought >= day - 28) AS after
  FROM days, day
  GROUP BY person
  HAVING min(bought) < any_value(day) - 28
)
SELECT 'fit', frequency, recency, age, count(*), avg(mean) FROM histories GROUP BY ALL
UNION ALL
SELECT 'past', frequency, recency, age, count(*), NULL FROM past GROUP BY ALL
UNION ALL
SELECT 'holdout', least(frequency, 7), count(*), avg(after), NULL, NULL FROM past GROUP BY ALL`,
  },
  {
    module: 'enrich.profile-attributes',
    tables: ['customers', 'events'],
    input: {
      ...{
        profiles: 'customers',
        identity: 'person',
        keep: ['region'],
        events: 'events',
        person: 'person',
        time: 'event_time',
      },
      attributes: [
        { name: 'events_total', kind: 'count' },
        { name: 'events_last_30_days', kind: 'count', days: 30 },
        { name: 'days_since_last', kind: 'days-since-last' },
        { name: 'revenue', kind: 'sum', column: 'amount' },
      ],
    },
    same: { attributes: ['attribute', 'people', 'with_value', 'different_values'] },
    statement: `WITH day AS (
  SELECT max(event_time)::DATE + 1 AS day FROM events
),
known AS (
  SELECT
    person, count(*) AS times, count(*) FILTER (WHERE event_time >= day - 30) AS lately,
    any_value(day) - max(event_time)::DATE AS since, sum(amount) AS revenue
  FROM events, day
  GROUP BY person
),
profiles AS MATERIALIZED (
  SELECT c.person, region, coalesce(times, 0) AS times, coalesce(lately, 0) AS lately, since, revenue
  FROM customers AS c LEFT JOIN known USING (person)
)
SELECT 'attributes', 'events_total', count(*), count(times), count(DISTINCT times) FROM profiles
UNION ALL
SELECT 'attributes', 'events_last_30_days', count(*), count(lately), count(DISTINCT lately) FROM profiles
UNION ALL
SELECT 'attributes', 'days_since_last', count(*), count(since), count(DISTINCT since) FROM profiles
UNION ALL
SELECT 'attributes', 'revenue', count(*), count(revenue), count(DISTINCT revenue) FROM profiles`,
  },
];
