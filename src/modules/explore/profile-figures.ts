import { identifier, literal, type Sql, sql } from '../../core/sql.ts';
import { type CatalogColumn, columnKind } from '../catalog-view.ts';

/** One row of figures of one column; those that make no sense for its type are NULL. */
export function columnFiguresSql(from: Sql, column: CatalogColumn, position: number): Sql {
  const value = identifier(column.name);
  const kind = columnKind(column.type);
  const isNumber = kind === 'number';
  const hasRange = isNumber || kind === 'time' || kind === 'text';
  const finite = /^(DOUBLE|FLOAT)$/.test(column.type) ? sql` FILTER (WHERE isfinite(${value}))` : sql``;
  const when = (holds: boolean, figure: Sql, type: Sql): Sql => (holds ? figure : sql`CAST(NULL AS ${type})`);
  const number = sql`DOUBLE`;
  return sql`SELECT
  ${literal(position)} AS position,
  ${literal(column.name)} AS column_name,
  ${literal(column.type)} AS type,
  count(*) AS rows,
  count(*) - count(${value}) AS missing,
  count(DISTINCT ${value}) AS distinct_values,
  ${when(hasRange, sql`CAST(min(${value}) AS VARCHAR)`, sql`VARCHAR`)} AS minimum,
  ${when(hasRange, sql`CAST(max(${value}) AS VARCHAR)`, sql`VARCHAR`)} AS maximum,
  ${when(isNumber, sql`avg(CAST(${value} AS DOUBLE))${finite}`, number)} AS mean,
  ${when(isNumber, sql`quantile_cont(CAST(${value} AS DOUBLE), 0.5)${finite}`, number)} AS median,
  ${when(isNumber, sql`stddev_samp(CAST(${value} AS DOUBLE))${finite}`, number)} AS standard_deviation,
  ${when(kind === 'text', sql`count(*) FILTER (WHERE trim(CAST(${value} AS VARCHAR)) = '')`, sql`BIGINT`)} AS blank
FROM ${from}`;
}

/** The values of one column that occur more than once, the most frequent first, ties by value; grouped before they are text. */
export function topValuesSql(from: Sql, column: CatalogColumn, position: number, limit: number): Sql {
  const value = identifier(column.name);
  return sql`SELECT
  ${literal(position)} AS position,
  ${literal(column.name)} AS column_name,
  CAST("value" AS VARCHAR) AS "value",
  "count",
  "count" / (SELECT count(${value}) FROM ${from}) AS share
FROM (
  SELECT ${value} AS "value", count(*) AS "count"
  FROM ${from}
  WHERE ${value} IS NOT NULL
  GROUP BY ${value}
  HAVING count(*) > 1
  ORDER BY "count" DESC, "value"
  LIMIT ${literal(limit)}
)`;
}
