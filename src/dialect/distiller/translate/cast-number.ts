import { literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import { typeText } from '../../type-tree.ts';
import { castTime } from './cast-time.ts';
import { isCheap, once } from './once.ts';
import { operand } from './operand.ts';
import { bigint, type DataType, double, familyOf, integer, timestamp, type Typed, typed } from './typed.ts';
import { decimalShape } from './decimal.ts';

/** Bits of each integer type. */
export const integerBits: Readonly<Partial<Record<string, number>>> = {
  TINYINT: 8,
  SMALLINT: 16,
  INTEGER: 32,
  BIGINT: 64,
};

/** Spark's cast to a number type. */
export function castNumber(value: Typed, target: DataType): Sql {
  const name = rawSql(typeText(target));
  return familyOf(target) === 'integer' ? castInteger(value, target, name) : castFraction(value, target, name);
}

function castInteger(value: Typed, target: DataType, name: Sql): Sql {
  switch (familyOf(value.type)) {
    case 'text':
      return integerFromText(value.sql, name);
    case 'integer':
      return integerFromInteger(value, target);
    case 'decimal':
      return integerFromDecimal(value, target);
    case 'fractional':
      return integerFromFraction(value.sql, target, (number) => sql`trunc(${number})`);
    case 'boolean':
      return sql`CAST(${value.sql} AS ${name})`;
    case 'timestamp':
      return castInteger(typed(wholeSeconds(castTime(value, timestamp)), bigint), target, name);
    case 'date':
      return sql`CAST(NULL AS ${name})`;
    case 'unknown':
      return integerFromText(sql`CAST(${value.sql} AS VARCHAR)`, name);
    default:
      return sql`TRY_CAST(${value.sql} AS ${name})`;
  }
}

/** Whole seconds since 1970 in UTC, rounded down. */
export function wholeSeconds(moment: Sql): Sql {
  return sql`date_diff('second', TIMESTAMP '1970-01-01', ${moment})`;
}

function castFraction({ sql: value, type }: Typed, target: DataType, name: Sql): Sql {
  switch (familyOf(type)) {
    case 'text':
      return familyOf(target) === 'decimal'
        ? sql`TRY_CAST(${plainDigits(value)} AS ${name})`
        : fractionFromText(value, name);
    case 'integer':
    case 'decimal':
      return familyOf(target) === 'decimal' ? sql`TRY_CAST(${value} AS ${name})` : sql`CAST(${value} AS ${name})`;
    case 'fractional':
      return familyOf(target) === 'decimal'
        ? decimalFromDouble(value, type, target)
        : fractionFromFraction(value, target);
    case 'boolean':
      return sql`CAST(${value} AS ${name})`;
    case 'timestamp':
      return familyOf(target) === 'decimal'
        ? sql`TRY_CAST(epoch_us(${value}) * 0.000001 AS ${name})`
        : sql`CAST(epoch(${value}) AS ${name})`;
    case 'date':
      return sql`CAST(NULL AS ${name})`;
    default:
      return sql`TRY_CAST(${value} AS ${name})`;
  }
}

/** The engine would read `1_000` as a number. */
const plainDigits = (text: Sql): Sql => sql`replace(${text}, '_', '?')`;

/** Java also reads a number with `d` or `f` behind it: `1.5d`. */
function fractionFromText(value: Sql, name: Sql): Sql {
  if (/^'[^a-z']*'$/i.test(value.text)) return sql`TRY_CAST(${plainDigits(value)} AS ${name})`;
  return once(value, (text) => {
    const marked = sql`regexp_extract(${plainDigits(text)}, '^(.*[0-9.])[dDfF]\\s*$', 1)`;
    return sql`coalesce(TRY_CAST(${plainDigits(text)} AS ${name}), TRY_CAST(${marked} AS ${name}))`;
  });
}

/**
 * Blanks round the number are left out, a fraction is cut off: `' 12.7 '` is 12 and `'.5'` is 0; anything else is NULL.
 */
function integerFromText(text: Sql, name: Sql): Sql {
  const digits = (all: Sql): Sql =>
    sql`TRY_CAST(regexp_extract(${all}, '^[\\x00-\\x20]*([+-]?\\d+)(?:\\.\\d*)?[\\x00-\\x20]*$', 1) AS ${name})`;
  if (!isCheap(text)) return digits(sql`regexp_replace(${text}, '^[\\x00-\\x20]*([+-]?)\\.', '\\10.')`);
  const isFraction = sql`regexp_matches(${text}, '^[\\x00-\\x20]*[+-]?\\.\\d*[\\x00-\\x20]*$')`;
  return sql`coalesce(${digits(text)}, CASE WHEN ${isFraction} THEN CAST(0 AS ${name}) END)`;
}

function integerFromInteger({ sql: value, type }: Typed, target: DataType): Sql {
  const [from, to] = [integerBits[typeText(type)], integerBits[typeText(target)]];
  if (from !== undefined && to !== undefined && from <= to) return sql`CAST(${value} AS ${rawSql(typeText(target))})`;
  return wrapped(sql`CAST(${value} AS HUGEINT)`, target);
}

function integerFromDecimal({ sql: value, type }: Typed, target: DataType): Sql {
  const { precision, scale } = decimalShape(type);
  const name = rawSql(typeText(target));
  if (precision - scale < String(2 ** ((integerBits[name.text] ?? 0) - 1)).length)
    return sql`CAST(trunc(${value}) AS ${name})`;
  return wrapped(sql`CAST(trunc(${value}) AS HUGEINT)`, target);
}

/** Keeps the low bits of a wider integer, as Java does. */
export function wrapped(value: Sql, target: DataType): Sql {
  const name = rawSql(typeText(target));
  const bits = integerBits[name.text];
  if (bits === undefined) return sql`TRY_CAST(${value} AS ${name})`;
  const half = literal(2n ** BigInt(bits - 1));
  const mask = literal(2n ** BigInt(bits) - 1n);
  return sql`CAST(((${value} + ${half}) & ${mask}) - ${half} AS ${name})`;
}

/**
 * Java's narrowing of doubles: NaN is 0, and what is too large becomes the largest. `cut` takes the fraction off. Small
 * types are reached by way of INTEGER, whose low bits they keep.
 */
export function integerFromFraction(value: Sql, target: DataType, cut: (number: Sql) => Sql): Sql {
  const wide = typeText(target) === 'BIGINT' ? bigint : integer;
  const name = rawSql(typeText(wide));
  const most = 2n ** BigInt((integerBits[name.text] ?? 64) - 1) - 1n;
  const narrowed = once(
    value,
    (v) => sql`CASE
  WHEN isnan(${v}) THEN 0
  WHEN abs(${v}) < ${literal(most + 1n)} THEN CAST(${cut(v)} AS ${name})
  WHEN ${v} > 0 THEN ${literal(most)}
  WHEN ${v} < 0 THEN -${literal(most)} - 1
END`,
  );
  if (typeText(target) === typeText(wide)) return narrowed;
  return integerFromInteger(typed(narrowed, wide), target);
}

/** Too large for FLOAT is infinite. */
function fractionFromFraction(value: Sql, target: DataType): Sql {
  if (typeText(target) === typeText(double)) return sql`CAST(${value} AS DOUBLE)`;
  return once(
    value,
    (v) => sql`coalesce(TRY_CAST(${v} AS FLOAT), CAST(sign(${v}) * CAST('Infinity' AS DOUBLE) AS FLOAT))`,
  );
}

/**
 * By way of its decimal digits, as Spark does: 0.285 is 0.29 to two places. Of wide decimals the engine reads 18 digits
 * many times faster than more, so those are tried first; with many places a double's digits leave nothing to round.
 */
function decimalFromDouble(value: Sql, from: DataType, target: DataType): Sql {
  const { precision, scale } = decimalShape(target);
  const name = rawSql(typeText(target));
  const digits = (v: Sql): Sql =>
    typeText(from) === 'FLOAT' ? sql`CAST(CAST(${v} AS DOUBLE) AS VARCHAR)` : sql`CAST(${v} AS VARCHAR)`;
  if (precision <= 18) return sql`TRY_CAST(${digits(value)} AS ${name})`;
  if (scale > 12) return sql`TRY_CAST(${value} AS ${name})`;
  const narrow = rawSql(`DECIMAL(18,${scale})`);
  return once(
    operand(value),
    (v) => sql`coalesce(CAST(TRY_CAST(${digits(v)} AS ${narrow}) AS ${name}), TRY_CAST(${digits(v)} AS ${name}))`,
  );
}
