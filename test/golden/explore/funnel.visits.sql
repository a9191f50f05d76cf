-- step step_events (view)
WITH chosen AS (
  SELECT
    identityMap.ECID[1].id || ' · ' || CAST(_experience.analytics.session.num AS VARCHAR) AS person,
    timestamp AS event_time,
    device.type AS group_name,
    true AS is_step_1,
    coalesce(eventType = 'commerce.productViews', false) AS is_step_2,
    coalesce(eventType = 'commerce.productListAdds', false) AS is_step_3,
    coalesce(eventType = 'commerce.checkouts', false) AS is_step_4,
    coalesce(eventType = 'commerce.purchases', false) AS is_step_5
  FROM "web_clickstream"
)
SELECT *
FROM chosen
WHERE person IS NOT NULL
  AND event_time < DATE '2026-06-15' + INTERVAL 1 DAY;

-- step furthest_steps (table)
WITH reached_1 AS (
  SELECT person, min(event_time) AS step_1
  FROM "step_events"
  WHERE is_step_1
  GROUP BY person
),
reached_2 AS (
  SELECT before.person, any_value(before.step_1) AS step_1, min(later.event_time) AS step_2
  FROM reached_1 AS before
  LEFT JOIN "step_events" AS later
    ON later.person = before.person
    AND later.is_step_2
    AND before.step_1 <= later.event_time
  GROUP BY before.person
),
reached_3 AS (
  SELECT before.person, any_value(before.step_1) AS step_1, any_value(before.step_2) AS step_2, min(later.event_time) AS step_3
  FROM reached_2 AS before
  LEFT JOIN "step_events" AS later
    ON later.person = before.person
    AND later.is_step_3
    AND before.step_2 <= later.event_time
  GROUP BY before.person
),
reached_4 AS (
  SELECT before.person, any_value(before.step_1) AS step_1, any_value(before.step_2) AS step_2, any_value(before.step_3) AS step_3, min(later.event_time) AS step_4
  FROM reached_3 AS before
  LEFT JOIN "step_events" AS later
    ON later.person = before.person
    AND later.is_step_4
    AND before.step_3 <= later.event_time
  GROUP BY before.person
),
reached_5 AS (
  SELECT before.person, any_value(before.step_1) AS step_1, any_value(before.step_2) AS step_2, any_value(before.step_3) AS step_3, any_value(before.step_4) AS step_4, min(later.event_time) AS step_5
  FROM reached_4 AS before
  LEFT JOIN "step_events" AS later
    ON later.person = before.person
    AND later.is_step_5
    AND before.step_4 <= later.event_time
  GROUP BY before.person
),
groups AS (
  SELECT person, arg_min(group_name, event_time) AS group_name
  FROM "step_events"
  GROUP BY person
)
SELECT
  person,
  coalesce(group_name, '(none)') AS group_name,
  CASE
    WHEN step_5 IS NOT NULL THEN 5
    WHEN step_4 IS NOT NULL THEN 4
    WHEN step_3 IS NOT NULL THEN 3
    WHEN step_2 IS NOT NULL THEN 2
    ELSE 1
  END AS depth,
  step_1, step_2, step_3, step_4, step_5
FROM reached_5
JOIN groups USING (person);

-- check people_are_known (warning)
SELECT
  timestamp AS event_time
FROM "web_clickstream"
WHERE identityMap.ECID[1].id IS NULL
ORDER BY ALL;

-- check times_are_known (warning)
SELECT
  identityMap.ECID[1].id AS person
FROM "web_clickstream"
WHERE timestamp IS NULL
ORDER BY ALL;

-- check times_are_past (warning)
SELECT
  identityMap.ECID[1].id AS person,
  timestamp AS event_time
FROM "web_clickstream"
WHERE timestamp >= DATE '2026-06-15' + INTERVAL 1 DAY
ORDER BY ALL;

-- check events_are_left (error)
SELECT 0 AS events
WHERE NOT EXISTS (FROM "step_events");

-- check groups_are_large (note)
WITH by_group AS (
  SELECT
    group_name,
    count(*) AS began,
    count(*) FILTER (WHERE depth = 5) AS converted
  FROM "furthest_steps"
  GROUP BY group_name
  ORDER BY began DESC, group_name
  LIMIT 8
)
SELECT group_name, began, converted
FROM by_group
WHERE least(converted, began - converted) < 5
ORDER BY began DESC, group_name;

-- finding steps
WITH steps (step, step_name) AS (
  VALUES
    (1, 'any event'),
    (2, 'commerce.productViews'),
    (3, 'commerce.productListAdds'),
    (4, 'commerce.checkouts'),
    (5, 'commerce.purchases')
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
  'commerce.productViews' AS step_name,
  count(step_2) AS reached,
  quantile_cont((epoch_us(step_2) - epoch_us(step_1)) / 1e6, 0.25) AS lower_quarter_seconds,
  median((epoch_us(step_2) - epoch_us(step_1)) / 1e6) AS median_seconds,
  quantile_cont((epoch_us(step_2) - epoch_us(step_1)) / 1e6, 0.75) AS upper_quarter_seconds
FROM "furthest_steps"
UNION ALL
SELECT
  3 AS step,
  'commerce.productListAdds' AS step_name,
  count(step_3) AS reached,
  quantile_cont((epoch_us(step_3) - epoch_us(step_2)) / 1e6, 0.25) AS lower_quarter_seconds,
  median((epoch_us(step_3) - epoch_us(step_2)) / 1e6) AS median_seconds,
  quantile_cont((epoch_us(step_3) - epoch_us(step_2)) / 1e6, 0.75) AS upper_quarter_seconds
FROM "furthest_steps"
UNION ALL
SELECT
  4 AS step,
  'commerce.checkouts' AS step_name,
  count(step_4) AS reached,
  quantile_cont((epoch_us(step_4) - epoch_us(step_3)) / 1e6, 0.25) AS lower_quarter_seconds,
  median((epoch_us(step_4) - epoch_us(step_3)) / 1e6) AS median_seconds,
  quantile_cont((epoch_us(step_4) - epoch_us(step_3)) / 1e6, 0.75) AS upper_quarter_seconds
FROM "furthest_steps"
UNION ALL
SELECT
  5 AS step,
  'commerce.purchases' AS step_name,
  count(step_5) AS reached,
  quantile_cont((epoch_us(step_5) - epoch_us(step_4)) / 1e6, 0.25) AS lower_quarter_seconds,
  median((epoch_us(step_5) - epoch_us(step_4)) / 1e6) AS median_seconds,
  quantile_cont((epoch_us(step_5) - epoch_us(step_4)) / 1e6, 0.75) AS upper_quarter_seconds
FROM "furthest_steps"
ORDER BY step;

-- finding groups
SELECT
  group_name,
  count(*) FILTER (WHERE depth >= 1) AS reached_1,
  count(*) FILTER (WHERE depth >= 2) AS reached_2,
  count(*) FILTER (WHERE depth >= 3) AS reached_3,
  count(*) FILTER (WHERE depth >= 4) AS reached_4,
  count(*) FILTER (WHERE depth >= 5) AS reached_5,
  count(*) FILTER (WHERE depth = 5) / count(*) AS conversion
FROM "furthest_steps"
GROUP BY group_name
ORDER BY reached_1 DESC, group_name;

-- finding differences
WITH by_group AS (
  SELECT
    group_name,
    count(*) AS began,
    count(*) FILTER (WHERE depth = 5) AS converted
  FROM "furthest_steps"
  GROUP BY group_name
  ORDER BY began DESC, group_name
  LIMIT 8
),
pairs AS (
  SELECT
    a.group_name AS group_a,
    b.group_name AS group_b,
    a.converted / a.began AS share_a,
    b.converted / b.began AS share_b,
    (a.converted + b.converted) / (a.began + b.began) AS share_of_both,
    1 / a.began AS weight_a,
    1 / b.began AS weight_b
  FROM by_group AS a
  JOIN by_group AS b ON a.group_name < b.group_name
),
tested AS (
  SELECT
    *,
    share_a - share_b AS difference,
    1.959964 * sqrt(share_a * (1 - share_a) * weight_a + share_b * (1 - share_b) * weight_b) AS margin,
    (share_a - share_b) / nullif(sqrt(share_of_both * (1 - share_of_both) * (weight_a + weight_b)), 0) AS z
  FROM pairs
),
scaled AS (
  SELECT
    *,
    abs(z) / sqrt(2) AS x,
    1 / (1 + abs(z) / sqrt(8)) AS t
  FROM tested
  WHERE z IS NOT NULL
),
valued AS (
  SELECT
    *,
    least(1, t * exp(-x * x + -1.26551223 * t ** 0 + 1.00002368 * t ** 1 + 0.37409196 * t ** 2 + 0.09678418 * t ** 3 + -0.18628806 * t ** 4 + 0.27886807 * t ** 5 + -1.13520398 * t ** 6 + 1.48851587 * t ** 7 + -0.82215223 * t ** 8 + 0.17087277 * t ** 9)) AS p_value
  FROM scaled
),
stepped AS (
  SELECT *, p_value * (count(*) OVER () + 1 - row_number() OVER by_value) AS stepped_p
  FROM valued
  WINDOW by_value AS (ORDER BY p_value, group_a, group_b)
)
SELECT
  group_a,
  group_b,
  share_a,
  share_b,
  difference,
  difference - margin AS low,
  difference + margin AS high,
  z,
  p_value,
  least(1, max(stepped_p) OVER (ORDER BY p_value, group_a, group_b)) AS adjusted_p
FROM stepped
ORDER BY p_value, group_a, group_b;
