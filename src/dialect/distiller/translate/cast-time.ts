import { rawSql, type Sql, sql } from '../../../core/sql.ts';
import { typeText } from '../../type-tree.ts';
import { type DataType, familyOf, type Typed } from './typed.ts';

/** Spark's cast to a date or timestamp. Numbers are seconds since 1970; a date may lack day and month. */
export function castTime({ sql: value, type }: Typed, target: DataType): Sql {
  const name = rawSql(typeText(target));
  const toDate = familyOf(target) === 'date';
  switch (familyOf(type)) {
    case 'text':
      return toDate ? dateFromText(value) : timestampFromText(value);
    case 'integer':
    case 'decimal':
    case 'fractional':
      return toDate ? sql`NULL::DATE` : sql`make_timestamp(CAST(trunc(${value} * 1000000) AS BIGINT))`;
    case 'boolean':
      return toDate ? sql`NULL::DATE` : sql`make_timestamp(CAST(${value} AS BIGINT))`;
    case 'timestamp':
      return type.kind === 'scalar' && type.name === 'TIMESTAMP WITH TIME ZONE'
        ? fromZoned(value, name)
        : sql`CAST(${value} AS ${name})`;
    case 'date':
      return sql`CAST(${value} AS ${name})`;
    default:
      return sql`TRY_CAST(${value} AS ${name})`;
  }
}

/** The same instant in UTC, which is the session's zone. */
function fromZoned(value: Sql, name: Sql): Sql {
  return sql`CAST(make_timestamp(epoch_us(${value})) AS ${name})`;
}

/** `yyyy`, `yyyy-m`, `yyyy-m-d`, and a date with anything behind a blank or a T. */
function dateFromText(value: Sql): Sql {
  return sql`TRY_CAST(CASE length(regexp_replace(regexp_extract(trim(${value}), '^[+-]?\\d{4,7}(-\\d{1,2}(-\\d{1,2}([ T].*)?)?)?$'), '[^-]', '', 'g')) WHEN 0 THEN nullif(trim(${value}), '') || '-01-01' WHEN 1 THEN trim(${value}) || '-01' ELSE regexp_extract(trim(${value}), '^[+-]?\\d{4,7}-\\d{1,2}-\\d{1,2}') END AS DATE)`;
}

function timestampFromText(value: Sql): Sql {
  return sql`coalesce(TRY_CAST(trim(${value}) AS TIMESTAMP), TRY_CAST(CASE WHEN regexp_full_match(trim(${value}), '\\d{4}') THEN trim(${value}) || '-01-01' WHEN regexp_full_match(trim(${value}), '\\d{4}-\\d{1,2}') THEN trim(${value}) || '-01' END AS TIMESTAMP))`;
}
