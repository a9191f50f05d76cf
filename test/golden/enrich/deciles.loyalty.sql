-- step totals (view)
WITH movements AS NOT MATERIALIZED (
  SELECT
    _tenant.membershipNumber AS person,
    coalesce(CAST(_tenant.loyaltyStatus AS VARCHAR), 'none') AS group_name,
    CAST(_tenant.transactionDate AS TIMESTAMP) AS event_time,
    CAST(_tenant.mileage AS DOUBLE) AS "value"
  FROM "airline_loyalty_data"
  WHERE _tenant.membershipNumber IS NOT NULL
    AND _tenant.transactionDate IS NOT NULL
    AND _tenant.mileage IS NOT NULL
    AND (_tenant.transactionType = 'STATUS_MILES')
), as_of_day AS (
  SELECT (SELECT CAST(max(event_time) AS DATE) + 1 FROM movements) AS as_of
), starts AS (
  SELECT
    as_of,
    date_trunc('month', as_of) - to_months(1) AS "months_1_from",
    date_trunc('month', as_of) - to_months(3) AS "months_3_from",
    date_trunc('month', as_of) - to_months(6) AS "months_6_from",
    date_trunc('month', as_of) - to_months(9) AS "months_9_from",
    date_trunc('month', as_of) - to_months(12) AS "months_12_from"
  FROM as_of_day
), sums AS (
  SELECT
    person,
    group_name,
    sum("value") FILTER (WHERE event_time >= "months_1_from") AS "months_1",
    sum("value") FILTER (WHERE event_time >= "months_3_from") AS "months_3",
    sum("value") FILTER (WHERE event_time >= "months_6_from") AS "months_6",
    sum("value") FILTER (WHERE event_time >= "months_9_from") AS "months_9",
    sum("value") FILTER (WHERE event_time >= "months_12_from") AS "months_12",
    sum("value") AS "all_time"
  FROM movements
  CROSS JOIN starts
  GROUP BY person, group_name
)
SELECT
  CAST(lookback AS ENUM ('months_1', 'months_3', 'months_6', 'months_9', 'months_12', 'all_time')) AS lookback,
  group_name,
  person,
  round(total, 6) AS total
FROM sums
UNPIVOT (total FOR lookback IN ("months_1", "months_3", "months_6", "months_9", "months_12", "all_time"));

-- step buckets (table)
SELECT
  *,
  CAST(ntile(10) OVER (PARTITION BY lookback, group_name ORDER BY total DESC, person) AS INTEGER) AS bucket
FROM "totals";

-- step bucket_maps (view)
SELECT
  person,
  map(
    list(group_name ORDER BY group_name) FILTER (WHERE lookback = 'months_1'),
    list(bucket ORDER BY group_name) FILTER (WHERE lookback = 'months_1')
  ) AS "months_1",
  map(
    list(group_name ORDER BY group_name) FILTER (WHERE lookback = 'months_3'),
    list(bucket ORDER BY group_name) FILTER (WHERE lookback = 'months_3')
  ) AS "months_3",
  map(
    list(group_name ORDER BY group_name) FILTER (WHERE lookback = 'months_6'),
    list(bucket ORDER BY group_name) FILTER (WHERE lookback = 'months_6')
  ) AS "months_6",
  map(
    list(group_name ORDER BY group_name) FILTER (WHERE lookback = 'months_9'),
    list(bucket ORDER BY group_name) FILTER (WHERE lookback = 'months_9')
  ) AS "months_9",
  map(
    list(group_name ORDER BY group_name) FILTER (WHERE lookback = 'months_12'),
    list(bucket ORDER BY group_name) FILTER (WHERE lookback = 'months_12')
  ) AS "months_12",
  map(
    list(group_name ORDER BY group_name) FILTER (WHERE lookback = 'all_time'),
    list(bucket ORDER BY group_name) FILTER (WHERE lookback = 'all_time')
  ) AS "all_time"
FROM "buckets"
GROUP BY person
ORDER BY person;

-- check rows_can_be_used (error)
SELECT
  count(*) AS rows,
  count(_tenant.membershipNumber) AS with_person,
  count(_tenant.transactionDate) AS with_time
FROM (
  SELECT *
  FROM "airline_loyalty_data"
  WHERE (_tenant.transactionType = 'STATUS_MILES')
)
HAVING count_if(_tenant.membershipNumber IS NOT NULL AND _tenant.transactionDate IS NOT NULL) = 0;

-- check people_are_known (warning)
SELECT *
FROM (
  SELECT *
  FROM "airline_loyalty_data"
  WHERE (_tenant.transactionType = 'STATUS_MILES')
)
WHERE _tenant.membershipNumber IS NULL;

-- check times_are_known (warning)
SELECT *
FROM (
  SELECT *
  FROM "airline_loyalty_data"
  WHERE (_tenant.transactionType = 'STATUS_MILES')
)
WHERE _tenant.transactionDate IS NULL;

-- check times_are_past (warning)
SELECT *
FROM (
  SELECT *
  FROM "airline_loyalty_data"
  WHERE (_tenant.transactionType = 'STATUS_MILES')
)
WHERE CAST(_tenant.transactionDate AS TIMESTAMP) > TIMESTAMP '2026-06-15 12:00:00';

-- check amounts_are_known (warning)
SELECT *
FROM (
  SELECT *
  FROM "airline_loyalty_data"
  WHERE (_tenant.transactionType = 'STATUS_MILES')
)
WHERE _tenant.mileage IS NULL;

-- check amounts_are_positive (note)
SELECT *
FROM (
  SELECT *
  FROM "airline_loyalty_data"
  WHERE (_tenant.transactionType = 'STATUS_MILES')
)
WHERE _tenant.mileage < 0;

-- check groups_fill_buckets (warning)
SELECT lookback, group_name, count(*) AS people
FROM "buckets"
GROUP BY lookback, group_name
HAVING count(*) < 10
ORDER BY lookback, group_name;

-- check people_have_one_group (note)
SELECT lookback, person, list(group_name ORDER BY group_name) AS groups
FROM "buckets"
GROUP BY lookback, person
HAVING count(*) > 1
ORDER BY lookback, person;

-- finding gain
WITH by_bucket AS (
  SELECT
    bucket,
    count(*) AS people,
    sum(total) AS total
  FROM "buckets"
  WHERE lookback = 'all_time'
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
WHERE lookback = 'all_time'
GROUP BY group_name, bucket
ORDER BY group_name, bucket;

-- finding lookbacks
WITH best AS (
  SELECT person, group_name
  FROM "buckets"
  WHERE lookback = 'all_time'
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
ORDER BY list_position(string_split('months_1,months_3,months_6,months_9,months_12,all_time', ','), lookback);

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
ORDER BY list_position(string_split('months_1,months_3,months_6,months_9,months_12,all_time', ','), lookback);
