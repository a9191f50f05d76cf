-- step answers (table)
WITH all_answers AS (
  SELECT DISTINCT answer
  FROM (VALUES ('Female'), ('Male'), ('Nonbinary')) AS named (answer)
)
SELECT
  row_number() OVER (ORDER BY answer) AS answer_place,
  answer,
  count(*) OVER () AS answer_count,
  exp(1) / (exp(1) + count(*) OVER () - 1) AS true_chance
FROM all_answers
ORDER BY answer_place;

-- step randomised (table)
WITH numbered AS (
  SELECT
    row_number() OVER () AS row_id,
    CAST(gender AS VARCHAR) AS answer,
    country AS "kept_1"
  FROM "healthcare_customers"
), drawn AS (
  SELECT
    numbered.*,
    answer_place,
    answer_count,
    true_chance,
    CAST(getvariable('secret__answers') AS BLOB) AS draw_key
  FROM numbered
  JOIN "answers" USING (answer)
), placed AS (
  SELECT
    *,
    CASE
      WHEN (CAST('0x' || left(sha256(draw_key || encode('stays:' || row_id)), 13) AS BIGINT) / 4503599627370496.0) < true_chance THEN answer_place
      ELSE 1 + (answer_place + CAST(floor((answer_count - 1) * (CAST('0x' || left(sha256(draw_key || encode('other:' || row_id)), 13) AS BIGINT) / 4503599627370496.0)) AS BIGINT)) % answer_count
    END AS given_place
  FROM drawn
)
SELECT
  given.answer AS "gender",
  placed."kept_1" AS "country"
FROM placed
JOIN "answers" AS given
  ON given.answer_place = placed.given_place
ORDER BY ALL;

-- step estimates (table)
WITH given AS (
  SELECT "gender" AS answer, count(*) AS given_count
  FROM "randomised"
  GROUP BY answer
), observed AS (
  SELECT
    answer_place,
    answer,
    coalesce(given_count, 0) AS given_count,
    sum(coalesce(given_count, 0)) OVER () AS total,
    true_chance AS p,
    (1 - true_chance) / nullif(answer_count - 1, 0) AS q
  FROM "answers"
  LEFT JOIN given USING (answer)
), shares AS (
  SELECT *, given_count / nullif(total, 0) AS given_share
  FROM observed
)
SELECT
  answer,
  given_count,
  given_share,
  (given_share - q) / nullif(p - q, 0) AS estimated_share,
  1.959964 * sqrt(given_share * (1 - given_share) / nullif(total, 0)) / nullif(p - q, 0) AS margin
FROM shares
ORDER BY answer_place;

-- check answers_are_named (warning)
SELECT 'answers' AS setting
WHERE false;

-- finding estimates
SELECT
  answer,
  given_count,
  given_share,
  estimated_share,
  estimated_share - margin AS low,
  estimated_share + margin AS high
FROM "estimates";
