-- step numbered (table)
SELECT row_number() OVER () AS row_id, *
FROM "nps_survey";

-- step masked (table)
WITH keyed AS (
  SELECT *, CAST(getvariable('secret_masking') AS BLOB) AS draw_key
  FROM "numbered"
)
SELECT
  "response_id",
  "customer_id",
  "segment",
  "channel",
  "invited_on",
  CASE WHEN CAST("answered_on" AS TIMESTAMP) IS NOT NULL THEN CAST(date_trunc('month', CAST("answered_on" AS TIMESTAMP)) AS DATE) END AS "answered_on",
  round("score" + 1 * (2 * (CAST('0x' || left(sha256(draw_key || encode('noise score:' || row_id)), 13) AS BIGINT) / 4503599627370496.0) - 1), 0) AS "score",
  "product_rating",
  "delivery_rating",
  "service_rating",
  "website_rating",
  "price_rating",
  "verbatim"
FROM keyed;

-- check identifiers_are_treated (warning)
SELECT 'response_id' AS column_name, 'a value of its own in nearly every row' AS because
FROM "numbered"
HAVING count(*) >= 20
  AND count(DISTINCT "response_id") > 0.9 * count(*)
UNION ALL
SELECT 'customer_id' AS column_name, 'a value of its own in nearly every row' AS because
FROM "numbered"
HAVING count(*) >= 20
  AND count(DISTINCT "customer_id") > 0.9 * count(*)
UNION ALL
SELECT 'segment' AS column_name, 'a value of its own in nearly every row' AS because
FROM "numbered"
HAVING count(*) >= 20
  AND count(DISTINCT "segment") > 0.9 * count(*)
UNION ALL
SELECT 'channel' AS column_name, 'a value of its own in nearly every row' AS because
FROM "numbered"
HAVING count(*) >= 20
  AND count(DISTINCT "channel") > 0.9 * count(*)
UNION ALL
SELECT 'verbatim' AS column_name, 'a value of its own in nearly every row' AS because
FROM "numbered"
HAVING count(*) >= 20
  AND count(DISTINCT "verbatim") > 0.9 * count(*);

-- finding treated
WITH counts AS (
SELECT
  0 AS place,
  'answered_on' AS column_name,
  'truncate-date' AS treatment,
  count(CAST(numbered."answered_on" AS VARCHAR)) AS filled_before,
  count(CAST(masked."answered_on" AS VARCHAR)) AS filled_after,
  count(DISTINCT CAST(numbered."answered_on" AS VARCHAR)) AS values_before,
  count(DISTINCT CAST(masked."answered_on" AS VARCHAR)) AS values_after,
  count_if(CAST(numbered."answered_on" AS VARCHAR) = CAST(masked."answered_on" AS VARCHAR)) AS unchanged
FROM "numbered" AS numbered
POSITIONAL JOIN "masked" AS masked
UNION ALL
SELECT
  1 AS place,
  'score' AS column_name,
  'noise' AS treatment,
  count(CAST(numbered."score" AS VARCHAR)) AS filled_before,
  count(CAST(masked."score" AS VARCHAR)) AS filled_after,
  count(DISTINCT CAST(numbered."score" AS VARCHAR)) AS values_before,
  count(DISTINCT CAST(masked."score" AS VARCHAR)) AS values_after,
  count_if(CAST(numbered."score" AS VARCHAR) = CAST(masked."score" AS VARCHAR)) AS unchanged
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
  'answered_on' AS column_name,
  regexp_replace(regexp_replace(regexp_replace(left(CAST(numbered."answered_on" AS VARCHAR), 40), '\p{Lu}', 'X', 'g'), '\p{Ll}', 'x', 'g'), '\p{Nd}', '9', 'g') AS shape_before,
  left(CAST(masked."answered_on" AS VARCHAR), 40) AS after
FROM (FROM "numbered" LIMIT 5) AS numbered
POSITIONAL JOIN (FROM "masked" LIMIT 5) AS masked
UNION ALL
SELECT
  numbered.row_id,
  1 AS place,
  'score' AS column_name,
  regexp_replace(regexp_replace(regexp_replace(left(CAST(numbered."score" AS VARCHAR), 40), '\p{Lu}', 'X', 'g'), '\p{Ll}', 'x', 'g'), '\p{Nd}', '9', 'g') AS shape_before,
  left(CAST(masked."score" AS VARCHAR), 40) AS after
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
  'score' AS column_name,
  avg(numbered."score") AS mean_before,
  avg(masked."score") AS mean_after,
  stddev_pop(numbered."score") AS spread_before,
  stddev_pop(masked."score") AS spread_after
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
