import { type Sql, sql } from '../../../core/sql.ts';

/**
 * Columns `nps`, `margin`, `lowest` and `highest`, in points from −100 to 100, of the columns `responses`, `promoters` and
 * `detractors`. With shares p and d the variance is (p + d − (p − d)²) / n, and the 95 % interval 1.96 standard errors
 * wide to both sides (Rocks, Interval Estimation for the Net Promoter Score, The American Statistician 70, 2016).
 */
export function npsColumns(): Sql {
  return sql`100 * (p - d) AS nps,
  100 * 1.959963985 * sqrt((p + d - (p - d) ** 2) / responses) AS margin,
  greatest(-100, nps - margin) AS lowest,
  least(100, nps + margin) AS highest`;
}

/** The counts and shares that `npsColumns` reads, of rows that hold counts. */
export function npsCounts(): Sql {
  return sql`CAST(sum(asked) AS BIGINT) AS asked,
    CAST(sum(responses) AS BIGINT) AS responses,
    CAST(sum(promoters) AS BIGINT) AS promoters,
    CAST(sum(passives) AS BIGINT) AS passives,
    CAST(sum(detractors) AS BIGINT) AS detractors,
    sum(promoters) / nullif(sum(responses), 0) AS p,
    sum(detractors) / nullif(sum(responses), 0) AS d`;
}
