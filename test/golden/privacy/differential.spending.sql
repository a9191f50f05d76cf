-- step contributions (view)
WITH asked AS (
  SELECT
    customer_id AS person,
    CAST(gender AS VARCHAR) AS group_name,
    total_spent AS "value_2",
    age AS "value_3",
    age AS "value_4"
  FROM "healthcare_customers"
), numbered AS (
  SELECT
    *,
    row_number() OVER (PARTITION BY person ORDER BY hash(group_name, "value_2", "value_3", "value_4"), group_name, "value_2", "value_3", "value_4") AS turn
  FROM asked
  WHERE person IS NOT NULL
)
SELECT
  group_name,
  CAST(round((least(greatest("value_2", 0 :: DOUBLE), 1000 :: DOUBLE) - 0 :: DOUBLE) / 0.0009765625 :: DOUBLE) AS BIGINT) AS "value_2",
  CAST(round((least(greatest("value_3", 18 :: DOUBLE), 90 :: DOUBLE) - 54 :: DOUBLE) / 0.00006103515625 :: DOUBLE) AS BIGINT) AS "value_3",
  CAST(round((least(greatest("value_4", 18 :: DOUBLE), 90 :: DOUBLE) - 18 :: DOUBLE) / 0.0703125 :: DOUBLE) AS BIGINT) AS "value_4"
FROM numbered
WHERE turn <= 1;

-- step groups (table)
FROM (VALUES
  (1, 'Female'),
  (2, 'Male'),
  (3, 'Nonbinary')
) AS named (group_place, group_name);

-- step exact (table)
WITH totals AS (
  SELECT
    group_place,
    count(c.group_name) AS "part_1",
    coalesce(sum(c."value_2"), 0) AS "part_2",
    coalesce(sum(c."value_3"), 0) AS "part_3",
    count(c."value_3") AS "part_4"
  FROM "groups" AS g
  LEFT JOIN "contributions" AS c USING (group_name)
  GROUP BY group_place
), parts AS (
  SELECT 1 AS part, group_place, "part_1" AS exact, 4.000001 AS scale
  FROM totals
  UNION ALL
  SELECT 2 AS part, group_place, "part_2" AS exact, 4096000.000001 AS scale
  FROM totals
  UNION ALL
  SELECT 3 AS part, group_place, "part_3" AS exact, 4718592.000001 AS scale
  FROM totals
  UNION ALL
  SELECT 4 AS part, group_place, "part_4" AS exact, 8.000001 AS scale
  FROM totals
)
SELECT row_number() OVER (ORDER BY part, group_place) AS place, *
FROM parts
ORDER BY place;

-- step noise (privacy.noise)
-- entropy, read by privacy.noise
SELECT CAST('0x' || substr(hex(CAST(getvariable('secret__noise') AS BLOB)), 1 + 2 * i, 2) AS INTEGER) AS byte
FROM range(32) AS places (i)
ORDER BY i

-- figures, read by privacy.noise
SELECT place, exact, scale
FROM "exact"
ORDER BY place;

-- step distances (table)
WITH asked AS (
  FROM (VALUES
    (4, 0.5, 0.25)
  ) AS asked (question, part, epsilon)
), counts AS (
  SELECT 4 AS question, group_name, "value_4" AS candidate, count(*) AS rows
  FROM "contributions"
  WHERE "value_4" IS NOT NULL
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
WITH noisy_parts AS (
  SELECT part, group_place, noisy
  FROM "exact"
  JOIN "noise" USING (place)
), drawn AS (
  SELECT d.question, d.group_place, d.candidate
  FROM "distances" AS d
  JOIN "quantiles" AS q
    ON q.place = d.place
    AND q.candidate = d.candidate
), figures AS (
  SELECT
    1 AS question_place,
    'rows' AS figure,
    group_place,
    noisy * 1 AS noisy,
    11.982932089948234 AS within,
    CAST(NULL AS DOUBLE) AS within_rows
  FROM noisy_parts
  WHERE part = 1
  UNION ALL
  SELECT
    2 AS question_place,
    'sum of total_spent' AS figure,
    group_place,
    noisy * 0.0009765625 AS noisy,
    11982.929094218885 AS within,
    CAST(NULL AS DOUBLE) AS within_rows
  FROM noisy_parts
  WHERE part = 2
  UNION ALL
  SELECT
    3 AS question_place,
    'mean of age' AS figure,
    group_place,
    least(greatest(54 + total.noisy * 0.00006103515625 / greatest(1, counted.noisy), 18), 90) AS noisy,
    (1062.3972827850387 + abs(least(greatest(54 + total.noisy * 0.00006103515625 / greatest(1, counted.noisy), 18), 90) - 54) * 29.511039321790935) / greatest(1, counted.noisy) AS within,
    CAST(NULL AS DOUBLE) AS within_rows
  FROM (FROM noisy_parts WHERE part = 3) AS total
  JOIN (FROM noisy_parts WHERE part = 4) AS counted USING (group_place)
  UNION ALL
  SELECT
    4 AS question_place,
    'median age' AS figure,
    group_place,
    18 + candidate * 0.0703125 AS noisy,
    CAST(NULL AS DOUBLE) AS within,
    79.425441321012 AS within_rows
  FROM drawn
  WHERE question = 4
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
WHERE true;

-- check people_are_rows (note)
SELECT 'person' AS setting
WHERE false;

-- finding figures
SELECT figure, group_name, noisy, within, within_rows
FROM "figures";

-- finding noise
FROM (VALUES
  ('rows', 'discrete Laplace', 'count', CAST(1 AS DOUBLE), CAST(4.000001 AS DOUBLE)),
  ('sum of total_spent', 'discrete Laplace', 'sum', CAST(1000 AS DOUBLE), CAST(4000.0000000009763 AS DOUBLE)),
  ('mean of age', 'discrete Laplace', 'sum', CAST(36 AS DOUBLE), CAST(288.00000000006105 AS DOUBLE)),
  ('mean of age', 'discrete Laplace', 'count', CAST(1 AS DOUBLE), CAST(8.000001 AS DOUBLE)),
  ('median age', 'exponential mechanism', 'rank', 1.0, CAST(8 AS DOUBLE))
) AS noise (figure, noise, of_what, sensitivity, scale);

-- finding budget
SELECT
  1 AS epsilon,
  0 AS delta,
  100 AS budget;

-- finding comparison
WITH exact_figures AS (
  SELECT 'rows' AS figure, group_place, max(exact) FILTER (WHERE part = 1) * 1 AS exact
  FROM "exact"
  GROUP BY group_place
  UNION ALL
  SELECT 'sum of total_spent' AS figure, group_place, max(exact) FILTER (WHERE part = 2) * 0.0009765625 AS exact
  FROM "exact"
  GROUP BY group_place
  UNION ALL
  SELECT 'mean of age' AS figure, group_place, 54 + max(exact) FILTER (WHERE part = 3) * 0.00006103515625 / nullif(max(exact) FILTER (WHERE part = 4), 0) AS exact
  FROM "exact"
  GROUP BY group_place
)
SELECT f.figure, f.group_name, f.noisy, e.exact, f.noisy - e.exact AS error, f.within
FROM "figures" AS f
JOIN "groups" AS g USING (group_name)
JOIN exact_figures AS e
  ON e.figure = f.figure
  AND e.group_place = g.group_place
ORDER BY f.figure, g.group_place;
