-- step person (table)
SELECT customer_id AS person, profile.*
FROM "customers" AS profile
WHERE customer_id = '00104102';

-- step timeline (table)
SELECT
  ordered_at AS event_time,
  'orders' AS dataset,
  product AS what,
  CAST(amount AS DOUBLE) AS amount
FROM "orders"
WHERE customer_id IN (SELECT person FROM "person")
UNION ALL
SELECT
  event_time AS event_time,
  'events_engagement' AS dataset,
  feature AS what,
  CAST(NULL AS DOUBLE) AS amount
FROM "events_engagement"
WHERE user_id IN (SELECT person FROM "person")
ORDER BY event_time, dataset, what, amount;

-- check person_is_there (warning)
SELECT count(*) AS profiles
FROM "person"
HAVING count(*) = 0;

-- check person_is_one (warning)
SELECT person, count(*) AS profiles
FROM "person"
GROUP BY person
HAVING count(*) > 1
ORDER BY person;

-- check times_are_known (note)
SELECT dataset, what, event_time
FROM "timeline"
WHERE event_time IS NULL
  OR event_time >= DATE '2026-06-15' + INTERVAL 1 DAY
ORDER BY ALL;

-- finding summary
WITH profile AS (
  SELECT any_value(person) AS person, count(*) AS profiles
  FROM "person"
)
SELECT
  person,
  profiles,
  count(dataset) AS events,
  count(DISTINCT dataset) AS datasets,
  min(event_time) AS first_time,
  max(event_time) AS last_time,
  arg_max(what, event_time) AS last_event
FROM profile
LEFT JOIN "timeline" ON true
GROUP BY person, profiles;

-- finding attributes
SELECT
  1 AS position,
  'customer_id' AS attribute,
  CAST("customer_id" AS VARCHAR) AS "value"
FROM "person"
UNION ALL
SELECT
  2 AS position,
  'name' AS attribute,
  CAST("name" AS VARCHAR) AS "value"
FROM "person"
UNION ALL
SELECT
  3 AS position,
  'email' AS attribute,
  CAST("email" AS VARCHAR) AS "value"
FROM "person"
UNION ALL
SELECT
  4 AS position,
  'phone' AS attribute,
  CAST("phone" AS VARCHAR) AS "value"
FROM "person"
UNION ALL
SELECT
  5 AS position,
  'city' AS attribute,
  CAST("city" AS VARCHAR) AS "value"
FROM "person"
UNION ALL
SELECT
  6 AS position,
  'state' AS attribute,
  CAST("state" AS VARCHAR) AS "value"
FROM "person"
UNION ALL
SELECT
  7 AS position,
  'zip' AS attribute,
  CAST("zip" AS VARCHAR) AS "value"
FROM "person"
UNION ALL
SELECT
  8 AS position,
  'segment' AS attribute,
  CAST("segment" AS VARCHAR) AS "value"
FROM "person"
UNION ALL
SELECT
  9 AS position,
  'customer_since' AS attribute,
  CAST("customer_since" AS VARCHAR) AS "value"
FROM "person"
UNION ALL
SELECT
  10 AS position,
  'marketing_consent' AS attribute,
  CAST("marketing_consent" AS VARCHAR) AS "value"
FROM "person"
ORDER BY position, "value";

-- finding timeline
SELECT
  event_time,
  dataset,
  what,
  amount,
  date_diff('day', lag(event_time) OVER in_order, event_time) AS days_since_before
FROM "timeline"
WINDOW in_order AS (ORDER BY event_time, dataset, what, amount)
ORDER BY event_time, dataset, what, amount;

-- finding datasets
SELECT
  dataset,
  count(*) AS events,
  min(event_time) AS first_time,
  max(event_time) AS last_time,
  sum(amount) AS amount
FROM "timeline"
GROUP BY dataset
ORDER BY events DESC, dataset;
