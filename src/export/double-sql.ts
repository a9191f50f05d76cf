import { type Sql, sql } from '../core/sql.ts';

/** A double as `doubleText` writes it, where the engine's own text has the same digits in another form; NULL stays NULL. */
export function doubleSql(value: Sql): Sql {
  const text = sql`CAST(${value} AS VARCHAR)`;
  return sql`CASE
    WHEN isnan(${value}) THEN 'NaN'
    WHEN isinf(${value}) THEN if(${value} > 0, 'Infinity', '-Infinity')
    WHEN abs(${value}) >= 1e16 AND abs(${value}) < 1e21 THEN CAST(CAST(${text} AS HUGEINT) AS VARCHAR)
    WHEN abs(${value}) >= 1e-6 AND abs(${value}) < 1e-4 THEN rtrim(CAST(CAST(${text} AS DECIMAL(38, 30)) AS VARCHAR), '0')
    WHEN abs(${value}) > 0 AND abs(${value}) < 1e-6 THEN regexp_replace(${text}, 'e-0+', 'e-')
    WHEN abs(${value}) < 1e16 AND ${value} = trunc(${value}) THEN left(${text}, -2)
    ELSE ${text}
  END`;
}
