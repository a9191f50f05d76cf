-- step contributions (view)
WITH asked AS (
  SELECT
    'all rows' AS group_name,
    total_spent AS "value_1"
  FROM "healthcare_customers"
)
SELECT
  group_name,
  CAST(round((least(greatest("value_1", 0 :: DOUBLE), 2000 :: DOUBLE) - 0 :: DOUBLE) / 1.953125 :: DOUBLE) AS BIGINT) AS "value_1"
FROM asked;

-- step groups (table)
FROM (VALUES
  (1, 'all rows')
) AS named (group_place, group_name);

-- step distances (table)
WITH asked AS (
  FROM (VALUES
    (1, 0.5, 1)
  ) AS asked (question, part, epsilon)
), counts AS (
  SELECT 1 AS question, group_name, "value_1" AS candidate, count(*) AS rows
  FROM "contributions"
  WHERE "value_1" IS NOT NULL
  GROUP BY ALL
), grid AS (
  SELECT question, part, epsilon, group_place, candidate, coalesce(rows, 0) AS rows
  FROM asked
  CROSS JOIN "groups"
  CROSS JOIN range(1025) AS candidates (candidate)
  LEFT JOIN counts USING (question, group_name, candidate)
), ranks AS (
  SELECT
    *,
    sum(rows) OVER (PARTITION BY question, group_place ORDER BY candidate) AS up_to,
    part * sum(rows) OVER (PARTITION BY question, group_place) AS wanted
  FROM grid
)
SELECT
  dense_rank() OVER (ORDER BY question, group_place) AS place,
  question,
  group_place,
  candidate,
  greatest(0, up_to - rows - wanted, wanted - up_to) AS distance,
  epsilon
FROM ranks
ORDER BY place, candidate;

-- step quantiles (privacy.quantile)
-- entropy, read by privacy.quantile
SELECT CAST('0x' || substr(hex(CAST(getvariable('secret__noise') AS BLOB)), 1 + 2 * i, 2) AS INTEGER) AS byte
FROM range(32) AS places (i)
ORDER BY i

-- distances, read by privacy.quantile
SELECT place, distance, epsilon
FROM "distances"
ORDER BY place, candidate;

-- step figures (table)
WITH drawn AS (
  SELECT d.question, d.group_place, d.candidate
  FROM "distances" AS d
  JOIN "quantiles" AS q
    ON q.place = d.place
    AND q.candidate = d.candidate
), figures AS (
  SELECT
    1 AS question_place,
    '0.5 quantile of total_spent' AS figure,
    group_place,
    0 + candidate * 1.953125 AS noisy,
    CAST(NULL AS DOUBLE) AS within,
    19.856360330253 AS within_rows
  FROM drawn
  WHERE question = 1
)
SELECT figure, group_name, noisy, within, within_rows
FROM figures
JOIN "groups" USING (group_place)
ORDER BY question_place, group_place;

-- check groups_are_named (warning)
SELECT 'groups' AS setting
WHERE false;

-- check epsilon_is_small (warning)
SELECT 'epsilon' AS setting
WHERE false;

-- check exact_is_hidden (warning)
SELECT 'compare' AS setting
WHERE false;

-- check people_are_rows (note)
SELECT 'person' AS setting
WHERE true;

-- finding figures
SELECT figure, group_name, noisy, within, within_rows
FROM "figures";

-- finding noise
FROM (VALUES
  ('0.5 quantile of total_spent', 'exponential mechanism', 'rank', 1.0, CAST(2 AS DOUBLE))
) AS noise (figure, noise, of_what, sensitivity, scale);

-- finding budget
SELECT
  1 AS epsilon,
  0 AS delta,
  100 AS budget;
