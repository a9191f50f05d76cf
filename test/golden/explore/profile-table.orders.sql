-- step column_figures (table)
SELECT
  1 AS position,
  'order_id' AS column_name,
  'VARCHAR' AS type,
  count(*) AS rows,
  count(*) - count("order_id") AS missing,
  count(DISTINCT "order_id") AS distinct_values,
  CAST(min("order_id") AS VARCHAR) AS minimum,
  CAST(max("order_id") AS VARCHAR) AS maximum,
  CAST(NULL AS DOUBLE) AS mean,
  CAST(NULL AS DOUBLE) AS median,
  CAST(NULL AS DOUBLE) AS standard_deviation,
  count(*) FILTER (WHERE trim(CAST("order_id" AS VARCHAR)) = '') AS blank
FROM "orders"
UNION ALL
SELECT
  2 AS position,
  'customer_id' AS column_name,
  'VARCHAR' AS type,
  count(*) AS rows,
  count(*) - count("customer_id") AS missing,
  count(DISTINCT "customer_id") AS distinct_values,
  CAST(min("customer_id") AS VARCHAR) AS minimum,
  CAST(max("customer_id") AS VARCHAR) AS maximum,
  CAST(NULL AS DOUBLE) AS mean,
  CAST(NULL AS DOUBLE) AS median,
  CAST(NULL AS DOUBLE) AS standard_deviation,
  count(*) FILTER (WHERE trim(CAST("customer_id" AS VARCHAR)) = '') AS blank
FROM "orders"
UNION ALL
SELECT
  3 AS position,
  'ordered_at' AS column_name,
  'TIMESTAMP' AS type,
  count(*) AS rows,
  count(*) - count("ordered_at") AS missing,
  count(DISTINCT "ordered_at") AS distinct_values,
  CAST(min("ordered_at") AS VARCHAR) AS minimum,
  CAST(max("ordered_at") AS VARCHAR) AS maximum,
  CAST(NULL AS DOUBLE) AS mean,
  CAST(NULL AS DOUBLE) AS median,
  CAST(NULL AS DOUBLE) AS standard_deviation,
  CAST(NULL AS BIGINT) AS blank
FROM "orders"
UNION ALL
SELECT
  4 AS position,
  'channel' AS column_name,
  'VARCHAR' AS type,
  count(*) AS rows,
  count(*) - count("channel") AS missing,
  count(DISTINCT "channel") AS distinct_values,
  CAST(min("channel") AS VARCHAR) AS minimum,
  CAST(max("channel") AS VARCHAR) AS maximum,
  CAST(NULL AS DOUBLE) AS mean,
  CAST(NULL AS DOUBLE) AS median,
  CAST(NULL AS DOUBLE) AS standard_deviation,
  count(*) FILTER (WHERE trim(CAST("channel" AS VARCHAR)) = '') AS blank
FROM "orders"
UNION ALL
SELECT
  5 AS position,
  'product' AS column_name,
  'VARCHAR' AS type,
  count(*) AS rows,
  count(*) - count("product") AS missing,
  count(DISTINCT "product") AS distinct_values,
  CAST(min("product") AS VARCHAR) AS minimum,
  CAST(max("product") AS VARCHAR) AS maximum,
  CAST(NULL AS DOUBLE) AS mean,
  CAST(NULL AS DOUBLE) AS median,
  CAST(NULL AS DOUBLE) AS standard_deviation,
  count(*) FILTER (WHERE trim(CAST("product" AS VARCHAR)) = '') AS blank
FROM "orders"
UNION ALL
SELECT
  6 AS position,
  'category' AS column_name,
  'VARCHAR' AS type,
  count(*) AS rows,
  count(*) - count("category") AS missing,
  count(DISTINCT "category") AS distinct_values,
  CAST(min("category") AS VARCHAR) AS minimum,
  CAST(max("category") AS VARCHAR) AS maximum,
  CAST(NULL AS DOUBLE) AS mean,
  CAST(NULL AS DOUBLE) AS median,
  CAST(NULL AS DOUBLE) AS standard_deviation,
  count(*) FILTER (WHERE trim(CAST("category" AS VARCHAR)) = '') AS blank
FROM "orders"
UNION ALL
SELECT
  7 AS position,
  'quantity' AS column_name,
  'BIGINT' AS type,
  count(*) AS rows,
  count(*) - count("quantity") AS missing,
  count(DISTINCT "quantity") AS distinct_values,
  CAST(min("quantity") AS VARCHAR) AS minimum,
  CAST(max("quantity") AS VARCHAR) AS maximum,
  avg(CAST("quantity" AS DOUBLE)) AS mean,
  quantile_cont(CAST("quantity" AS DOUBLE), 0.5) AS median,
  stddev_samp(CAST("quantity" AS DOUBLE)) AS standard_deviation,
  CAST(NULL AS BIGINT) AS blank
FROM "orders"
UNION ALL
SELECT
  8 AS position,
  'amount' AS column_name,
  'DOUBLE' AS type,
  count(*) AS rows,
  count(*) - count("amount") AS missing,
  count(DISTINCT "amount") AS distinct_values,
  CAST(min("amount") AS VARCHAR) AS minimum,
  CAST(max("amount") AS VARCHAR) AS maximum,
  avg(CAST("amount" AS DOUBLE)) FILTER (WHERE isfinite("amount")) AS mean,
  quantile_cont(CAST("amount" AS DOUBLE), 0.5) FILTER (WHERE isfinite("amount")) AS median,
  stddev_samp(CAST("amount" AS DOUBLE)) FILTER (WHERE isfinite("amount")) AS standard_deviation,
  CAST(NULL AS BIGINT) AS blank
FROM "orders"
UNION ALL
SELECT
  9 AS position,
  'status' AS column_name,
  'VARCHAR' AS type,
  count(*) AS rows,
  count(*) - count("status") AS missing,
  count(DISTINCT "status") AS distinct_values,
  CAST(min("status") AS VARCHAR) AS minimum,
  CAST(max("status") AS VARCHAR) AS maximum,
  CAST(NULL AS DOUBLE) AS mean,
  CAST(NULL AS DOUBLE) AS median,
  CAST(NULL AS DOUBLE) AS standard_deviation,
  count(*) FILTER (WHERE trim(CAST("status" AS VARCHAR)) = '') AS blank
FROM "orders";

-- step frequent_values (table)
SELECT
  1 AS position,
  'order_id' AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count("order_id") FROM "orders") AS share
FROM (
  SELECT "order_id" AS "value", count(*) AS "count"
  FROM "orders"
  WHERE "order_id" IS NOT NULL
  GROUP BY "order_id"
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT 5
)
UNION ALL
SELECT
  2 AS position,
  'customer_id' AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count("customer_id") FROM "orders") AS share
FROM (
  SELECT "customer_id" AS "value", count(*) AS "count"
  FROM "orders"
  WHERE "customer_id" IS NOT NULL
  GROUP BY "customer_id"
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT 5
)
UNION ALL
SELECT
  3 AS position,
  'ordered_at' AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count("ordered_at") FROM "orders") AS share
FROM (
  SELECT "ordered_at" AS "value", count(*) AS "count"
  FROM "orders"
  WHERE "ordered_at" IS NOT NULL
  GROUP BY "ordered_at"
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT 5
)
UNION ALL
SELECT
  4 AS position,
  'channel' AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count("channel") FROM "orders") AS share
FROM (
  SELECT "channel" AS "value", count(*) AS "count"
  FROM "orders"
  WHERE "channel" IS NOT NULL
  GROUP BY "channel"
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT 5
)
UNION ALL
SELECT
  5 AS position,
  'product' AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count("product") FROM "orders") AS share
FROM (
  SELECT "product" AS "value", count(*) AS "count"
  FROM "orders"
  WHERE "product" IS NOT NULL
  GROUP BY "product"
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT 5
)
UNION ALL
SELECT
  6 AS position,
  'category' AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count("category") FROM "orders") AS share
FROM (
  SELECT "category" AS "value", count(*) AS "count"
  FROM "orders"
  WHERE "category" IS NOT NULL
  GROUP BY "category"
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT 5
)
UNION ALL
SELECT
  7 AS position,
  'quantity' AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count("quantity") FROM "orders") AS share
FROM (
  SELECT "quantity" AS "value", count(*) AS "count"
  FROM "orders"
  WHERE "quantity" IS NOT NULL
  GROUP BY "quantity"
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT 5
)
UNION ALL
SELECT
  8 AS position,
  'amount' AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count("amount") FROM "orders") AS share
FROM (
  SELECT "amount" AS "value", count(*) AS "count"
  FROM "orders"
  WHERE "amount" IS NOT NULL
  GROUP BY "amount"
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT 5
)
UNION ALL
SELECT
  9 AS position,
  'status' AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count("status") FROM "orders") AS share
FROM (
  SELECT "status" AS "value", count(*) AS "count"
  FROM "orders"
  WHERE "status" IS NOT NULL
  GROUP BY "status"
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT 5
);

-- check key_is_unique (warning)
SELECT order_id, count(*) AS copies
FROM "orders"
GROUP BY ALL
HAVING count(*) > 1
ORDER BY copies DESC;

-- check columns_hold_values (note)
SELECT column_name, type, rows, missing
FROM "column_figures"
WHERE missing = rows
ORDER BY position;

-- check times_are_past (note)
SELECT 'ordered_at' AS column_name, count(*) AS rows, max("ordered_at") :: VARCHAR AS latest
FROM "orders"
WHERE CAST("ordered_at" AS DATE) > CAST('2026-06-15' AS DATE)
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
