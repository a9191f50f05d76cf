-- step contributions (view)
WITH asked AS (
  SELECT
    CAST(diagnosis_code AS VARCHAR) AS group_name
  FROM "healthcare_customers"
)
SELECT
  group_name
FROM asked;

-- step groups (table)
SELECT row_number() OVER (ORDER BY group_name) AS group_place, group_name
FROM (
  SELECT DISTINCT group_name
  FROM "contributions"
  WHERE group_name IS NOT NULL
)
ORDER BY group_place;

-- step exact (table)
WITH totals AS (
  SELECT
    group_place,
    count(c.group_name) AS "part_1"
  FROM "groups" AS g
  LEFT JOIN "contributions" AS c USING (group_name)
  GROUP BY group_place
), parts AS (
  SELECT 1 AS part, group_place, "part_1" AS exact, 4.230779 AS scale
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

-- step figures (table)
WITH noisy_parts AS (
  SELECT part, group_place, noisy
  FROM "exact"
  JOIN "noise" USING (place)
), figures AS (
  SELECT
    1 AS question_place,
    'rows' AS figure,
    group_place,
    noisy * 1 AS noisy,
    8.292174531956 AS within,
    CAST(NULL AS DOUBLE) AS within_rows
  FROM noisy_parts
  WHERE part = 1
)
SELECT figure, group_name, noisy, within, within_rows
FROM figures
JOIN "groups" USING (group_place)
ORDER BY question_place, group_place;

-- check groups_are_named (warning)
SELECT 'groups' AS setting
WHERE true;

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
  ('rows', 'discrete Gaussian', 'count', CAST(1 AS DOUBLE), CAST(4.230779 AS DOUBLE))
) AS noise (figure, noise, of_what, sensitivity, scale);

-- finding budget
SELECT
  1 AS epsilon,
  0.000001 AS delta,
  100 AS budget;
