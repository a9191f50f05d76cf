-- step step_events (table)
WITH chosen AS (
  SELECT
    user_id AS person,
    event_time,
    (feature IN ('trail map', 'offline map')) IS TRUE AS is_step_1,
    (feature = 'log a hike') IS TRUE AS is_step_2,
    (feature = 'share' -- with friends
) IS TRUE AS is_step_3
  FROM "events_engagement"
)
SELECT *
FROM chosen
WHERE person IS NOT NULL
  AND event_time < DATE '2026-06-15' + INTERVAL 1 DAY;

-- step furthest_steps (table)
WITH following AS (
  SELECT
    person,
    is_step_1,
    event_time AS step_1,
    CASE
      WHEN lead(is_step_2, 1) OVER in_order
        AND lead(event_time, 1) OVER in_order <= event_time + INTERVAL 2 DAY THEN lead(event_time, 1) OVER in_order
    END AS step_2,
    CASE
      WHEN lead(is_step_2, 1) OVER in_order
        AND lead(is_step_3, 2) OVER in_order
        AND lead(event_time, 2) OVER in_order <= event_time + INTERVAL 2 DAY THEN lead(event_time, 2) OVER in_order
    END AS step_3
  FROM "step_events"
  WINDOW in_order AS (PARTITION BY person ORDER BY event_time, is_step_1 DESC, is_step_2 DESC, is_step_3 DESC)
),
chains AS (
  SELECT * EXCLUDE (is_step_1)
  FROM following
  WHERE is_step_1
)
SELECT
  person,
  CASE
    WHEN step_3 IS NOT NULL THEN 3
    WHEN step_2 IS NOT NULL THEN 2
    ELSE 1
  END AS depth,
  step_1, step_2, step_3
FROM chains
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
    (1, 'Looks at a map'),
    (2, 'Logs a hike'),
    (3, 'Shares it')
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
  'Logs a hike' AS step_name,
  count(step_2) AS reached,
  quantile_cont((epoch_us(step_2) - epoch_us(step_1)) / 1e6, 0.25) AS lower_quarter_seconds,
  median((epoch_us(step_2) - epoch_us(step_1)) / 1e6) AS median_seconds,
  quantile_cont((epoch_us(step_2) - epoch_us(step_1)) / 1e6, 0.75) AS upper_quarter_seconds
FROM "furthest_steps"
UNION ALL
SELECT
  3 AS step,
  'Shares it' AS step_name,
  count(step_3) AS reached,
  quantile_cont((epoch_us(step_3) - epoch_us(step_2)) / 1e6, 0.25) AS lower_quarter_seconds,
  median((epoch_us(step_3) - epoch_us(step_2)) / 1e6) AS median_seconds,
  quantile_cont((epoch_us(step_3) - epoch_us(step_2)) / 1e6, 0.75) AS upper_quarter_seconds
FROM "furthest_steps"
ORDER BY step;
