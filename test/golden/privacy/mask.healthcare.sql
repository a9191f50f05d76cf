-- step numbered (table)
SELECT row_number() OVER () AS row_id, *
FROM "healthcare_customers";

-- step shuffled_1 (table)
WITH places AS (
  SELECT
    row_id,
    gender AS "group_1",
    row_number() OVER (PARTITION BY gender ORDER BY row_id) AS place
  FROM "numbered"
), keyed AS (
  SELECT *, CAST(getvariable('secret_masking') AS BLOB) AS draw_key
  FROM "numbered"
), drawn AS (
  SELECT
    "diagnosis_code" AS drawn_value,
    gender AS "group_1",
    row_number() OVER (PARTITION BY gender ORDER BY (CAST('0x' || left(sha256(draw_key || encode('shuffle diagnosis_code:' || row_id)), 13) AS BIGINT) / 4503599627370496.0), row_id) AS place
  FROM keyed
)
SELECT places.row_id, drawn.drawn_value AS "shuffled_value_1"
FROM places
JOIN drawn
  ON drawn.place = places.place
  AND drawn."group_1" IS NOT DISTINCT FROM places."group_1"
ORDER BY places.row_id;

-- step masked (table)
WITH keyed AS (
  SELECT *, CAST(getvariable('secret_masking') AS BLOB) AS draw_key
  FROM "numbered"
), padded AS (
  SELECT
    *,
    CAST(xor(CAST(draw_key || repeat('\x00' :: BLOB, 64 - octet_length(draw_key)) AS BIT), CAST(repeat('\x36' :: BLOB, 64) AS BIT)) AS BLOB) AS inner_pad,
    CAST(xor(CAST(draw_key || repeat('\x00' :: BLOB, 64 - octet_length(draw_key)) AS BIT), CAST(repeat('\x5C' :: BLOB, 64) AS BIT)) AS BLOB) AS outer_pad
  FROM keyed
)
SELECT
  'tok_' || left(sha256(outer_pad || unhex(sha256(inner_pad || encode('customer_id:' || CAST("customer_id" AS VARCHAR))))), 16) AS "customer_id",
  'User' || CAST(CAST(floor(10000 * (CAST('0x' || left(sha256(draw_key || encode('name customer_name:' || CAST("customer_name" AS VARCHAR))), 13) AS BIGINT) / 4503599627370496.0)) AS INTEGER) AS VARCHAR) AS "customer_name",
  'XXX-XXX-' || right("phone_number", 4) AS "phone_number",
  left("email", 4) || '****@domain.com' AS "email",
  trim(split_part("address", ',', -1)) AS "address",
  CAST(CAST(floor("age" / 10) * 10 AS BIGINT) AS VARCHAR) || '-' || CAST(CAST(floor("age" / 10) * 10 AS BIGINT) + 9 AS VARCHAR) AS "age",
  round("total_spent" + abs("total_spent") * 0.05 * (2 * (CAST('0x' || left(sha256(draw_key || encode('noise total_spent:' || row_id)), 13) AS BIGINT) / 4503599627370496.0) - 1), 2) AS "total_spent",
  "subscription_status",
  "gender",
  CASE WHEN CAST("country" AS VARCHAR) = 'US' THEN 'America' WHEN CAST("country" AS VARCHAR) = 'CA' THEN 'America' WHEN "country" IS NOT NULL THEN 'Elsewhere' END AS "country",
  "shuffled_value_1" AS "diagnosis_code",
  CASE WHEN "prescription" IS NOT NULL THEN '[redacted]' END AS "prescription"
FROM padded
JOIN "shuffled_1" USING (row_id)
ORDER BY row_id;

-- step vault (table)
SELECT DISTINCT
  'customer_id' AS column_name,
  masked."customer_id" AS token,
  CAST(numbered."customer_id" AS VARCHAR) AS "value"
FROM "numbered" AS numbered
POSITIONAL JOIN "masked" AS masked
WHERE numbered."customer_id" IS NOT NULL
ORDER BY column_name, token, "value";

-- check identifiers_are_treated (warning)
SELECT 'subscription_status' AS column_name, 'a value of its own in nearly every row' AS because
FROM "numbered"
HAVING count(*) >= 20
  AND count(DISTINCT "subscription_status") > 0.9 * count(*)
UNION ALL
SELECT 'gender' AS column_name, 'a value of its own in nearly every row' AS because
FROM "numbered"
HAVING count(*) >= 20
  AND count(DISTINCT "gender") > 0.9 * count(*);

-- check groups_can_be_shuffled (warning)
SELECT gender, count(*) AS rows
FROM "numbered"
GROUP BY ALL
HAVING count(*) BETWEEN 1 AND 4
ORDER BY ALL;

-- check values_are_many (note)
SELECT 'customer_id' AS column_name, count(DISTINCT "customer_id") AS "values"
FROM "numbered"
HAVING count(DISTINCT "customer_id") BETWEEN 1 AND 50
UNION ALL
SELECT 'customer_name' AS column_name, count(DISTINCT "customer_name") AS "values"
FROM "numbered"
HAVING count(DISTINCT "customer_name") BETWEEN 1 AND 50;

-- check tokens_differ (error)
SELECT 'customer_id' AS column_name, (
  SELECT count(DISTINCT "customer_id") FROM "numbered"
) AS "values", (
  SELECT count(DISTINCT "customer_id") FROM "masked"
) AS tokens
WHERE "values" <> tokens;

-- finding treated
WITH counts AS (
SELECT
  0 AS place,
  'customer_id' AS column_name,
  'token' AS treatment,
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
  'random-name' AS treatment,
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
  'phone-last-four' AS treatment,
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
  'email-first-four' AS treatment,
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
  'last-part' AS treatment,
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
  'band' AS treatment,
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
  'noise' AS treatment,
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
  'country' AS column_name,
  'group' AS treatment,
  count(CAST(numbered."country" AS VARCHAR)) AS filled_before,
  count(CAST(masked."country" AS VARCHAR)) AS filled_after,
  count(DISTINCT CAST(numbered."country" AS VARCHAR)) AS values_before,
  count(DISTINCT CAST(masked."country" AS VARCHAR)) AS values_after,
  count_if(CAST(numbered."country" AS VARCHAR) = CAST(masked."country" AS VARCHAR)) AS unchanged
FROM "numbered" AS numbered
POSITIONAL JOIN "masked" AS masked
UNION ALL
SELECT
  8 AS place,
  'prescription' AS column_name,
  'redact' AS treatment,
  count(CAST(numbered."prescription" AS VARCHAR)) AS filled_before,
  count(CAST(masked."prescription" AS VARCHAR)) AS filled_after,
  count(DISTINCT CAST(numbered."prescription" AS VARCHAR)) AS values_before,
  count(DISTINCT CAST(masked."prescription" AS VARCHAR)) AS values_after,
  count_if(CAST(numbered."prescription" AS VARCHAR) = CAST(masked."prescription" AS VARCHAR)) AS unchanged
FROM "numbered" AS numbered
POSITIONAL JOIN "masked" AS masked
UNION ALL
SELECT
  9 AS place,
  'diagnosis_code' AS column_name,
  'shuffle' AS treatment,
  count(CAST(numbered."diagnosis_code" AS VARCHAR)) AS filled_before,
  count(CAST(masked."diagnosis_code" AS VARCHAR)) AS filled_after,
  count(DISTINCT CAST(numbered."diagnosis_code" AS VARCHAR)) AS values_before,
  count(DISTINCT CAST(masked."diagnosis_code" AS VARCHAR)) AS values_after,
  count_if(CAST(numbered."diagnosis_code" AS VARCHAR) = CAST(masked."diagnosis_code" AS VARCHAR)) AS unchanged
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
  'country' AS column_name,
  regexp_replace(regexp_replace(regexp_replace(left(CAST(numbered."country" AS VARCHAR), 40), '\p{Lu}', 'X', 'g'), '\p{Ll}', 'x', 'g'), '\p{Nd}', '9', 'g') AS shape_before,
  left(CAST(masked."country" AS VARCHAR), 40) AS after
FROM (FROM "numbered" LIMIT 5) AS numbered
POSITIONAL JOIN (FROM "masked" LIMIT 5) AS masked
UNION ALL
SELECT
  numbered.row_id,
  8 AS place,
  'prescription' AS column_name,
  regexp_replace(regexp_replace(regexp_replace(left(CAST(numbered."prescription" AS VARCHAR), 40), '\p{Lu}', 'X', 'g'), '\p{Ll}', 'x', 'g'), '\p{Nd}', '9', 'g') AS shape_before,
  left(CAST(masked."prescription" AS VARCHAR), 40) AS after
FROM (FROM "numbered" LIMIT 5) AS numbered
POSITIONAL JOIN (FROM "masked" LIMIT 5) AS masked
UNION ALL
SELECT
  numbered.row_id,
  9 AS place,
  'diagnosis_code' AS column_name,
  regexp_replace(regexp_replace(regexp_replace(left(CAST(numbered."diagnosis_code" AS VARCHAR), 40), '\p{Lu}', 'X', 'g'), '\p{Ll}', 'x', 'g'), '\p{Nd}', '9', 'g') AS shape_before,
  regexp_replace(regexp_replace(regexp_replace(left(CAST(masked."diagnosis_code" AS VARCHAR), 40), '\p{Lu}', 'X', 'g'), '\p{Ll}', 'x', 'g'), '\p{Nd}', '9', 'g') AS after
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
