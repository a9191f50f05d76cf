import { literal, type Sql, sql } from '../core/sql.ts';

/**
 * The first day of the period that a time or day lies in, NULL for NULL. The CASE is for DuckDB 1.4.3, which takes
 * date_trunc of a column for never NULL: groups, counts and IS NULL then go wrong (duckdb issue 20371).
 */
export function startOfSql(period: string, moment: Sql): Sql {
  return sql`CASE WHEN ${moment} IS NOT NULL THEN CAST(date_trunc(${literal(period)}, ${moment}) AS DATE) END`;
}
