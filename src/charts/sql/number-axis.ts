import { literal, sql, type Sql } from '../../core/sql.ts';
import { isWhole, type Dimension } from '../resolve.ts';
import type { AxisLimits, AxisSql } from './axis-contract.ts';
import { word } from './layout.ts';

/**
 * Bins of 1, 2 or 5 times a power of ten; equal values get one of about a tenth of their size. The width is kept as numerator over denominator, both whole, so that the
 * edges are the doubles nearest to the round numbers and every value falls on the right side of them.
 */
export function numberAxis(name: string, { column }: Dimension, limits: AxisLimits): AxisSql {
  const at = word(name);
  const own = (suffix: string) => word(`${name}_${suffix}`);
  const [scale, bin, guess] = [own('scale'), own('bin'), own('guess')];
  const width = sql`${own('numerator')} / ${own('denominator')}`;
  const value = sql`source.${at}`;
  return {
    steps: [
      {
        name: `${name}_range`,
        query: sql`  SELECT
    min(${at}) AS low,
    max(${at}) AS high,
    ${binCount(at, limits)} AS bin_count,
    ${isExact(at, limits)} AS is_exact
  FROM source`,
      },
      {
        name: `${name}_width`,
        query: sql`  SELECT
    is_exact,
    greatest(coalesce(nullif(high / bin_count - low / bin_count, 0), nullif(abs(low) / 10, 0), 1), ${
      isWhole(column) ? literal(1) : literal(1e-300)
    }) AS width,
    floor(log10(width)) AS exponent,
    10.0 ** exponent AS unit,
    CASE WHEN width <= unit THEN 1 WHEN width <= 2 * unit THEN 2 WHEN width <= 5 * unit THEN 5 ELSE 10 END AS multiple
  FROM ${own('range')}`,
      },
      {
        name: `${name}_scale`,
        query: sql`  SELECT
    CASE WHEN NOT is_exact THEN multiple * 10.0 ** greatest(exponent, 0) END AS ${own('numerator')},
    10.0 ** greatest(-exponent, 0) AS ${own('denominator')}
  FROM ${own('width')}`,
      },
    ],
    join: sql`CROSS JOIN ${scale}`,
    placed: [
      {
        name: `${name}_guess`,
        expression: sql`floor(${value} * ${own('denominator')} / ${own('numerator')})`,
        key: false,
      },
      {
        name: `${name}_bin`,
        expression: sql`${guess} + CASE WHEN (${guess} + 1) * ${width} <= ${value} THEN 1 WHEN ${guess} * ${width} > ${value} THEN -1 ELSE 0 END`,
        key: false,
      },
      { name, expression: sql`coalesce(${bin} * ${width}, ${value}) + 0.0`, key: true },
    ],
    order: [sql`${at} NULLS LAST`],
    facts: [
      sql`(SELECT ${own('numerator')} FROM ${scale}) AS ${own('numerator')}`,
      sql`(SELECT ${own('denominator')} FROM ${scale}) AS ${own('denominator')}`,
    ],
    condition: null,
  };
}

/** Rice's rule where the number of bins is open. */
function binCount(at: Sql, { bins }: AxisLimits): Sql {
  return bins === null ? sql`least(50, greatest(5, ceil(2 * cbrt(count(${at})))))` : literal(bins);
}

function isExact(at: Sql, { exactNumbers, exactRows }: AxisLimits): Sql {
  if (exactNumbers > 0) return sql`count(DISTINCT ${at}) <= ${literal(exactNumbers)}`;
  return exactRows > 0 ? sql`count(${at}) <= ${literal(exactRows)}` : literal(false);
}
