-- step marked_events (view)
WITH chosen AS (
  SELECT
    user_id AS person,
    event_time,
    feature AS group_name,
    coalesce(feature = 'trail map', false) AS begins,
    coalesce(feature = 'log a hike', false) AS ends
  FROM "events_engagement"
),
events AS (
  SELECT *
  FROM chosen
  WHERE person IS NOT NULL
    AND event_time < DATE '2026-06-15' + INTERVAL 1 DAY
)
SELECT person, event_time, begins, ends, coalesce(group_name, '(none)') AS group_name
FROM events
WHERE begins OR ends;

-- step gaps (table)
WITH ahead AS (
  SELECT
    *,
    min(CASE WHEN ends THEN event_time END) OVER (
      PARTITION BY person
      ORDER BY event_time
      RANGE BETWEEN INTERVAL 1 MICROSECOND FOLLOWING AND UNBOUNDED FOLLOWING
    ) AS next_time
  FROM "marked_events"
)
SELECT
  person,
  group_name,
  event_time,
  next_time,
  (epoch_us(next_time) - epoch_us(event_time)) / 1e6 AS seconds
FROM ahead
WHERE begins;

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
WHERE NOT EXISTS (FROM "marked_events");

-- finding summary
SELECT
  count(*) AS starts,
  count(seconds) AS followed,
  count(DISTINCT person) FILTER (WHERE seconds IS NOT NULL) AS people,
  min(seconds) AS shortest_seconds,
  quantile_cont(seconds, 0.25) AS lower_quarter_seconds,
  median(seconds) AS median_seconds,
  avg(seconds) AS mean_seconds,
  quantile_cont(seconds, 0.75) AS upper_quarter_seconds,
  quantile_cont(seconds, 0.9) AS upper_tenth_seconds,
  max(seconds) AS longest_seconds
FROM "gaps";

-- finding distribution
WITH bars (bar, "time") AS (
  VALUES
    (1, 'below 10 seconds'),
    (2, '10 to 60 seconds'),
    (3, '1 to 5 minutes'),
    (4, '5 to 30 minutes'),
    (5, '30 to 60 minutes'),
    (6, '1 to 6 hours'),
    (7, '6 to 24 hours'),
    (8, '1 to 3 days'),
    (9, '3 to 7 days'),
    (10, '7 to 14 days'),
    (11, '14 to 30 days'),
    (12, '30 to 90 days'),
    (13, '90 days or more')
),
counts AS (
  SELECT
    CASE
      WHEN seconds < 10 THEN 1
      WHEN seconds < 60 THEN 2
      WHEN seconds < 300 THEN 3
      WHEN seconds < 1800 THEN 4
      WHEN seconds < 3600 THEN 5
      WHEN seconds < 21600 THEN 6
      WHEN seconds < 86400 THEN 7
      WHEN seconds < 259200 THEN 8
      WHEN seconds < 604800 THEN 9
      WHEN seconds < 1209600 THEN 10
      WHEN seconds < 2592000 THEN 11
      WHEN seconds < 7776000 THEN 12
      ELSE 13
    END AS bar,
    count(*) AS times
  FROM "gaps"
  WHERE seconds IS NOT NULL
  GROUP BY bar
)
SELECT
  "time",
  coalesce(times, 0) AS times,
  coalesce(times, 0) / sum(times) OVER () AS share,
  sum(times) OVER (ORDER BY bar) / sum(times) OVER () AS share_up_to_here
FROM bars
LEFT JOIN counts USING (bar)
ORDER BY bar;

-- finding groups
SELECT
  group_name,
  count(*) AS starts,
  count(seconds) AS followed,
  count(seconds) / count(*) AS share_followed,
  quantile_cont(seconds, 0.25) AS lower_quarter_seconds,
  median(seconds) AS median_seconds,
  quantile_cont(seconds, 0.75) AS upper_quarter_seconds
FROM "gaps"
GROUP BY group_name
ORDER BY followed DESC, group_name;
