-- step people_rows (table)
SELECT
  age AS "age",
  gender AS "gender",
  total_spent AS sensitive_value
FROM "healthcare_customers";

-- step cells (table)
WITH counted AS (
  SELECT "age", "gender", sensitive_value, count(*) AS people
  FROM "people_rows"
  GROUP BY ALL
)
SELECT dense_rank() OVER (ORDER BY "age", "gender") AS class, *
FROM counted
ORDER BY class, sensitive_value;

-- step classes (table)
WITH classes AS (
SELECT
  class,
  any_value("age") AS "age",
  any_value("gender") AS "gender",
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
), cumulated AS (
  SELECT *, sum(share) OVER (ORDER BY place) AS reached, count(*) OVER () AS places
  FROM whole
), sums AS (
  SELECT *, sum(reached) OVER (ORDER BY place) AS total
  FROM cumulated
), spans AS (
  SELECT
    class,
    place AS first_place,
    lead(place, 1, places + 1) OVER (PARTITION BY class ORDER BY place) - 1 AS last_place,
    sum(part) OVER (PARTITION BY class ORDER BY place) AS own
  FROM parts
  JOIN sums USING (sensitive_value)
  UNION ALL
  SELECT class, 1, min(place) - 1, 0
  FROM parts
  JOIN sums USING (sensitive_value)
  GROUP BY class
), crossed AS (
  SELECT
    spans.*,
    greatest(first_place - 1, least(last_place, coalesce(sums.place, 0))) AS cross_place
  FROM spans
  ASOF LEFT JOIN sums
    ON sums.reached <= spans.own
), pieces AS (
  SELECT
    class,
    own * (cross_place - first_place + 1) - (coalesce(at_cross.total, 0) - coalesce(before.total, 0)) AS above,
    coalesce(at_last.total, 0) - coalesce(at_cross.total, 0) - own * (last_place - cross_place) AS below
  FROM crossed
  LEFT JOIN sums AS before
    ON before.place = first_place - 1
  LEFT JOIN sums AS at_cross
    ON at_cross.place = cross_place
  LEFT JOIN sums AS at_last
    ON at_last.place = last_place
), distances AS (
  SELECT class, sum(above + below) / nullif((SELECT count(*) - 1 FROM whole), 0) AS distance
  FROM pieces
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
  CAST(CAST(floor("age" / 10) * 10 AS BIGINT) AS VARCHAR) || '-' || CAST(CAST(floor("age" / 10) * 10 AS BIGINT) + 9 AS VARCHAR) AS "code_1_1",
  CAST(CAST(floor("age" / 30) * 30 AS BIGINT) AS VARCHAR) || '-' || CAST(CAST(floor("age" / 30) * 30 AS BIGINT) + 29 AS VARCHAR) AS "code_1_2",
  '*' AS "code_1_3",
  CAST("gender" AS VARCHAR) AS "code_2_0",
  '*' AS "code_2_1"
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
  dense_rank() OVER (ORDER BY "code_2_0") - 1 AS "code_2_0",
  dense_rank() OVER (ORDER BY "code_2_1") - 1 AS "code_2_1"
FROM "levels"
ORDER BY class;

-- step generalised (table)
WITH chosen AS (
  SELECT "level_1" AS "chosen_level_1", "level_2" AS "chosen_level_2"
  FROM "proposal"
  WHERE place = 1
), said AS (
  SELECT
    people_rows.* EXCLUDE ("age", "gender"),
    CASE "chosen_level_1"
      WHEN 0 THEN CAST("age" AS VARCHAR)
      WHEN 1 THEN CAST(CAST(floor("age" / 10) * 10 AS BIGINT) AS VARCHAR) || '-' || CAST(CAST(floor("age" / 10) * 10 AS BIGINT) + 9 AS VARCHAR)
      WHEN 2 THEN CAST(CAST(floor("age" / 30) * 30 AS BIGINT) AS VARCHAR) || '-' || CAST(CAST(floor("age" / 30) * 30 AS BIGINT) + 29 AS VARCHAR)
      WHEN 3 THEN '*'
    END AS "age",
    CASE "chosen_level_2"
      WHEN 0 THEN CAST("gender" AS VARCHAR)
      WHEN 1 THEN '*'
    END AS "gender"
  FROM "people_rows" AS people_rows
  CROSS JOIN chosen
)
SELECT "age", "gender", * EXCLUDE ("age", "gender")
FROM said
QUALIFY count(*) OVER (PARTITION BY "age", "gender") >= 10
ORDER BY ALL;

-- step released_cells (table)
WITH counted AS (
  SELECT "age", "gender", sensitive_value, count(*) AS people
  FROM "generalised"
  GROUP BY ALL
)
SELECT dense_rank() OVER (ORDER BY "age", "gender") AS class, *
FROM counted
ORDER BY class, sensitive_value;

-- step released_classes (table)
WITH classes AS (
SELECT
  class,
  any_value("age") AS "age",
  any_value("gender") AS "gender",
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
), cumulated AS (
  SELECT *, sum(share) OVER (ORDER BY place) AS reached, count(*) OVER () AS places
  FROM whole
), sums AS (
  SELECT *, sum(reached) OVER (ORDER BY place) AS total
  FROM cumulated
), spans AS (
  SELECT
    class,
    place AS first_place,
    lead(place, 1, places + 1) OVER (PARTITION BY class ORDER BY place) - 1 AS last_place,
    sum(part) OVER (PARTITION BY class ORDER BY place) AS own
  FROM parts
  JOIN sums USING (sensitive_value)
  UNION ALL
  SELECT class, 1, min(place) - 1, 0
  FROM parts
  JOIN sums USING (sensitive_value)
  GROUP BY class
), crossed AS (
  SELECT
    spans.*,
    greatest(first_place - 1, least(last_place, coalesce(sums.place, 0))) AS cross_place
  FROM spans
  ASOF LEFT JOIN sums
    ON sums.reached <= spans.own
), pieces AS (
  SELECT
    class,
    own * (cross_place - first_place + 1) - (coalesce(at_cross.total, 0) - coalesce(before.total, 0)) AS above,
    coalesce(at_last.total, 0) - coalesce(at_cross.total, 0) - own * (last_place - cross_place) AS below
  FROM crossed
  LEFT JOIN sums AS before
    ON before.place = first_place - 1
  LEFT JOIN sums AS at_cross
    ON at_cross.place = cross_place
  LEFT JOIN sums AS at_last
    ON at_last.place = last_place
), distances AS (
  SELECT class, sum(above + below) / nullif((SELECT count(*) - 1 FROM whole), 0) AS distance
  FROM pieces
  GROUP BY class
)
SELECT classes.*, different_values, effective_values, coalesce(distance, 0) AS distance
FROM classes
LEFT JOIN diversity USING (class)
LEFT JOIN distances USING (class)
ORDER BY class;

-- step released (view)
SELECT * RENAME (sensitive_value AS "total_spent")
FROM "generalised";

-- check groups_are_large (warning)
SELECT "age", "gender", people
FROM "classes"
WHERE people < 10
ORDER BY people, "age", "gender";

-- check groups_hide_values (warning)
SELECT "age", "gender", people, coalesce(different_values, 0) AS different_values
FROM "classes"
WHERE coalesce(different_values, 0) < 2
ORDER BY different_values, people DESC, "age", "gender";

-- check groups_are_close (warning)
SELECT "age", "gender", people, distance
FROM "classes"
WHERE distance > 0.3
ORDER BY distance DESC, people DESC, "age", "gender";

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
HAVING count(*) < 100;

-- finding k
SELECT
  min(people) AS k,
  count(*) AS groups,
  CAST(sum(people) AS BIGINT) AS people,
  count_if(people < 10) AS small_groups,
  coalesce(CAST(sum(people) FILTER (WHERE people < 10) AS BIGINT), 0) AS people_in_small_groups,
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
SELECT "age", "gender", people
FROM "classes"
ORDER BY people, "age", "gender"
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
  SELECT people, 1 / people AS prosecutor, least(1, 0.05 / people) AS journalist
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
  CASE "level_1" WHEN 0 THEN 'as it is' WHEN 1 THEN 'bands of 10' WHEN 2 THEN 'bands of 30' WHEN 3 THEN 'left out' END AS "age",
  CASE "level_2" WHEN 0 THEN 'as it is' WHEN 1 THEN 'left out' END AS "gender",
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
