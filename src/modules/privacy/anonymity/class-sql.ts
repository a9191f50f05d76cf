import { joinSql, type Sql, sql } from '../../../core/sql.ts';

/** How far apart two sensitive values are: in ranks where they have an order, otherwise 0 or 1. */
export type Distance = 'ordered' | 'equal';

/** Counts rows by class of equal `known` columns and by `sensitive_value`; classes are numbered. */
export function cellsSql(rows: Sql, known: readonly Sql[]): Sql {
  const names = joinSql(known, ', ');
  return sql`WITH counted AS (
  SELECT ${names}, sensitive_value, count(*) AS people
  FROM ${rows}
  GROUP BY ALL
)
SELECT dense_rank() OVER (ORDER BY ${names}) AS class, *
FROM counted
ORDER BY class, sensitive_value`;
}

/** One row a class: its rows and, where there is a sensitive column, how well it hides its values. */
export function classesSql(cells: Sql, known: readonly Sql[], distance: Distance | undefined): Sql {
  const names = known.map((name) => sql`any_value(${name}) AS ${name}`);
  const classes = sql`SELECT
  class,
  ${joinSql(names, ',\n  ')},
  CAST(sum(people) AS BIGINT) AS people
FROM ${cells}
GROUP BY class
ORDER BY class`;
  if (distance === undefined) return classes;
  return sql`WITH classes AS (
${classes}
), parts AS (
  SELECT class, sensitive_value, people / sum(people) OVER (PARTITION BY class) AS part
  FROM ${cells}
  WHERE sensitive_value IS NOT NULL
), whole AS (
  SELECT
    sensitive_value,
    row_number() OVER (ORDER BY sensitive_value) AS place,
    sum(people) / sum(sum(people)) OVER () AS share
  FROM ${cells}
  WHERE sensitive_value IS NOT NULL
  GROUP BY sensitive_value
), diversity AS (
  SELECT class, count(*) AS different_values, exp(-sum(part * ln(part))) AS effective_values
  FROM parts
  GROUP BY class
), ${distance === 'equal' ? equalDistance : orderedDistance}
SELECT classes.*, different_values, effective_values, coalesce(distance, 0) AS distance
FROM classes
LEFT JOIN diversity USING (class)
LEFT JOIN distances USING (class)
ORDER BY class`;
}

/** Half of the sum of all differences; values that a class lacks differ by their whole share. */
const equalDistance = sql`distances AS (
  SELECT class, 0.5 * (sum(abs(part - share)) + 1 - sum(share)) AS distance
  FROM parts
  JOIN whole USING (sensitive_value)
  GROUP BY class
)`;

/**
 * The earth mover's distance with ranks for ground distance: the sum over all m − 1 steps between values of the
 * difference of the two cumulated shares, divided by m − 1. A class's own cumulated share changes only at its values, so
 * that the sum is taken span by span, with the sums of the whole's cumulated shares up to each place.
 */
const orderedDistance = sql`cumulated AS (
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
)`;
