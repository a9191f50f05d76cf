-- step purchases (view)
SELECT
  customer_id AS person,
  CAST(ordered_at AS TIMESTAMP) AS purchased_at,
  coalesce(CAST(amount AS DOUBLE), 0) AS amount
FROM "orders"
WHERE customer_id IS NOT NULL
  AND ordered_at IS NOT NULL
  AND (status = 'completed');

-- step person_values (table)
WITH days AS (
  SELECT CAST('2026-06-01' AS DATE) AS as_of
), periods AS (
  SELECT
    as_of,
    as_of - 365 AS as_of_before
  FROM days
), people AS (
  SELECT
    person,
    CAST(any_value(as_of) AS TIMESTAMP) AS as_of,
    CAST(any_value(as_of_before) AS TIMESTAMP) AS as_of_before,
    max(purchased_at) FILTER (WHERE purchased_at >= as_of_before) AS last_now,
    count(*) FILTER (WHERE purchased_at >= as_of_before) AS orders_now,
    sum(amount) FILTER (WHERE purchased_at >= as_of_before) AS revenue_now,
    max(purchased_at) FILTER (WHERE purchased_at < as_of_before) AS last_before,
    count(*) FILTER (WHERE purchased_at < as_of_before) AS orders_before,
    sum(amount) FILTER (WHERE purchased_at < as_of_before) AS revenue_before
  FROM "purchases"
  CROSS JOIN periods
  WHERE purchased_at < as_of
    AND purchased_at >= as_of_before - 365
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
    1 + CAST(recency_days > 30 AS INTEGER) + CAST(recency_days > 90 AS INTEGER) + CAST(recency_days > 180 AS INTEGER) AS recency,
    1 + CAST(orders < 2 AS INTEGER) + CAST(orders < 4 AS INTEGER) + CAST(orders < 8 AS INTEGER) AS frequency,
    1 + CAST(revenue < 100 AS INTEGER) + CAST(revenue < 300 AS INTEGER) + CAST(revenue < 800 AS INTEGER) AS monetary
  FROM "person_values"
)
SELECT
  *,
  CASE
    WHEN recency <= 2 AND frequency <= 2 THEN 'Best'
    WHEN true THEN 'Others'
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
  count(customer_id) AS with_person,
  count(ordered_at) AS with_time
FROM (
  SELECT *
  FROM "orders"
  WHERE (status = 'completed')
)
HAVING count_if(customer_id IS NOT NULL AND ordered_at IS NOT NULL) = 0;

-- check people_are_known (warning)
SELECT *
FROM (
  SELECT *
  FROM "orders"
  WHERE (status = 'completed')
)
WHERE customer_id IS NULL;

-- check times_are_known (warning)
SELECT *
FROM (
  SELECT *
  FROM "orders"
  WHERE (status = 'completed')
)
WHERE ordered_at IS NULL;

-- check times_are_past (warning)
SELECT *
FROM (
  SELECT *
  FROM "orders"
  WHERE (status = 'completed')
)
WHERE CAST(ordered_at AS TIMESTAMP) > TIMESTAMP '2026-06-15 12:00:00';

-- check amounts_are_known (warning)
SELECT *
FROM (
  SELECT *
  FROM "orders"
  WHERE (status = 'completed')
)
WHERE amount IS NULL;

-- check amounts_are_positive (note)
SELECT *
FROM (
  SELECT *
  FROM "orders"
  WHERE (status = 'completed')
)
WHERE amount < 0;

-- check segments_cover_all (warning)
SELECT recency, frequency, monetary, count(*) AS people
FROM "person_scores"
WHERE period = 'now'
  AND segment = 'No segment'
GROUP BY ALL
ORDER BY people DESC, recency, frequency, monetary;

-- check rules_are_used (note)
WITH rules AS (
  SELECT unnest(['Best', 'Others']) AS segment
)
SELECT segment
FROM rules
ANTI JOIN "person_scores" AS scores
  ON scores.segment = rules.segment
  AND scores.period = 'now'
ORDER BY segment;

-- check people_fill_bins (warning)
SELECT 0 AS people
LIMIT 0;

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
ORDER BY list_position(['Best', 'Others', 'No segment'], segment);

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
  SELECT person, segment, list_position(['Best', 'Others', 'No segment'], segment) AS place
  FROM "person_scores"
  WHERE period = 'before'
), now AS (
  SELECT person, segment, list_position(['Best', 'Others', 'No segment'], segment) AS place
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
