import { identifier, joinSql, literal, type Sql, sql } from '../../core/sql.ts';
import type { StructValue } from '../../engine/value.ts';
import { type CatalogColumn, columnKind } from '../../modules/catalog-view.ts';
import { counted, listed, numberOf, readable, textOf } from '../../modules/words.ts';
import { groupColumn, type SplitPeople, splitSql } from './split-sql.ts';
import type { Split } from './split.ts';

/** How alike the groups are in one number, or in how often they have one value. */
export interface Balance {
  /** Such as `age`, or `country = DE`. */
  readonly what: string;
  /** The largest difference of two groups' means in standard deviations of both (Austin 2009, Statistics in Medicine 28). */
  readonly difference: number;
}

/** From here on groups differ more than is taken as balanced. */
export const noticeable = 0.1;

/** Values of a text column that are compared: the most frequent ones. */
const mostValues = 10;

/** The columns whose balance can be looked at. */
export function balanceColumns(columns: readonly CatalogColumn[], identity: string): readonly CatalogColumn[] {
  return columns.filter(
    ({ name, type }) => name !== identity && ['number', 'text', 'boolean'].includes(columnKind(type)),
  );
}

/** The query of each group's mean and variance of every column, or of every frequent value's indicator. */
export function balanceSql(people: SplitPeople, split: Split, columns: readonly CatalogColumn[]): Sql {
  const group = identifier(groupColumn(people));
  const parts = columns.map(({ name, type }) => {
    const column = identifier(name);
    if (columnKind(type) === 'number') {
      return sql`  SELECT ${literal(name)} AS what, ${group} AS split_group,
    avg(${column}) AS mean, coalesce(var_samp(${column}), 0) AS variance
  FROM members
  GROUP BY ALL`;
    }
    return sql`  SELECT ${literal(`${name} = `)} || value AS what, ${group} AS split_group,
    avg(CAST(CAST(${column} AS VARCHAR) IS NOT DISTINCT FROM value AS INTEGER)) AS mean, mean * (1 - mean) AS variance
  FROM members
  CROSS JOIN (
    SELECT CAST(${column} AS VARCHAR) AS value
    FROM members
    WHERE ${column} IS NOT NULL
    GROUP BY 1
    ORDER BY count(*) DESC, 1
    LIMIT ${literal(mostValues)}
  )
  GROUP BY value, ${group}`;
  });
  return sql`WITH members AS MATERIALIZED (
${splitSql(people, split)}
),
figures AS (
${joinSql(parts, '\n  UNION ALL\n')}
)
SELECT one.what, max(
    CASE
      WHEN one.mean = other.mean THEN 0
      ELSE abs(one.mean - other.mean) / sqrt((one.variance + other.variance) / 2)
    END
  ) AS difference
FROM figures AS one
JOIN figures AS other ON other.what = one.what AND other.split_group > one.split_group
GROUP BY one.what
ORDER BY difference DESC, one.what`;
}

/** The rows of `balanceSql`. */
export function readBalance(rows: readonly StructValue[]): readonly Balance[] {
  return rows.map((row) => ({ what: textOf(row.what), difference: numberOf(row.difference) }));
}

/** The balance in words. */
export function balanceWords(found: readonly Balance[]): string {
  const off = found.filter(({ difference }) => difference >= noticeable);
  const [first] = found;
  if (first === undefined) return 'The members keep no attributes to compare the groups by.';
  if (off.length === 0) {
    return `The groups are alike in ${counted(found.length, 'figure')} compared: none differs by ${noticeable} standard deviations or more; the largest is “${first.what}” with ${readable(first.difference)}.`;
  }
  return `The groups differ in ${listed(off.map(({ what }) => what))} by ${noticeable} standard deviations or more. In small groups that is chance; exact shares within strata even it out.`;
}
