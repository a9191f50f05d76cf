-- step column_figures (table)
SELECT
  1 AS position,
  '_id' AS column_name,
  'VARCHAR' AS type,
  count(*) AS rows,
  count(*) - count("_id") AS missing,
  count(DISTINCT "_id") AS distinct_values,
  CAST(min("_id") AS VARCHAR) AS minimum,
  CAST(max("_id") AS VARCHAR) AS maximum,
  CAST(NULL AS DOUBLE) AS mean,
  CAST(NULL AS DOUBLE) AS median,
  CAST(NULL AS DOUBLE) AS standard_deviation,
  count(*) FILTER (WHERE trim(CAST("_id" AS VARCHAR)) = '') AS blank
FROM "web_events"
UNION ALL
SELECT
  2 AS position,
  'timestamp' AS column_name,
  'TIMESTAMP' AS type,
  count(*) AS rows,
  count(*) - count("timestamp") AS missing,
  count(DISTINCT "timestamp") AS distinct_values,
  CAST(min("timestamp") AS VARCHAR) AS minimum,
  CAST(max("timestamp") AS VARCHAR) AS maximum,
  CAST(NULL AS DOUBLE) AS mean,
  CAST(NULL AS DOUBLE) AS median,
  CAST(NULL AS DOUBLE) AS standard_deviation,
  CAST(NULL AS BIGINT) AS blank
FROM "web_events"
UNION ALL
SELECT
  3 AS position,
  'eventType' AS column_name,
  'VARCHAR' AS type,
  count(*) AS rows,
  count(*) - count("eventType") AS missing,
  count(DISTINCT "eventType") AS distinct_values,
  CAST(min("eventType") AS VARCHAR) AS minimum,
  CAST(max("eventType") AS VARCHAR) AS maximum,
  CAST(NULL AS DOUBLE) AS mean,
  CAST(NULL AS DOUBLE) AS median,
  CAST(NULL AS DOUBLE) AS standard_deviation,
  count(*) FILTER (WHERE trim(CAST("eventType" AS VARCHAR)) = '') AS blank
FROM "web_events"
UNION ALL
SELECT
  4 AS position,
  'identityMap' AS column_name,
  'STRUCT(ECID STRUCT(id VARCHAR, "primary" BOOLEAN)[], CRMID STRUCT(id VARCHAR, "primary" BOOLEAN)[])' AS type,
  count(*) AS rows,
  count(*) - count("identityMap") AS missing,
  count(DISTINCT "identityMap") AS distinct_values,
  CAST(NULL AS VARCHAR) AS minimum,
  CAST(NULL AS VARCHAR) AS maximum,
  CAST(NULL AS DOUBLE) AS mean,
  CAST(NULL AS DOUBLE) AS median,
  CAST(NULL AS DOUBLE) AS standard_deviation,
  CAST(NULL AS BIGINT) AS blank
FROM "web_events"
UNION ALL
SELECT
  5 AS position,
  'web' AS column_name,
  'STRUCT(page VARCHAR, referrer VARCHAR)' AS type,
  count(*) AS rows,
  count(*) - count("web") AS missing,
  count(DISTINCT "web") AS distinct_values,
  CAST(NULL AS VARCHAR) AS minimum,
  CAST(NULL AS VARCHAR) AS maximum,
  CAST(NULL AS DOUBLE) AS mean,
  CAST(NULL AS DOUBLE) AS median,
  CAST(NULL AS DOUBLE) AS standard_deviation,
  CAST(NULL AS BIGINT) AS blank
FROM "web_events"
UNION ALL
SELECT
  6 AS position,
  'device' AS column_name,
  'STRUCT("type" VARCHAR, screen STRUCT(width BIGINT, height BIGINT))' AS type,
  count(*) AS rows,
  count(*) - count("device") AS missing,
  count(DISTINCT "device") AS distinct_values,
  CAST(NULL AS VARCHAR) AS minimum,
  CAST(NULL AS VARCHAR) AS maximum,
  CAST(NULL AS DOUBLE) AS mean,
  CAST(NULL AS DOUBLE) AS median,
  CAST(NULL AS DOUBLE) AS standard_deviation,
  CAST(NULL AS BIGINT) AS blank
FROM "web_events"
UNION ALL
SELECT
  7 AS position,
  'productListItems' AS column_name,
  'STRUCT("name" VARCHAR, category VARCHAR, priceTotal DOUBLE)[]' AS type,
  count(*) AS rows,
  count(*) - count("productListItems") AS missing,
  count(DISTINCT "productListItems") AS distinct_values,
  CAST(NULL AS VARCHAR) AS minimum,
  CAST(NULL AS VARCHAR) AS maximum,
  CAST(NULL AS DOUBLE) AS mean,
  CAST(NULL AS DOUBLE) AS median,
  CAST(NULL AS DOUBLE) AS standard_deviation,
  CAST(NULL AS BIGINT) AS blank
FROM "web_events";

-- step frequent_values (table)
SELECT
  1 AS position,
  '_id' AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count("_id") FROM "web_events") AS share
FROM (
  SELECT "_id" AS "value", count(*) AS "count"
  FROM "web_events"
  WHERE "_id" IS NOT NULL
  GROUP BY "_id"
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT 2
)
UNION ALL
SELECT
  2 AS position,
  'timestamp' AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count("timestamp") FROM "web_events") AS share
FROM (
  SELECT "timestamp" AS "value", count(*) AS "count"
  FROM "web_events"
  WHERE "timestamp" IS NOT NULL
  GROUP BY "timestamp"
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT 2
)
UNION ALL
SELECT
  3 AS position,
  'eventType' AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count("eventType") FROM "web_events") AS share
FROM (
  SELECT "eventType" AS "value", count(*) AS "count"
  FROM "web_events"
  WHERE "eventType" IS NOT NULL
  GROUP BY "eventType"
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT 2
)
UNION ALL
SELECT
  4 AS position,
  'identityMap' AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count("identityMap") FROM "web_events") AS share
FROM (
  SELECT "identityMap" AS "value", count(*) AS "count"
  FROM "web_events"
  WHERE "identityMap" IS NOT NULL
  GROUP BY "identityMap"
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT 2
)
UNION ALL
SELECT
  5 AS position,
  'web' AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count("web") FROM "web_events") AS share
FROM (
  SELECT "web" AS "value", count(*) AS "count"
  FROM "web_events"
  WHERE "web" IS NOT NULL
  GROUP BY "web"
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT 2
)
UNION ALL
SELECT
  6 AS position,
  'device' AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count("device") FROM "web_events") AS share
FROM (
  SELECT "device" AS "value", count(*) AS "count"
  FROM "web_events"
  WHERE "device" IS NOT NULL
  GROUP BY "device"
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT 2
)
UNION ALL
SELECT
  7 AS position,
  'productListItems' AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count("productListItems") FROM "web_events") AS share
FROM (
  SELECT "productListItems" AS "value", count(*) AS "count"
  FROM "web_events"
  WHERE "productListItems" IS NOT NULL
  GROUP BY "productListItems"
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT 2
);

-- check key_is_unique (warning)
SELECT *, count(*) AS copies
FROM "web_events"
GROUP BY ALL
HAVING count(*) > 1
ORDER BY copies DESC;

-- check columns_hold_values (note)
SELECT column_name, type, rows, missing
FROM "column_figures"
WHERE missing = rows
ORDER BY position;

-- check times_are_past (note)
SELECT 'timestamp' AS column_name, count(*) AS rows, max("timestamp") :: VARCHAR AS latest
FROM "web_events"
WHERE CAST("timestamp" AS DATE) > CAST('2026-06-15' AS DATE)
HAVING count(*) > 0;

-- finding columns
SELECT * EXCLUDE (position)
FROM "column_figures"
ORDER BY position;

-- finding missing
SELECT column_name AS "column", missing / nullif(rows, 0) AS missing_share
FROM "column_figures"
WHERE missing > 0
ORDER BY missing_share DESC, position;

-- finding frequent
SELECT column_name AS "column", "value", "count", share
FROM "frequent_values"
ORDER BY position, "count" DESC, "value";
