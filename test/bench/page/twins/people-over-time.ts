import type { Twin } from './twin.ts';

const who = { dataset: 'events', person: 'person', time: 'event_time' };

/** Guides of who is active, comes back and gets further. */
export const peopleOverTime: readonly Twin[] = [
  {
    module: 'explore.funnel',
    tables: ['events'],
    input: { ...who, event: 'event', steps: ['view', 'cart', 'buy'], window: 0, breakdown: '' },
    same: { steps: ['step', 'reached'], times: ['step', 'median_seconds'] },
    statement: `WITH one AS (
  SELECT person, min(event_time) AS moment FROM events WHERE event = 'view' GROUP BY person
),
two AS MATERIALIZED (
  SELECT one.person, any_value(one.moment) AS before, min(e.event_time) AS moment
  FROM one JOIN events AS e ON e.person = one.person AND e.event = 'cart' AND e.event_time >= one.moment
  GROUP BY one.person
),
three AS MATERIALIZED (
  SELECT two.person, any_value(two.moment) AS before, min(e.event_time) AS moment
  FROM two JOIN events AS e ON e.person = two.person AND e.event = 'buy' AND e.event_time >= two.moment
  GROUP BY two.person
)
SELECT 'steps', 1, count(*) FROM one
UNION ALL
SELECT 'steps', 2, count(*) FROM two
UNION ALL
SELECT 'steps', 3, count(*) FROM three
UNION ALL
SELECT 'times', 2, median((epoch_us(moment) - epoch_us(before)) / 1e6) FROM two
UNION ALL
SELECT 'times', 3, median((epoch_us(moment) - epoch_us(before)) / 1e6) FROM three`,
  },
  {
    module: 'explore.retention',
    tables: ['events'],
    input: who,
    same: { cohorts: ['cohort', 'period', 'returned', 'returned_then_or_later'] },
    statement: `WITH days AS (
  SELECT DISTINCT person, event_time::DATE AS day FROM events
),
firsts AS (
  SELECT person, min(day) AS first FROM days GROUP BY person
),
returns AS MATERIALIZED (
  SELECT person, first, date_trunc('week', first)::DATE AS cohort, day - first AS period FROM days JOIN firsts USING (person)
),
cohorts AS (
  SELECT cohort, max(first) AS latest FROM returns GROUP BY cohort
),
observed AS (
  SELECT cohort, period::INTEGER AS period
  FROM cohorts, range(1, 31) AS periods(period)
  WHERE latest + period::INTEGER <= (SELECT max(event_time)::DATE FROM events)
),
cells AS (
  SELECT cohort, period, count(*) AS people FROM returns WHERE period BETWEEN 1 AND 30 GROUP BY ALL
),
stops AS (
  SELECT cohort, last, count(*) AS people
  FROM (SELECT cohort, person, max(period) AS last FROM returns GROUP BY ALL)
  GROUP BY ALL
),
later AS (
  SELECT o.cohort, o.period, sum(people) AS people
  FROM observed AS o JOIN stops USING (cohort)
  WHERE last >= o.period
  GROUP BY ALL
)
SELECT 'cohorts', cohort::VARCHAR, period, coalesce(cells.people, 0), coalesce(later.people, 0)
FROM observed LEFT JOIN cells USING (cohort, period) LEFT JOIN later USING (cohort, period)`,
  },
  {
    module: 'explore.engagement',
    tables: ['events'],
    input: who,
    same: {
      active_users: ['active_day', 'daily_users', 'weekly_users', 'monthly_users'],
      lifecycle: ['period_start', 'new', 'returning', 'resurrected', 'lost'],
    },
    statement: `WITH days AS (
  SELECT DISTINCT person, event_time::DATE AS day FROM events
),
spans AS (
  SELECT
    day,
    date_trunc('week', day)::DATE AS week,
    date_trunc('week', lag(day) OVER in_order)::DATE AS week_before,
    lead(day) OVER in_order AS next_day
  FROM days
  WINDOW in_order AS (PARTITION BY person ORDER BY day)
),
moves AS MATERIALIZED (
  SELECT
    day,
    week,
    least(coalesce(next_day - day, 28), 28)::INTEGER AS reach,
    (week - week_before) // 7 AS weeks_since,
    (date_trunc('week', next_day)::DATE - week) // 7 AS weeks_until,
    count(*) AS people
  FROM spans
  GROUP BY ALL
),
calendar AS (
  SELECT unnest(generate_series(min(day), max(day), INTERVAL 1 DAY))::DATE AS day FROM moves
),
active AS (
  SELECT
    calendar.day,
    sum(people) FILTER (WHERE moves.day = calendar.day) AS daily,
    sum(people) FILTER (WHERE moves.day + least(reach, 7) > calendar.day) AS weekly,
    sum(people) AS monthly
  FROM calendar JOIN moves ON moves.day <= calendar.day AND moves.day + reach > calendar.day
  GROUP BY calendar.day
),
weeks AS (
  SELECT
    week,
    sum(people) FILTER (WHERE weeks_since IS NULL) AS new,
    sum(people) FILTER (WHERE weeks_since = 1) AS back,
    sum(people) FILTER (WHERE weeks_since > 1) AS resurrected,
    sum(people) FILTER (WHERE weeks_until IS NULL OR weeks_until > 1) AS lost
  FROM moves
  GROUP BY week
)
SELECT
  'active_users',
  day::VARCHAR,
  coalesce(daily, 0),
  CASE WHEN day >= (SELECT min(day) FROM calendar) + 6 THEN weekly END,
  CASE WHEN day >= (SELECT min(day) FROM calendar) + 27 THEN monthly END,
  NULL
FROM active
UNION ALL
SELECT 'lifecycle', week::VARCHAR, coalesce(new, 0), coalesce(back, 0), coalesce(resurrected, 0), coalesce(lag(lost) OVER (ORDER BY week), 0)
FROM weeks`,
  },
  {
    module: 'explore.feature-usage',
    tables: ['events'],
    input: { ...who, event: 'event' },
    same: {
      adoption: ['feature', 'users', 'uses', 'users_followed', 'users_again'],
      by_week: ['week', 'users', 'uses', 'feature'],
    },
    statement: `WITH days AS MATERIALIZED (
  SELECT person, event, event_time::DATE AS day, count(*) AS uses FROM events GROUP BY ALL
),
people AS (
  SELECT event, sum(uses) AS uses, min(day, 2) AS firsts FROM days GROUP BY person, event
),
features AS (
  SELECT
    event, count(*) AS people, sum(uses) AS uses,
    count_if(firsts[1] + 28 <= last) AS followed,
    count_if(firsts[1] + 28 <= last AND firsts[2] <= firsts[1] + 28) AS again
  FROM people, (SELECT max(day) AS last FROM days)
  GROUP BY event
),
weeks AS (
  SELECT week, event, count(*) AS people, sum(uses) AS uses
  FROM (SELECT date_trunc('week', day)::DATE AS week, event, person, sum(uses) AS uses FROM days GROUP BY ALL)
  GROUP BY ALL
)
SELECT 'adoption', event, people, uses, followed, again FROM features
UNION ALL
SELECT 'by_week', week::VARCHAR, people, uses, event, NULL FROM weeks`,
  },
  {
    module: 'explore.time-between',
    tables: ['events'],
    input: { ...who, event: 'event', first: 'view', second: 'buy' },
    same: { summary: ['starts', 'followed', 'median_seconds', 'longest_seconds'] },
    statement: `WITH gaps AS (
  SELECT one.person, epoch_us(two.event_time) - epoch_us(one.event_time) AS gap
  FROM (SELECT person, event_time FROM events WHERE event = 'view') AS one
  ASOF LEFT JOIN (SELECT person, event_time FROM events WHERE event = 'buy') AS two
    ON one.person = two.person AND one.event_time < two.event_time
)
SELECT 'summary', count(*), count(gap), median(gap) / 1e6, max(gap) / 1e6 FROM gaps`,
  },
];
