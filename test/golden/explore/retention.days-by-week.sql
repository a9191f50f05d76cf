-- step active_days (table)
WITH chosen AS (
  SELECT
    user_id AS person,
    event_time
  FROM "events_engagement"
),
events AS (
  SELECT *
  FROM chosen
  WHERE person IS NOT NULL
    AND event_time < DATE '2026-06-15' + INTERVAL 1 DAY
)
SELECT
  person,
  CAST(event_time AS DATE) AS active_day,
  true AS begins,
  true AS returns
FROM events
GROUP BY person, active_day;

-- step first_days (table)
SELECT
  person,
  min(active_day) FILTER (WHERE begins) AS first_day,
  max(active_day) FILTER (WHERE returns) AS last_day
FROM "active_days"
GROUP BY person
HAVING bool_or(begins);

-- step cohort_periods (table)
WITH last_day AS (
  SELECT max(active_day) AS last_day
  FROM "active_days"
),
cohorts AS (
  SELECT CAST(date_trunc('week', first_day) AS DATE) AS cohort, count(*) AS people, max(first_day) AS latest_start
  FROM "first_days"
  GROUP BY cohort
),
cells AS (
  SELECT cohort, people, unnest(range(0, 31)) AS period, latest_start
  FROM cohorts
),
observed AS (
  SELECT cells.*
  FROM cells, last_day
  WHERE period = 0
    OR latest_start + to_days(CAST(period + 1 AS INTEGER)) - INTERVAL 1 DAY <= last_day
),
pairs AS (
  SELECT first_day, active_day, count(*) AS people
  FROM "active_days"
  JOIN "first_days" USING (person)
  WHERE returns
    AND active_day >= first_day
  GROUP BY first_day, active_day
),
returns AS (
  SELECT first_day, date_sub('day', first_day, active_day) AS period, people
  FROM pairs
),
exact AS (
  SELECT CAST(date_trunc('week', first_day) AS DATE) AS cohort, period, sum(people) AS returned
  FROM returns
  GROUP BY cohort, period
),
stops AS (
  SELECT
    CAST(date_trunc('week', first_day) AS DATE) AS cohort,
    date_sub('day', first_day, last_day) AS last_period,
    count(*) AS stopped
  FROM "first_days"
  WHERE last_day >= first_day
  GROUP BY cohort, last_period
),
rolling AS (
  SELECT cohort, period, sum(stopped) AS still_there
  FROM observed
  JOIN stops USING (cohort)
  WHERE last_period >= period
  GROUP BY cohort, period
)
SELECT
  cohort,
  people,
  period,
  CAST(coalesce(returned, 0) AS BIGINT) AS returned,
  CAST(coalesce(still_there, 0) AS BIGINT) AS returned_then_or_later,
  coalesce(returned, 0) / people AS retention,
  coalesce(still_there, 0) / people AS rolling_retention
FROM observed
LEFT JOIN exact USING (cohort, period)
LEFT JOIN rolling USING (cohort, period)
ORDER BY cohort, period;

-- check people_are_known (warning)
SELECT
  event_time
FROM "events_engagement"
WHERE user_id IS NULL
ORDER BY ALL;

-- check times_are_known (warning)
SELECT
  user_id AS person
FROM "events_engagement"
WHERE event_time IS NULL
ORDER BY ALL;

-- check times_are_past (warning)
SELECT
  user_id AS person,
  event_time
FROM "events_engagement"
WHERE event_time >= DATE '2026-06-15' + INTERVAL 1 DAY
ORDER BY ALL;

-- check events_are_left (error)
SELECT 0 AS events
WHERE NOT EXISTS (FROM "active_days");

-- check cohorts_are_large (note)
SELECT cohort, people
FROM "cohort_periods"
WHERE period = 0
  AND people < 30
ORDER BY cohort;

-- finding curve
WITH totals AS (
  SELECT
    period,
    count(*) AS cohorts,
    sum(people) AS people,
    sum(returned) AS returned,
    sum(returned_then_or_later) AS returned_then_or_later,
    sum(returned) / sum(people) AS retention,
    sum(returned_then_or_later) / sum(people) AS rolling_retention,
    sum(returned) / sum(people) AS p,
    1.959964 ** 2 / sum(people) AS z2n
  FROM "cohort_periods"
  GROUP BY period
)
SELECT
  period,
  cohorts,
  CAST(people AS BIGINT) AS people,
  CAST(returned AS BIGINT) AS returned,
  CAST(returned_then_or_later AS BIGINT) AS returned_then_or_later,
  retention,
  rolling_retention,
  (p + z2n / 2 - sqrt(z2n * (p * (1 - p) + z2n / 4))) / (1 + z2n) AS low,
  (p + z2n / 2 + sqrt(z2n * (p * (1 - p) + z2n / 4))) / (1 + z2n) AS high
FROM totals
WHERE period > 0
ORDER BY period;

-- finding cohorts
SELECT
  CAST(cohort AS VARCHAR) AS cohort,
  people,
  period,
  returned,
  returned_then_or_later,
  retention,
  rolling_retention
FROM "cohort_periods"
WHERE period > 0
ORDER BY cohort, period;

-- finding landmarks
SELECT
  CAST(cohort AS VARCHAR) AS cohort,
  any_value(people) AS people,
  max(returned / people) FILTER (WHERE period = 1) AS day_1,
  max(returned / people) FILTER (WHERE period = 7) AS day_7,
  max(returned / people) FILTER (WHERE period = 30) AS day_30
FROM "cohort_periods"
GROUP BY cohort
ORDER BY cohort;
