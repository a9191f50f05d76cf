-- step derived (table)
WITH known_events AS NOT MATERIALIZED (
  SELECT
    CAST(customer_id AS VARCHAR) AS person_identity,
    CAST(ordered_at AS TIMESTAMP) AS event_time,
    amount AS value_2,
    category AS value_3,
    channel AS value_4
  FROM "orders"
  WHERE CAST(customer_id AS VARCHAR) IS NOT NULL
    AND CAST(ordered_at AS TIMESTAMP) IS NOT NULL
), as_of_day AS (
  SELECT (SELECT CAST(max(event_time) AS DATE) + 1 FROM known_events) AS as_of
)
SELECT
  person_identity,
  count(*) AS "orders",
  sum(value_2) FILTER (WHERE event_time >= as_of - 365) AS "revenue_365",
  mode(value_3 ORDER BY value_3) AS "favourite_category",
  last(value_4 ORDER BY event_time, value_4) AS "last_channel",
  any_value(as_of) - CAST(max(event_time) AS DATE) AS "days_since_last_order"
FROM known_events
CROSS JOIN as_of_day
GROUP BY person_identity;

-- step profiles (table)
WITH known_profiles AS (
  SELECT
    CAST(customer_id AS VARCHAR) AS identity,
    email AS "email",
    segment AS "segment"
  FROM "customers"
  WHERE CAST(customer_id AS VARCHAR) IS NOT NULL
)
SELECT
  known_profiles.*,
  coalesce("orders", 0) AS "orders",
  "revenue_365",
  "favourite_category",
  "last_channel",
  "days_since_last_order"
FROM known_profiles
LEFT JOIN "derived"
  ON person_identity = identity;

-- check identity_is_unique (error)
SELECT CAST(customer_id AS VARCHAR) AS identity, count(*) AS profiles
FROM "customers"
WHERE CAST(customer_id AS VARCHAR) IS NOT NULL
GROUP BY CAST(customer_id AS VARCHAR)
HAVING count(*) > 1
ORDER BY profiles DESC, identity;

-- check identity_is_known (warning)
SELECT *
FROM "customers"
WHERE customer_id IS NULL;

-- check events_find_profiles (warning)
SELECT person_identity
FROM "derived"
ANTI JOIN "profiles"
  ON identity = person_identity
ORDER BY person_identity;

-- check rows_are_people (error)
SELECT identity, count(*) AS rows
FROM "profiles"
GROUP BY identity
HAVING count(*) > 1
ORDER BY rows DESC, identity;

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

-- finding people
SELECT
  count(*) AS people,
  count(person_identity) AS with_events
FROM "profiles" AS made
LEFT JOIN "derived" AS derived
  ON person_identity = identity;

-- finding attributes
SELECT
  1 AS place,
  'orders' AS attribute,
  count(*) AS people,
  count("orders") AS with_value,
  count("orders") / nullif(count(*), 0) AS filled_share,
  count(DISTINCT "orders") AS different_values,
  CAST(min("orders") AS VARCHAR) AS smallest,
  CAST(max("orders") AS VARCHAR) AS largest
FROM "profiles"
UNION ALL
SELECT
  2 AS place,
  'revenue_365' AS attribute,
  count(*) AS people,
  count("revenue_365") AS with_value,
  count("revenue_365") / nullif(count(*), 0) AS filled_share,
  count(DISTINCT "revenue_365") AS different_values,
  CAST(min("revenue_365") AS VARCHAR) AS smallest,
  CAST(max("revenue_365") AS VARCHAR) AS largest
FROM "profiles"
UNION ALL
SELECT
  3 AS place,
  'favourite_category' AS attribute,
  count(*) AS people,
  count("favourite_category") AS with_value,
  count("favourite_category") / nullif(count(*), 0) AS filled_share,
  count(DISTINCT "favourite_category") AS different_values,
  CAST(min("favourite_category") AS VARCHAR) AS smallest,
  CAST(max("favourite_category") AS VARCHAR) AS largest
FROM "profiles"
UNION ALL
SELECT
  4 AS place,
  'last_channel' AS attribute,
  count(*) AS people,
  count("last_channel") AS with_value,
  count("last_channel") / nullif(count(*), 0) AS filled_share,
  count(DISTINCT "last_channel") AS different_values,
  CAST(min("last_channel") AS VARCHAR) AS smallest,
  CAST(max("last_channel") AS VARCHAR) AS largest
FROM "profiles"
UNION ALL
SELECT
  5 AS place,
  'days_since_last_order' AS attribute,
  count(*) AS people,
  count("days_since_last_order") AS with_value,
  count("days_since_last_order") / nullif(count(*), 0) AS filled_share,
  count(DISTINCT "days_since_last_order") AS different_values,
  CAST(min("days_since_last_order") AS VARCHAR) AS smallest,
  CAST(max("days_since_last_order") AS VARCHAR) AS largest
FROM "profiles";
