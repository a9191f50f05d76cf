-- step numbered (table)
SELECT row_number() OVER () AS row_id, *
FROM "healthcare_customers";

-- step masked (table)
WITH keyed AS (
  SELECT *, CAST(getvariable('secret__run') AS BLOB) AS draw_key
  FROM "numbered"
), padded AS (
  SELECT
    *,
    CAST(xor(CAST(draw_key || repeat('\x00' :: BLOB, 64 - octet_length(draw_key)) AS BIT), CAST(repeat('\x36' :: BLOB, 64) AS BIT)) AS BLOB) AS inner_pad,
    CAST(xor(CAST(draw_key || repeat('\x00' :: BLOB, 64 - octet_length(draw_key)) AS BIT), CAST(repeat('\x5C' :: BLOB, 64) AS BIT)) AS BLOB) AS outer_pad
  FROM keyed
)
SELECT
  left(sha256(outer_pad || unhex(sha256(inner_pad || encode(CAST("customer_id" AS VARCHAR))))), 16) AS "customer_id",
  regexp_replace(regexp_replace(regexp_replace(regexp_replace("customer_name", '\p{Lu}', 'X', 'g'), '\p{Ll}', 'x', 'g'), '\p{Nd}', 'n', 'g'), '[^\p{Lu}\p{Ll}\p{Nd}]', '_', 'g') AS "customer_name",
  left(sha256(draw_key || encode(CAST("phone_number" AS VARCHAR))), 12) AS "phone_number",
  CAST(NULL AS VARCHAR) AS "email",
  left("address", 3) || '…' AS "address",
  CASE WHEN "age" IS NOT NULL THEN least(greatest("age", 25), 75) END AS "age",
  round("total_spent" / 50) * 50 AS "total_spent",
  ['A', 'B', 'C'][1 + CAST(floor(3 * (CAST('0x' || left(sha256(draw_key || encode('list gender:' || CAST("gender" AS VARCHAR))), 13) AS BIGINT) / 4503599627370496.0)) AS INTEGER)] AS "gender"
FROM padded;

-- check values_are_many (note)
SELECT 'customer_id' AS column_name, count(DISTINCT "customer_id") AS "values"
FROM "numbered"
HAVING count(DISTINCT "customer_id") BETWEEN 1 AND 50
UNION ALL
SELECT 'phone_number' AS column_name, count(DISTINCT "phone_number") AS "values"
FROM "numbered"
HAVING count(DISTINCT "phone_number") BETWEEN 1 AND 50
UNION ALL
SELECT 'gender' AS column_name, count(DISTINCT "gender") AS "values"
FROM "numbered"
HAVING count(DISTINCT "gender") BETWEEN 1 AND 50;

-- check key_is_kept (note)
SELECT 'customer_id' AS column_name
UNION ALL
SELECT 'phone_number' AS column_name
UNION ALL
SELECT 'gender' AS column_name;

-- finding treated
WITH counts AS (
SELECT
  0 AS place,
  'customer_id' AS column_name,
  'pseudonym' AS treatment,
  count(CAST(numbered."customer_id" AS VARCHAR)) AS filled_before,
  count(CAST(masked."customer_id" AS VARCHAR)) AS filled_after,
  count(DISTINCT CAST(numbered."customer_id" AS VARCHAR)) AS values_before,
  count(DISTINCT CAST(masked."customer_id" AS VARCHAR)) AS values_after,
  count_if(CAST(numbered."customer_id" AS VARCHAR) = CAST(masked."customer_id" AS VARCHAR)) AS unchanged
FROM "numbered" AS numbered
POSITIONAL JOIN "masked" AS masked
UNION ALL
SELECT
  1 AS place,
  'customer_name' AS column_name,
  'mask' AS treatment,
  count(CAST(numbered."customer_name" AS VARCHAR)) AS filled_before,
  count(CAST(masked."customer_name" AS VARCHAR)) AS filled_after,
  count(DISTINCT CAST(numbered."customer_name" AS VARCHAR)) AS values_before,
  count(DISTINCT CAST(masked."customer_name" AS VARCHAR)) AS values_after,
  count_if(CAST(numbered."customer_name" AS VARCHAR) = CAST(masked."customer_name" AS VARCHAR)) AS unchanged
FROM "numbered" AS numbered
POSITIONAL JOIN "masked" AS masked
UNION ALL
SELECT
  2 AS place,
  'phone_number' AS column_name,
  'hash' AS treatment,
  count(CAST(numbered."phone_number" AS VARCHAR)) AS filled_before,
  count(CAST(masked."phone_number" AS VARCHAR)) AS filled_after,
  count(DISTINCT CAST(numbered."phone_number" AS VARCHAR)) AS values_before,
  count(DISTINCT CAST(masked."phone_number" AS VARCHAR)) AS values_after,
  count_if(CAST(numbered."phone_number" AS VARCHAR) = CAST(masked."phone_number" AS VARCHAR)) AS unchanged
FROM "numbered" AS numbered
POSITIONAL JOIN "masked" AS masked
UNION ALL
SELECT
  3 AS place,
  'email' AS column_name,
  'suppress' AS treatment,
  count(CAST(numbered."email" AS VARCHAR)) AS filled_before,
  count(CAST(masked."email" AS VARCHAR)) AS filled_after,
  count(DISTINCT CAST(numbered."email" AS VARCHAR)) AS values_before,
  count(DISTINCT CAST(masked."email" AS VARCHAR)) AS values_after,
  count_if(CAST(numbered."email" AS VARCHAR) = CAST(masked."email" AS VARCHAR)) AS unchanged
FROM "numbered" AS numbered
POSITIONAL JOIN "masked" AS masked
UNION ALL
SELECT
  4 AS place,
  'address' AS column_name,
  'first-characters' AS treatment,
  count(CAST(numbered."address" AS VARCHAR)) AS filled_before,
  count(CAST(masked."address" AS VARCHAR)) AS filled_after,
  count(DISTINCT CAST(numbered."address" AS VARCHAR)) AS values_before,
  count(DISTINCT CAST(masked."address" AS VARCHAR)) AS values_after,
  count_if(CAST(numbered."address" AS VARCHAR) = CAST(masked."address" AS VARCHAR)) AS unchanged
FROM "numbered" AS numbered
POSITIONAL JOIN "masked" AS masked
UNION ALL
SELECT
  5 AS place,
  'age' AS column_name,
  'limits' AS treatment,
  count(CAST(numbered."age" AS VARCHAR)) AS filled_before,
  count(CAST(masked."age" AS VARCHAR)) AS filled_after,
  count(DISTINCT CAST(numbered."age" AS VARCHAR)) AS values_before,
  count(DISTINCT CAST(masked."age" AS VARCHAR)) AS values_after,
  count_if(CAST(numbered."age" AS VARCHAR) = CAST(masked."age" AS VARCHAR)) AS unchanged
FROM "numbered" AS numbered
POSITIONAL JOIN "masked" AS masked
UNION ALL
SELECT
  6 AS place,
  'total_spent' AS column_name,
  'round' AS treatment,
  count(CAST(numbered."total_spent" AS VARCHAR)) AS filled_before,
  count(CAST(masked."total_spent" AS VARCHAR)) AS filled_after,
  count(DISTINCT CAST(numbered."total_spent" AS VARCHAR)) AS values_before,
  count(DISTINCT CAST(masked."total_spent" AS VARCHAR)) AS values_after,
  count_if(CAST(numbered."total_spent" AS VARCHAR) = CAST(masked."total_spent" AS VARCHAR)) AS unchanged
FROM "numbered" AS numbered
POSITIONAL JOIN "masked" AS masked
UNION ALL
SELECT
  7 AS place,
  'gender' AS column_name,
  'from-list' AS treatment,
  count(CAST(numbered."gender" AS VARCHAR)) AS filled_before,
  count(CAST(masked."gender" AS VARCHAR)) AS filled_after,
  count(DISTINCT CAST(numbered."gender" AS VARCHAR)) AS values_before,
  count(DISTINCT CAST(masked."gender" AS VARCHAR)) AS values_after,
  count_if(CAST(numbered."gender" AS VARCHAR) = CAST(masked."gender" AS VARCHAR)) AS unchanged
FROM "numbered" AS numbered
POSITIONAL JOIN "masked" AS masked
)
SELECT
  * EXCLUDE (place),
  unchanged / nullif(filled_before, 0) AS unchanged_share
FROM counts
ORDER BY place;

-- finding before_after
WITH shapes AS (
SELECT
  numbered.row_id,
  0 AS place,
  'customer_id' AS column_name,
  regexp_replace(regexp_replace(regexp_replace(left(CAST(numbered."customer_id" AS VARCHAR), 40), '\p{Lu}', 'X', 'g'), '\p{Ll}', 'x', 'g'), '\p{Nd}', '9', 'g') AS shape_before,
  left(CAST(masked."customer_id" AS VARCHAR), 40) AS after
FROM (FROM "numbered" LIMIT 5) AS numbered
POSITIONAL JOIN (FROM "masked" LIMIT 5) AS masked
UNION ALL
SELECT
  numbered.row_id,
  1 AS place,
  'customer_name' AS column_name,
  regexp_replace(regexp_replace(regexp_replace(left(CAST(numbered."customer_name" AS VARCHAR), 40), '\p{Lu}', 'X', 'g'), '\p{Ll}', 'x', 'g'), '\p{Nd}', '9', 'g') AS shape_before,
  left(CAST(masked."customer_name" AS VARCHAR), 40) AS after
FROM (FROM "numbered" LIMIT 5) AS numbered
POSITIONAL JOIN (FROM "masked" LIMIT 5) AS masked
UNION ALL
SELECT
  numbered.row_id,
  2 AS place,
  'phone_number' AS column_name,
  regexp_replace(regexp_replace(regexp_replace(left(CAST(numbered."phone_number" AS VARCHAR), 40), '\p{Lu}', 'X', 'g'), '\p{Ll}', 'x', 'g'), '\p{Nd}', '9', 'g') AS shape_before,
  left(CAST(masked."phone_number" AS VARCHAR), 40) AS after
FROM (FROM "numbered" LIMIT 5) AS numbered
POSITIONAL JOIN (FROM "masked" LIMIT 5) AS masked
UNION ALL
SELECT
  numbered.row_id,
  3 AS place,
  'email' AS column_name,
  regexp_replace(regexp_replace(regexp_replace(left(CAST(numbered."email" AS VARCHAR), 40), '\p{Lu}', 'X', 'g'), '\p{Ll}', 'x', 'g'), '\p{Nd}', '9', 'g') AS shape_before,
  left(CAST(masked."email" AS VARCHAR), 40) AS after
FROM (FROM "numbered" LIMIT 5) AS numbered
POSITIONAL JOIN (FROM "masked" LIMIT 5) AS masked
UNION ALL
SELECT
  numbered.row_id,
  4 AS place,
  'address' AS column_name,
  regexp_replace(regexp_replace(regexp_replace(left(CAST(numbered."address" AS VARCHAR), 40), '\p{Lu}', 'X', 'g'), '\p{Ll}', 'x', 'g'), '\p{Nd}', '9', 'g') AS shape_before,
  left(CAST(masked."address" AS VARCHAR), 40) AS after
FROM (FROM "numbered" LIMIT 5) AS numbered
POSITIONAL JOIN (FROM "masked" LIMIT 5) AS masked
UNION ALL
SELECT
  numbered.row_id,
  5 AS place,
  'age' AS column_name,
  regexp_replace(regexp_replace(regexp_replace(left(CAST(numbered."age" AS VARCHAR), 40), '\p{Lu}', 'X', 'g'), '\p{Ll}', 'x', 'g'), '\p{Nd}', '9', 'g') AS shape_before,
  left(CAST(masked."age" AS VARCHAR), 40) AS after
FROM (FROM "numbered" LIMIT 5) AS numbered
POSITIONAL JOIN (FROM "masked" LIMIT 5) AS masked
UNION ALL
SELECT
  numbered.row_id,
  6 AS place,
  'total_spent' AS column_name,
  regexp_replace(regexp_replace(regexp_replace(left(CAST(numbered."total_spent" AS VARCHAR), 40), '\p{Lu}', 'X', 'g'), '\p{Ll}', 'x', 'g'), '\p{Nd}', '9', 'g') AS shape_before,
  left(CAST(masked."total_spent" AS VARCHAR), 40) AS after
FROM (FROM "numbered" LIMIT 5) AS numbered
POSITIONAL JOIN (FROM "masked" LIMIT 5) AS masked
UNION ALL
SELECT
  numbered.row_id,
  7 AS place,
  'gender' AS column_name,
  regexp_replace(regexp_replace(regexp_replace(left(CAST(numbered."gender" AS VARCHAR), 40), '\p{Lu}', 'X', 'g'), '\p{Ll}', 'x', 'g'), '\p{Nd}', '9', 'g') AS shape_before,
  left(CAST(masked."gender" AS VARCHAR), 40) AS after
FROM (FROM "numbered" LIMIT 5) AS numbered
POSITIONAL JOIN (FROM "masked" LIMIT 5) AS masked
)
SELECT row_id AS "row", column_name, shape_before, after
FROM shapes
ORDER BY row_id, place;

-- finding usefulness
WITH figures AS (
SELECT
  0 AS place,
  'age' AS column_name,
  avg(numbered."age") AS mean_before,
  avg(masked."age") AS mean_after,
  stddev_pop(numbered."age") AS spread_before,
  stddev_pop(masked."age") AS spread_after
FROM "numbered" AS numbered
POSITIONAL JOIN "masked" AS masked
UNION ALL
SELECT
  1 AS place,
  'total_spent' AS column_name,
  avg(numbered."total_spent") AS mean_before,
  avg(masked."total_spent") AS mean_after,
  stddev_pop(numbered."total_spent") AS spread_before,
  stddev_pop(masked."total_spent") AS spread_after
FROM "numbered" AS numbered
POSITIONAL JOIN "masked" AS masked
)
SELECT
  column_name,
  mean_before,
  mean_after,
  abs(mean_after - mean_before) / nullif(abs(mean_before), 0) AS mean_moved,
  spread_before,
  spread_after
FROM figures
ORDER BY place;
