-- step purchases (table)
WITH cancelled_orders AS (
  SELECT DISTINCT purchase_id AS order_id
  FROM "order_events"
  WHERE event_type = 'cancellation'
), order_rows AS (
  SELECT
    email AS person,
    purchase_id AS order_id,
    CAST(timestamp AS TIMESTAMP) AS event_time,
    coalesce(CAST(price_total AS DOUBLE), 0) AS amount
  FROM "order_events"
  WHERE email IS NOT NULL
    AND timestamp IS NOT NULL
    AND purchase_id IS NOT NULL
    AND event_type IS DISTINCT FROM 'cancellation'
)
SELECT
  person,
  min(event_time) AS purchased_at,
  sum(amount) AS amount
FROM order_rows
ANTI JOIN cancelled_orders USING (order_id)
GROUP BY person, order_id;

-- step person_values (table)
WITH days AS (
  SELECT (SELECT CAST(max(purchased_at) AS DATE) + 1 FROM "purchases") AS as_of
), periods AS (
  SELECT
    as_of,
    as_of - 90 AS as_of_before
  FROM days
), people AS (
  SELECT
    person,
    CAST(any_value(as_of) AS TIMESTAMP) AS as_of,
    CAST(any_value(as_of_before) AS TIMESTAMP) AS as_of_before,
    max(purchased_at) AS last_now,
    count(*) AS orders_now,
    sum(amount) AS revenue_now,
    max(purchased_at) FILTER (WHERE purchased_at < as_of_before) AS last_before,
    count(*) FILTER (WHERE purchased_at < as_of_before) AS orders_before,
    sum(amount) FILTER (WHERE purchased_at < as_of_before) AS revenue_before
  FROM "purchases"
  CROSS JOIN periods
  GROUP BY person
)
SELECT
  CAST('now' AS ENUM ('now', 'before')) AS period,
  person,
  date_diff('day', last_now, as_of) AS recency_days,
  orders_now AS orders,
  round(revenue_now, 2) AS revenue
FROM people
WHERE orders_now > 0
UNION ALL
SELECT
  CAST('before' AS ENUM ('now', 'before')) AS period,
  person,
  date_diff('day', last_before, as_of_before) AS recency_days,
  orders_before AS orders,
  round(revenue_before, 2) AS revenue
FROM people
WHERE orders_before > 0;

-- step person_scores (table)
WITH scored AS (
  SELECT
    *,
    CAST(5 - ntile(4) OVER (PARTITION BY period ORDER BY recency_days DESC, person) AS INTEGER) AS recency,
    CAST(ntile(4) OVER (PARTITION BY period ORDER BY orders DESC, person) AS INTEGER) AS frequency,
    CAST(ntile(4) OVER (PARTITION BY period ORDER BY revenue DESC, person) AS INTEGER) AS monetary
  FROM "person_values"
)
SELECT
  *,
  CASE
    WHEN recency = 1 AND frequency = 1 AND monetary = 1 THEN 'Core'
    WHEN frequency = 1 THEN 'Loyal'
    WHEN monetary = 1 THEN 'Whales'
    WHEN frequency <= 3 AND monetary >= 2 THEN 'Promising'
    WHEN recency = 1 AND frequency = 4 THEN 'Rookies'
    WHEN recency >= 2 AND frequency = 4 THEN 'Slipping'
    ELSE 'No segment'
  END AS segment
FROM scored;

-- step rfm_scores (view)
SELECT * EXCLUDE (period)
FROM "person_scores"
WHERE period = 'now'
ORDER BY person;

-- check rows_can_be_used (error)
SELECT
  count(*) AS rows,
  count(email) AS with_person,
  count(timestamp) AS with_time
FROM "order_events"
HAVING count_if(email IS NOT NULL AND timestamp IS NOT NULL) = 0;

-- check people_are_known (warning)
SELECT *
FROM "order_events"
WHERE email IS NULL;

-- check times_are_known (warning)
SELECT *
FROM "order_events"
WHERE timestamp IS NULL;

-- check times_are_past (warning)
SELECT *
FROM "order_events"
WHERE CAST(timestamp AS TIMESTAMP) > TIMESTAMP '2026-06-15 12:00:00';

-- check amounts_are_known (warning)
SELECT *
FROM "order_events"
WHERE price_total IS NULL;

-- check amounts_are_positive (note)
SELECT *
FROM "order_events"
WHERE price_total < 0;

-- check segments_cover_all (warning)
SELECT recency, frequency, monetary, count(*) AS people
FROM "person_scores"
WHERE period = 'now'
  AND segment = 'No segment'
GROUP BY ALL
ORDER BY people DESC, recency, frequency, monetary;

-- check rules_are_used (note)
WITH rules AS (
  SELECT unnest(['Core', 'Loyal', 'Whales', 'Promising', 'Rookies', 'Slipping']) AS segment
)
SELECT segment
FROM rules
ANTI JOIN "person_scores" AS scores
  ON scores.segment = rules.segment
  AND scores.period = 'now'
ORDER BY segment;

-- check people_fill_bins (warning)
SELECT count(*) AS people, 4 AS bins
FROM "person_scores"
WHERE period = 'now'
HAVING count(*) < 40;

-- finding segments
SELECT
  segment,
  count(*) AS people,
  count(*) / sum(count(*)) OVER () AS people_share,
  sum(revenue) AS revenue,
  sum(revenue) / nullif(sum(sum(revenue)) OVER (), 0) AS revenue_share,
  avg(recency_days) AS average_recency_days,
  avg(orders) AS average_orders
FROM "person_scores"
WHERE period = 'now'
GROUP BY segment
ORDER BY list_position(['Core', 'Loyal', 'Whales', 'Promising', 'Rookies', 'Slipping', 'No segment'], segment);

-- finding grid
SELECT
  recency,
  frequency,
  sum(revenue) AS revenue,
  count(*) AS people,
  avg(revenue) AS revenue_per_person
FROM "person_scores"
WHERE period = 'now'
GROUP BY recency, frequency
ORDER BY recency, frequency;

-- finding migration
WITH before AS (
  SELECT person, segment, list_position(['Core', 'Loyal', 'Whales', 'Promising', 'Rookies', 'Slipping', 'No segment'], segment) AS place
  FROM "person_scores"
  WHERE period = 'before'
), now AS (
  SELECT person, segment, list_position(['Core', 'Loyal', 'Whales', 'Promising', 'Rookies', 'Slipping', 'No segment'], segment) AS place
  FROM "person_scores"
  WHERE period = 'now'
)
SELECT
  coalesce(before.segment, 'No purchase') AS from_segment,
  coalesce(now.segment, 'No purchase') AS to_segment,
  count(*) AS people
FROM before
FULL JOIN now USING (person)
GROUP BY before.segment, before.place, now.segment, now.place
ORDER BY before.place NULLS LAST, now.place NULLS LAST;

-- finding ties
WITH long AS (
  SELECT 'recency' AS score, recency_days AS "value", recency AS bin
  FROM "person_scores"
  WHERE period = 'now'
  UNION ALL
  SELECT 'frequency', orders, frequency
  FROM "person_scores"
  WHERE period = 'now'
  UNION ALL
  SELECT 'monetary', revenue, monetary
  FROM "person_scores"
  WHERE period = 'now'
), by_value AS (
  SELECT score, "value", count(*) AS people, count(DISTINCT bin) AS bins
  FROM long
  GROUP BY score, "value"
)
SELECT
  score,
  sum(people) FILTER (WHERE bins > 1) / sum(people) AS split_share,
  coalesce(CAST(sum(people) FILTER (WHERE bins > 1) AS BIGINT), 0) AS people_split,
  count_if(bins > 1) AS values_split
FROM by_value
GROUP BY score
ORDER BY score;
