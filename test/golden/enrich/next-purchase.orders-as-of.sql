-- step purchases (view)
SELECT
  customer_id AS person,
  CAST(ordered_at AS TIMESTAMP) AS purchased_at,
  coalesce(CAST(amount AS DOUBLE), 0) AS amount
FROM "orders"
WHERE customer_id IS NOT NULL
  AND ordered_at IS NOT NULL;

-- step gaps (table)
WITH purchase_days AS (
  SELECT
    person,
    CAST(purchased_at AS DATE) AS purchase_day,
    sum(amount) AS amount
  FROM "purchases"
  WHERE purchased_at < CAST('2026-01-01' AS DATE)
  GROUP BY ALL
)
SELECT
  *,
  purchase_day - lag(purchase_day) OVER by_day AS gap,
  lead(purchase_day) OVER by_day IS NULL AS is_latest
FROM purchase_days
WINDOW by_day AS (PARTITION BY person ORDER BY purchase_day);

-- step expected_purchases (table)
WITH population AS (
  SELECT avg(gap) AS population_gap, CAST('2026-01-01' AS DATE) AS as_of
  FROM "gaps"
), people AS (
  SELECT
    person,
    count(*) AS purchase_days,
    count(gap) AS own_gaps,
    avg(gap) AS own_gap,
    max(purchase_day) AS last_day,
    round(sum(amount), 2) AS revenue
  FROM "gaps"
  GROUP BY person
), mixed AS (
  SELECT
    * EXCLUDE (population_gap),
    CASE
      WHEN own_gaps + 0 > 0
      THEN (own_gaps * coalesce(own_gap, 0) + 0 * population_gap) / (own_gaps + 0)
      ELSE population_gap
    END AS expected_gap
  FROM people
  CROSS JOIN population
)
SELECT
  * EXCLUDE (as_of),
  last_day + CAST(round(expected_gap) AS INTEGER) AS expected_day,
  as_of - last_day AS days_since_last,
  (as_of - last_day) / nullif(expected_gap, 0) AS gaps_since_last,
  CASE
    WHEN expected_gap IS NULL THEN 'unknown'
    WHEN (as_of - last_day) > 1.5 * expected_gap THEN 'overdue'
    WHEN last_day + CAST(round(expected_gap) AS INTEGER) < as_of THEN 'late'
    WHEN last_day + CAST(round(expected_gap) AS INTEGER) < as_of + 30 THEN 'due soon'
    ELSE 'due later'
  END AS status
FROM mixed
ORDER BY person;

-- check rows_can_be_used (error)
SELECT
  count(*) AS rows,
  count(customer_id) AS with_person,
  count(ordered_at) AS with_time
FROM "orders"
HAVING count_if(customer_id IS NOT NULL AND ordered_at IS NOT NULL) = 0;

-- check people_are_known (warning)
SELECT *
FROM "orders"
WHERE customer_id IS NULL;

-- check times_are_known (warning)
SELECT *
FROM "orders"
WHERE ordered_at IS NULL;

-- check times_are_past (warning)
SELECT *
FROM "orders"
WHERE CAST(ordered_at AS TIMESTAMP) > TIMESTAMP '2026-06-15 12:00:00';

-- check amounts_are_known (warning)
SELECT *
FROM "orders"
WHERE amount IS NULL;

-- check amounts_are_positive (note)
SELECT *
FROM "orders"
WHERE amount < 0;

-- check gaps_are_enough (warning)
SELECT count(*) AS purchase_days, count(gap) AS gaps
FROM "gaps"
HAVING count(gap) < 30;

-- finding status
SELECT
  status,
  count(*) AS people,
  count(*) / sum(count(*)) OVER () AS people_share,
  sum(revenue) AS revenue,
  avg(expected_gap) AS average_expected_gap
FROM "expected_purchases"
GROUP BY status
ORDER BY list_position(['due soon', 'due later', 'late', 'overdue', 'unknown'], status);

-- finding overdue
SELECT
  person,
  purchase_days,
  last_day,
  expected_gap,
  days_since_last,
  gaps_since_last,
  revenue
FROM "expected_purchases"
WHERE status = 'overdue'
ORDER BY revenue DESC, person
LIMIT 1000;

-- finding gaps
SELECT gap, count(*) AS gaps
FROM "gaps"
WHERE gap IS NOT NULL
GROUP BY gap
ORDER BY gap;

-- finding accuracy
WITH past AS (
  SELECT
    person,
    count(gap) FILTER (WHERE NOT is_latest) AS own_gaps,
    avg(gap) FILTER (WHERE NOT is_latest) AS own_gap,
    any_value(gap) FILTER (WHERE is_latest) AS last_gap
  FROM "gaps"
  GROUP BY person
), population AS (
  SELECT avg(gap) AS population_gap
  FROM "gaps"
  WHERE NOT is_latest
)
SELECT
  count(*) AS people,
  avg(abs(last_gap - (own_gaps * own_gap + 0 * population_gap) / (own_gaps + 0))) AS error_mixed,
  avg(abs(last_gap - population_gap)) AS error_population,
  avg(abs(last_gap - own_gap)) AS error_own
FROM past
CROSS JOIN population
WHERE own_gaps > 0
  AND last_gap IS NOT NULL;
