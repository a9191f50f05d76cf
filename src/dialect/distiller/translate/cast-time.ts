import { rawSql, type Sql, sql } from '../../../core/sql.ts';
import { typeText } from '../../type-tree.ts';
import { once } from './once.ts';
import { operand } from './operand.ts';
import { type DataType, familyOf, type Typed } from './typed.ts';

/** Spark's cast to a date or timestamp. Numbers are seconds since 1970; a date may lack day and month. */
export function castTime({ sql: value, type }: Typed, target: DataType): Sql {
  const name = rawSql(typeText(target));
  const toDate = familyOf(target) === 'date';
  switch (familyOf(type)) {
    case 'text':
      return toDate ? dateFromText(value) : timestampFromText(value);
    case 'integer':
      return toDate ? sql`CAST(NULL AS DATE)` : sql`make_timestamp(CAST(${value} AS BIGINT) * 1000000)`;
    case 'decimal':
      return toDate
        ? sql`CAST(NULL AS DATE)`
        : sql`make_timestamp(CAST(CAST(${value} AS DECIMAL(24,6)) * 1000000 AS BIGINT))`;
    case 'fractional':
      return toDate ? sql`CAST(NULL AS DATE)` : timestampFromDouble(value);
    case 'boolean':
      return toDate ? sql`CAST(NULL AS DATE)` : sql`make_timestamp(CAST(${value} AS BIGINT))`;
    case 'timestamp':
      return typeText(type) === 'TIMESTAMP WITH TIME ZONE' && toDate
        ? sql`CAST(CAST(${value} AS TIMESTAMP) AS DATE)`
        : sql`CAST(${value} AS ${name})`;
    case 'date':
      return sql`CAST(${value} AS ${name})`;
    default:
      return sql`TRY_CAST(${value} AS ${name})`;
  }
}

/** Seconds with a fraction; NaN and infinity are no moments. */
function timestampFromDouble(value: Sql): Sql {
  return sql`make_timestamp(TRY_CAST(trunc(${operand(value)} * 1000000) AS BIGINT))`;
}

/** `yyyy`, `yyyy-m` and `yyyy-m-d`, with anything behind a blank or T: what lacks is filled up with `-01-01`. */
function dateFromText(value: Sql): Sql {
  const shape = sql`'^(\\d{4}-\\d{1,2}-\\d{1,2})(?:-01-01|-01|[ T].*)?$'`;
  return sql`TRY_CAST(regexp_extract(trim(${value}) || '-01-01', ${shape}, 1) AS DATE)`;
}

/** The usual shapes by the engine; zones, short numbers and what is missing by ours. A time alone is one of today. */
function timestampFromText(value: Sql): Sql {
  const usual = sql`'^\\d{4}-\\d\\d-\\d\\d(?:[ T](?:[01]\\d|2[0-3]):\\d\\d:\\d\\d(?:\\.\\d{1,6})?Z?)?$'`;
  return once(
    value,
    (text) =>
      sql`coalesce(TRY_CAST(regexp_extract(${text}, ${usual}) AS TIMESTAMP), make_timestamp(sh_timestamp(${text})), make_timestamp(sh_timestamp(${onToday(text)})))`,
  );
}

const today = sql`CAST(CAST(CAST(now() AS TIMESTAMP) AS DATE) AS VARCHAR)`;

/** `12:30` with today before it; anything else as it is. */
function onToday(text: Sql): Sql {
  return sql`regexp_replace(${text}, '^\\s*T?(\\d\\d?:.*)$', ${today} || ' \\1')`;
}
