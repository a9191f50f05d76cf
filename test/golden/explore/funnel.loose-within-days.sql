-- step step_events (table)
WITH chosen AS (
  SELECT
    user_id AS person,
    event_time,
    coalesce(feature = 'trail map', false) AS is_step_1,
    coalesce(feature = 'log a hike', false) AS is_step_2,
    coalesce(feature = 'log a hike', false) AS is_step_3
  FROM "events_engagement"
)
SELECT *
FROM chosen
WHERE person IS NOT NULL
  AND event_time >= DATE '2026-03-01'
  AND event_time < DATE '2026-04-30' + INTERVAL 1 DAY
  AND event_time < DATE '2026-06-15' + INTERVAL 1 DAY
  AND (is_step_1 OR is_step_2 OR is_step_3);

-- step furthest_steps (table)
WITH reached_1 AS (
  SELECT DISTINCT person, event_time AS step_1
  FROM "step_events"
  WHERE is_step_1
),
reached_2 AS (
  SELECT before.*, CASE WHEN before.step_1 IS NOT NULL AND later.event_time <= before.step_1 + INTERVAL 36 HOUR THEN later.event_time END AS step_2
  FROM reached_1 AS before
  ASOF LEFT JOIN (FROM "step_events" WHERE is_step_2) AS later
    ON before.person = later.person
    AND before.step_1 <= later.event_time
),
reached_3 AS (
  SELECT before.*, CASE WHEN before.step_2 IS NOT NULL AND later.event_time <= before.step_1 + INTERVAL 36 HOUR THEN later.event_time END AS step_3
  FROM reached_2 AS before
  ASOF LEFT JOIN (FROM "step_events" WHERE is_step_3) AS later
    ON before.person = later.person
    AND before.step_2 < later.event_time
)
SELECT
  person,
  CASE
    WHEN step_3 IS NOT NULL THEN 3
    WHEN step_2 IS NOT NULL THEN 2
    ELSE 1
  END AS depth,
  step_1, step_2, step_3
FROM reached_3
QUALIFY row_number() OVER (PARTITION BY person ORDER BY depth DESC, step_1) = 1;

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
WHERE NOT EXISTS (FROM "step_events");

-- finding steps
WITH steps (step, step_name) AS (
  VALUES
    (1, 'trail map'),
    (2, 'log a hike'),
    (3, 'log a hike')
),
furthest AS (
  SELECT depth, count(*) AS stopped
  FROM "furthest_steps"
  GROUP BY depth
),
counts AS (
  SELECT step, step_name, CAST(coalesce(sum(stopped), 0) AS BIGINT) AS reached
  FROM steps
  LEFT JOIN furthest ON depth >= step
  GROUP BY step, step_name
)
SELECT
  step,
  step_name,
  reached,
  reached / nullif(first_value(reached) OVER in_order, 0) AS share_of_first,
  reached / nullif(lag(reached) OVER in_order, 0) AS share_of_step_before,
  lag(reached) OVER in_order - reached AS lost
FROM counts
WINDOW in_order AS (ORDER BY step)
ORDER BY step;

-- finding times
SELECT
  2 AS step,
  'log a hike' AS step_name,
  count(step_2) AS reached,
  quantile_cont((epoch_us(step_2) - epoch_us(step_1)) / 1e6, 0.25) AS lower_quarter_seconds,
  median((epoch_us(step_2) - epoch_us(step_1)) / 1e6) AS median_seconds,
  quantile_cont((epoch_us(step_2) - epoch_us(step_1)) / 1e6, 0.75) AS upper_quarter_seconds
FROM "furthest_steps"
UNION ALL
SELECT
  3 AS step,
  'log a hike' AS step_name,
  count(step_3) AS reached,
  quantile_cont((epoch_us(step_3) - epoch_us(step_2)) / 1e6, 0.25) AS lower_quarter_seconds,
  median((epoch_us(step_3) - epoch_us(step_2)) / 1e6) AS median_seconds,
  quantile_cont((epoch_us(step_3) - epoch_us(step_2)) / 1e6, 0.75) AS upper_quarter_seconds
FROM "furthest_steps"
ORDER BY step;
