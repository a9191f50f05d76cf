-- step totals (view)
WITH movements AS NOT MATERIALIZED (
  SELECT
    customer_id AS person,
    'everyone' AS group_name,
    CAST(ordered_at AS TIMESTAMP) AS event_time,
    CAST(amount AS DOUBLE) AS "value"
  FROM "orders"
  WHERE customer_id IS NOT NULL
    AND ordered_at IS NOT NULL
    AND amount IS NOT NULL
), as_of_day AS (
  SELECT (SELECT CAST(max(event_time) AS DATE) + 1 FROM movements) AS as_of
), starts AS (
  SELECT
    as_of,
    date_trunc('month', as_of) - to_months(12) AS "months_12_from"
  FROM as_of_day
), sums AS (
  SELECT
    person,
    group_name,
    sum("value") FILTER (WHERE event_time >= "months_12_from") AS "months_12"
  FROM movements
  CROSS JOIN starts
  GROUP BY person, group_name
)
SELECT
  CAST(lookback AS ENUM ('months_12')) AS lookback,
  group_name,
  person,
  round(total, 6) AS total
FROM sums
UNPIVOT (total FOR lookback IN ("months_12"));

-- step buckets (table)
SELECT
  *,
  CAST(least(1 + floor(percent_rank() OVER (PARTITION BY lookback ORDER BY total DESC) * 10), 10) AS INTEGER) AS bucket
FROM "totals";

-- step bucket_maps (view)
SELECT
  person,
  any_value(bucket) FILTER (WHERE lookback = 'months_12') AS "months_12"
FROM "buckets"
GROUP BY person
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

-- check groups_fill_buckets (warning)
SELECT lookback, group_name, count(*) AS people
FROM "buckets"
GROUP BY lookback, group_name
HAVING count(*) < 10
ORDER BY lookback, group_name;

-- finding gain
WITH by_bucket AS (
  SELECT
    bucket,
    count(*) AS people,
    sum(total) AS total
  FROM "buckets"
  WHERE lookback = 'months_12'
  GROUP BY bucket
)
SELECT
  bucket,
  people,
  total,
  total / people AS average,
  total / nullif(sum(total) OVER (), 0) AS total_share,
  sum(people) OVER best_first / sum(people) OVER () AS people_so_far,
  sum(total) OVER best_first / nullif(sum(total) OVER (), 0) AS total_so_far,
  sum(people) OVER best_first / sum(people) OVER () AS even_share,
  total / people / nullif(sum(total) OVER () / sum(people) OVER (), 0) AS lift
FROM by_bucket
WINDOW best_first AS (ORDER BY bucket)
ORDER BY bucket;

-- finding groups
SELECT
  group_name AS "group",
  bucket,
  count(*) AS people,
  min(total) AS lowest,
  max(total) AS highest,
  avg(total) AS average
FROM "buckets"
WHERE lookback = 'months_12'
GROUP BY group_name, bucket
ORDER BY group_name, bucket;

-- finding lookbacks
WITH best AS (
  SELECT person, group_name
  FROM "buckets"
  WHERE lookback = 'months_12'
    AND bucket = 1
)
SELECT
  lookback,
  count(DISTINCT ranked.person) AS people,
  count_if(bucket = 1) AS best_people,
  count_if(bucket = 1 AND best.person IS NOT NULL) / nullif(count_if(bucket = 1), 0) AS also_best_over_longest
FROM "buckets" AS ranked
LEFT JOIN best USING (person, group_name)
GROUP BY lookback
ORDER BY list_position(string_split('months_12', ','), lookback);

-- finding ties
WITH by_total AS (
  SELECT lookback, group_name, total, count(*) AS people, count(DISTINCT bucket) AS buckets
  FROM "buckets"
  GROUP BY lookback, group_name, total
)
SELECT
  lookback,
  CAST(sum(people) AS BIGINT) AS people,
  coalesce(CAST(sum(people) FILTER (WHERE buckets > 1) AS BIGINT), 0) AS people_split
FROM by_total
GROUP BY lookback
ORDER BY list_position(string_split('months_12', ','), lookback);
