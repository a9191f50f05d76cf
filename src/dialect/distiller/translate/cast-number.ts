import { rawSql, type Sql, sql } from '../../../core/sql.ts';
import { typeText } from '../../type-tree.ts';
import { type DataType, familyOf, type Typed } from './typed.ts';

/** Least value and number of values of each integer type, for wrapping. */
const widths: Readonly<
  Partial<Record<string, { readonly bits: number; readonly half: string; readonly mask: string }>>
> = {
  TINYINT: { bits: 8, half: '128', mask: '255' },
  SMALLINT: { bits: 16, half: '32768', mask: '65535' },
  INTEGER: { bits: 32, half: '2147483648', mask: '4294967295' },
  BIGINT: { bits: 64, half: '9223372036854775808', mask: '18446744073709551615' },
};

/** Spark's cast to a number type. */
export function castNumber({ sql: value, type }: Typed, target: DataType): Sql {
  const name = rawSql(typeText(target));
  const toInteger = familyOf(target) === 'integer';
  switch (familyOf(type)) {
    case 'text':
      return toInteger ? integerFromText(value, name) : sql`TRY_CAST(trim(${value}) AS ${name})`;
    case 'unknown':
      return toInteger
        ? sql`TRY_CAST(trunc(TRY_CAST(${value} AS DOUBLE)) AS ${name})`
        : sql`TRY_CAST(${value} AS ${name})`;
    case 'integer':
      return toInteger ? integerFromInteger(value, type, target) : sql`TRY_CAST(${value} AS ${name})`;
    case 'decimal':
      return toInteger ? wrapped(sql`trunc(${value})::HUGEINT`, target) : sql`TRY_CAST(${value} AS ${name})`;
    case 'fractional':
      return toInteger ? integerFromFraction(value, target) : sql`TRY_CAST(${value} AS ${name})`;
    case 'boolean':
      return sql`CAST(${value} AS ${name})`;
    case 'timestamp':
      return toInteger
        ? sql`TRY_CAST(epoch_us(${value}) // 1000000 AS ${name})`
        : sql`TRY_CAST(epoch_us(${value}) / 1000000.0 AS ${name})`;
    case 'date':
      return sql`NULL::${name}`;
    default:
      return sql`TRY_CAST(${value} AS ${name})`;
  }
}

/** Blanks round the number are left out, a fraction is cut off: `' 12.7 '` is 12; anything else is NULL. */
function integerFromText(value: Sql, name: Sql): Sql {
  return sql`TRY_CAST(regexp_extract(trim(${value}), '^([+-]?\\d+)(?:\\.\\d*)?$', 1) AS ${name})`;
}

function integerFromInteger(value: Sql, type: DataType, target: DataType): Sql {
  const [from, to] = [widths[typeText(type)], widths[typeText(target)]];
  if (from !== undefined && to !== undefined && from.bits <= to.bits)
    return sql`CAST(${value} AS ${rawSql(typeText(target))})`;
  return wrapped(sql`CAST(${value} AS HUGEINT)`, target);
}

/** Keeps the low bits, as Java does. */
function wrapped(value: Sql, target: DataType): Sql {
  const name = rawSql(typeText(target));
  const width = widths[typeText(target)];
  if (width === undefined) return sql`TRY_CAST(${value} AS ${name})`;
  const [half, mask] = [rawSql(width.half), rawSql(width.mask)];
  return sql`CAST(((${value} + ${half}) & ${mask}) - ${half} AS ${name})`;
}

/** Fractions are cut, NaN is 0, and what is too large becomes the largest: Java's narrowing of doubles. */
function integerFromFraction(value: Sql, target: DataType): Sql {
  const name = rawSql(typeText(target));
  const width = widths[typeText(target)];
  if (width === undefined) return sql`TRY_CAST(trunc(${value}) AS ${name})`;
  const least = rawSql(`-${width.half}`);
  const most = rawSql(String(BigInt(width.half) - 1n));
  return sql`CASE WHEN isnan(${value}) THEN 0::${name} ELSE coalesce(TRY_CAST(trunc(${value}) AS ${name}), CASE WHEN ${value} > 0 THEN ${most}::${name} WHEN ${value} < 0 THEN ${least}::${name} END) END`;
}
