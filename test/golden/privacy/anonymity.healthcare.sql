-- step people_rows (table)
SELECT
  age AS "age",
  gender AS "gender",
  country AS "country",
  diagnosis_code AS sensitive_value,
  subscription_status AS "subscription_status"
FROM "healthcare_customers";

-- step cells (table)
WITH counted AS (
  SELECT "age", "gender", "country", sensitive_value, count(*) AS people
  FROM "people_rows"
  GROUP BY ALL
)
SELECT dense_rank() OVER (ORDER BY "age", "gender", "country") AS class, *
FROM counted
ORDER BY class, sensitive_value;

-- step classes (table)
WITH classes AS (
SELECT
  class,
  any_value("age") AS "age",
  any_value("gender") AS "gender",
  any_value("country") AS "country",
  CAST(sum(people) AS BIGINT) AS people
FROM "cells"
GROUP BY class
ORDER BY class
), parts AS (
  SELECT class, sensitive_value, people / sum(people) OVER (PARTITION BY class) AS part
  FROM "cells"
  WHERE sensitive_value IS NOT NULL
), whole AS (
  SELECT
    sensitive_value,
    row_number() OVER (ORDER BY sensitive_value) AS place,
    sum(people) / sum(sum(people)) OVER () AS share
  FROM "cells"
  WHERE sensitive_value IS NOT NULL
  GROUP BY sensitive_value
), diversity AS (
  SELECT class, count(*) AS different_values, exp(-sum(part * ln(part))) AS effective_values
  FROM parts
  GROUP BY class
), distances AS (
  SELECT class, 0.5 * (sum(abs(part - share)) + 1 - sum(share)) AS distance
  FROM parts
  JOIN whole USING (sensitive_value)
  GROUP BY class
)
SELECT classes.*, different_values, effective_values, coalesce(distance, 0) AS distance
FROM classes
LEFT JOIN diversity USING (class)
LEFT JOIN distances USING (class)
ORDER BY class;

-- step levels (table)
SELECT
  class,
  people,
  CAST("age" AS VARCHAR) AS "code_1_0",
  CAST(CAST(floor("age" / 5) * 5 AS BIGINT) AS VARCHAR) || '-' || CAST(CAST(floor("age" / 5) * 5 AS BIGINT) + 4 AS VARCHAR) AS "code_1_1",
  CAST(CAST(floor("age" / 10) * 10 AS BIGINT) AS VARCHAR) || '-' || CAST(CAST(floor("age" / 10) * 10 AS BIGINT) + 9 AS VARCHAR) AS "code_1_2",
  CAST(CAST(floor("age" / 20) * 20 AS BIGINT) AS VARCHAR) || '-' || CAST(CAST(floor("age" / 20) * 20 AS BIGINT) + 19 AS VARCHAR) AS "code_1_3",
  CAST(CAST(floor("age" / 40) * 40 AS BIGINT) AS VARCHAR) || '-' || CAST(CAST(floor("age" / 40) * 40 AS BIGINT) + 39 AS VARCHAR) AS "code_1_4",
  '*' AS "code_1_5",
  CAST("gender" AS VARCHAR) AS "code_2_0",
  '*' AS "code_2_1",
  CAST("country" AS VARCHAR) AS "code_3_0",
  '*' AS "code_3_1"
FROM "classes"
ORDER BY class;

-- step proposal (privacy.lattice)
-- groups, read by privacy.lattice
SELECT
  people,
  dense_rank() OVER (ORDER BY "code_1_0") - 1 AS "code_1_0",
  dense_rank() OVER (ORDER BY "code_1_1") - 1 AS "code_1_1",
  dense_rank() OVER (ORDER BY "code_1_2") - 1 AS "code_1_2",
  dense_rank() OVER (ORDER BY "code_1_3") - 1 AS "code_1_3",
  dense_rank() OVER (ORDER BY "code_1_4") - 1 AS "code_1_4",
  dense_rank() OVER (ORDER BY "code_1_5") - 1 AS "code_1_5",
  dense_rank() OVER (ORDER BY "code_2_0") - 1 AS "code_2_0",
  dense_rank() OVER (ORDER BY "code_2_1") - 1 AS "code_2_1",
  dense_rank() OVER (ORDER BY "code_3_0") - 1 AS "code_3_0",
  dense_rank() OVER (ORDER BY "code_3_1") - 1 AS "code_3_1"
FROM "levels"
ORDER BY class;

-- step generalised (table)
WITH chosen AS (
  SELECT "level_1" AS "chosen_level_1", "level_2" AS "chosen_level_2", "level_3" AS "chosen_level_3"
  FROM "proposal"
  WHERE place = 1
), said AS (
  SELECT
    people_rows.* EXCLUDE ("age", "gender", "country"),
    CASE "chosen_level_1"
      WHEN 0 THEN CAST("age" AS VARCHAR)
      WHEN 1 THEN CAST(CAST(floor("age" / 5) * 5 AS BIGINT) AS VARCHAR) || '-' || CAST(CAST(floor("age" / 5) * 5 AS BIGINT) + 4 AS VARCHAR)
      WHEN 2 THEN CAST(CAST(floor("age" / 10) * 10 AS BIGINT) AS VARCHAR) || '-' || CAST(CAST(floor("age" / 10) * 10 AS BIGINT) + 9 AS VARCHAR)
      WHEN 3 THEN CAST(CAST(floor("age" / 20) * 20 AS BIGINT) AS VARCHAR) || '-' || CAST(CAST(floor("age" / 20) * 20 AS BIGINT) + 19 AS VARCHAR)
      WHEN 4 THEN CAST(CAST(floor("age" / 40) * 40 AS BIGINT) AS VARCHAR) || '-' || CAST(CAST(floor("age" / 40) * 40 AS BIGINT) + 39 AS VARCHAR)
      WHEN 5 THEN '*'
    END AS "age",
    CASE "chosen_level_2"
      WHEN 0 THEN CAST("gender" AS VARCHAR)
      WHEN 1 THEN '*'
    END AS "gender",
    CASE "chosen_level_3"
      WHEN 0 THEN CAST("country" AS VARCHAR)
      WHEN 1 THEN '*'
    END AS "country"
  FROM "people_rows" AS people_rows
  CROSS JOIN chosen
)
SELECT "age", "gender", "country", * EXCLUDE ("age", "gender", "country")
FROM said
QUALIFY count(*) OVER (PARTITION BY "age", "gender", "country") >= 5
ORDER BY ALL;

-- step released_cells (table)
WITH counted AS (
  SELECT "age", "gender", "country", sensitive_value, count(*) AS people
  FROM "generalised"
  GROUP BY ALL
)
SELECT dense_rank() OVER (ORDER BY "age", "gender", "country") AS class, *
FROM counted
ORDER BY class, sensitive_value;

-- step released_classes (table)
WITH classes AS (
SELECT
  class,
  any_value("age") AS "age",
  any_value("gender") AS "gender",
  any_value("country") AS "country",
  CAST(sum(people) AS BIGINT) AS people
FROM "released_cells"
GROUP BY class
ORDER BY class
), parts AS (
  SELECT class, sensitive_value, people / sum(people) OVER (PARTITION BY class) AS part
  FROM "released_cells"
  WHERE sensitive_value IS NOT NULL
), whole AS (
  SELECT
    sensitive_value,
    row_number() OVER (ORDER BY sensitive_value) AS place,
    sum(people) / sum(sum(people)) OVER () AS share
  FROM "released_cells"
  WHERE sensitive_value IS NOT NULL
  GROUP BY sensitive_value
), diversity AS (
  SELECT class, count(*) AS different_values, exp(-sum(part * ln(part))) AS effective_values
  FROM parts
  GROUP BY class
), distances AS (
  SELECT class, 0.5 * (sum(abs(part - share)) + 1 - sum(share)) AS distance
  FROM parts
  JOIN whole USING (sensitive_value)
  GROUP BY class
)
SELECT classes.*, different_values, effective_values, coalesce(distance, 0) AS distance
FROM classes
LEFT JOIN diversity USING (class)
LEFT JOIN distances USING (class)
ORDER BY class;

-- step released (view)
SELECT * RENAME (sensitive_value AS "diagnosis_code")
FROM "generalised";

-- check groups_are_large (warning)
SELECT "age", "gender", "country", people
FROM "classes"
WHERE people < 5
ORDER BY people, "age", "gender", "country";

-- check groups_hide_values (warning)
SELECT "age", "gender", "country", people, coalesce(different_values, 0) AS different_values
FROM "classes"
WHERE coalesce(different_values, 0) < 2
ORDER BY different_values, people DESC, "age", "gender", "country";

-- check groups_are_close (warning)
SELECT "age", "gender", "country", people, distance
FROM "classes"
WHERE distance > 0.3
ORDER BY distance DESC, people DESC, "age", "gender", "country";

-- check sensitive_is_filled (note)
SELECT count(*) AS rows_without
FROM "people_rows"
WHERE sensitive_value IS NULL
HAVING count(*) > 0;

-- check proposal_is_there (error)
SELECT count(*) AS proposals
FROM "proposal"
HAVING count(*) = 0;

-- check rows_are_enough (note)
SELECT count(*) AS rows
FROM "people_rows"
HAVING count(*) < 50;

-- finding k
SELECT
  min(people) AS k,
  count(*) AS groups,
  CAST(sum(people) AS BIGINT) AS people,
  count_if(people < 5) AS small_groups,
  coalesce(CAST(sum(people) FILTER (WHERE people < 5) AS BIGINT), 0) AS people_in_small_groups,
  count_if(people = 1) AS people_alone
FROM "classes";

-- finding diversity
SELECT
  min(coalesce(different_values, 0)) AS l,
  min(effective_values) AS effective_l,
  max(distance) AS t,
  coalesce(CAST(sum(people) FILTER (WHERE coalesce(different_values, 0) < 2) AS BIGINT), 0) AS people_below_l,
  coalesce(CAST(sum(people) FILTER (WHERE distance > 0.3) AS BIGINT), 0) AS people_beyond_t
FROM "classes";

-- finding smallest
SELECT "age", "gender", "country", people
FROM "classes"
ORDER BY people, "age", "gender", "country"
LIMIT 50;

-- finding sizes
WITH sizes AS (
  FROM (VALUES
    (0, '1', 1, 2),
    (1, '2', 2, 3),
    (2, '3–4', 3, 5),
    (3, '5–9', 5, 10),
    (4, '10–19', 10, 20),
    (5, '20–49', 20, 50),
    (6, '50 and more', 50, NULL)
  ) AS sizes (place, group_size, from_size, until_size)
)
SELECT
  group_size,
  count(g.people) AS groups,
  coalesce(CAST(sum(g.people) AS BIGINT), 0) AS people,
  coalesce(sum(g.people), 0) / nullif(sum(sum(g.people)) OVER (), 0) AS people_share
FROM sizes
LEFT JOIN (
  SELECT people
  FROM "classes"
) AS g
  ON g.people >= from_size
  AND (g.people < until_size OR until_size IS NULL)
GROUP BY place, group_size
ORDER BY place;

-- finding risk
WITH risks AS (
  SELECT people, 1 / people AS prosecutor, least(1, 1 / people) AS journalist
  FROM "classes"
)
SELECT
  attacker,
  highest_risk,
  average_risk
FROM (
  SELECT 1 AS place, 'prosecutor' AS attacker, max(prosecutor) AS highest_risk, sum(people * prosecutor) / sum(people) AS average_risk
  FROM risks
  UNION ALL
  SELECT 2, 'journalist', max(journalist), sum(people * journalist) / sum(people)
  FROM risks
  UNION ALL
  SELECT 3, 'marketer', NULL, sum(people * journalist) / sum(people)
  FROM risks
)
ORDER BY place;

-- finding proposal
SELECT
  CAST(proposal.place AS INTEGER) AS rank,
  CASE "level_1" WHEN 0 THEN 'as it is' WHEN 1 THEN 'bands of 5' WHEN 2 THEN 'bands of 10' WHEN 3 THEN 'bands of 20' WHEN 4 THEN 'bands of 40' WHEN 5 THEN 'left out' END AS "age",
  CASE "level_2" WHEN 0 THEN 'as it is' WHEN 1 THEN 'left out' END AS "gender",
  CASE "level_3" WHEN 0 THEN 'as it is' WHEN 1 THEN 'left out' END AS "country",
  loss,
  CAST(suppressed AS BIGINT) AS rows_left_out,
  CAST(classes AS BIGINT) AS groups,
  CAST(smallest AS BIGINT) AS smallest_group
FROM "proposal" AS proposal
ORDER BY proposal.place;

-- finding after
WITH both_states AS (
  SELECT 1 AS place, 'as it is' AS state, people, different_values, distance
  FROM "classes"
  UNION ALL
  SELECT 2, 'generalised', people, different_values, distance
  FROM "released_classes"
)
SELECT
  state,
  CAST(sum(people) AS BIGINT) AS rows,
  count(*) AS groups,
  min(people) AS k,
  min(different_values) AS l,
  max(distance) AS t,
  max(1 / people) AS highest_risk
FROM both_states
GROUP BY place, state
ORDER BY place;
