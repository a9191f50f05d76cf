import { joinSql, literal, type Sql, sql } from '../core/sql.ts';

const coefficients = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
];

/**
 * The two columns that `normalPValueSql` reads, made of a standard normal statistic: `x`, its size over √2, and `t`.
 */
export function normalScaleSql(z: Sql): Sql {
  return sql`abs(${z}) / sqrt(2) AS x,
    1 / (1 + abs(${z}) / sqrt(8)) AS t`;
}

/**
 * The two-sided p-value of a standard normal statistic from its columns `x` and `t`, with a relative error below 1.2e-7:
 * the complementary error function of Press et al., Numerical Recipes in C, 2nd edition, section 6.2. DuckDB has none.
 */
export function normalPValueSql(): Sql {
  const terms = coefficients.map((coefficient, power) => sql`${literal(coefficient)} * t ** ${literal(power)}`);
  return sql`least(1, t * exp(-x * x ${joinSql(terms.map(signed), ' ')}))`;
}

function signed(term: Sql): Sql {
  return sql`+ ${term}`;
}
