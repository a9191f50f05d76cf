import { literal, type Sql, sql } from '../../core/sql.ts';

/** Whether a column type holds whole numbers only. */
export function isWholeType(type: string): boolean {
  return type.includes('INT');
}

/** The band of a number as a text: `40-49` where values and width are whole, `40.0 to under 50.0` otherwise. */
export function bandSql(value: Sql, type: string, width: number): Sql {
  const low = sql`floor(${value} / ${literal(width)}) * ${literal(width)}`;
  if (!isWholeType(type) || !Number.isInteger(width)) {
    return sql`CAST(${low} AS VARCHAR) || ' to under ' || CAST(${low} + ${literal(width)} AS VARCHAR)`;
  }
  const whole = sql`CAST(${low} AS BIGINT)`;
  return sql`CAST(${whole} AS VARCHAR) || '-' || CAST(${whole} + ${literal(width - 1)} AS VARCHAR)`;
}
