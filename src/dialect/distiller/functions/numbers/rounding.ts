import { literal, rawSql, type Sql, sql } from '../../../../core/sql.ts';
import { integerFromFraction } from '../../translate/cast-number.ts';
import { asInteger, castTo, typeSql } from '../../translate/coerce.ts';
import { operand } from '../../translate/operand.ts';
import { once } from '../../translate/once.ts';
import { bigint, type DataType, double, familyOf, float, type Typed, typed } from '../../translate/typed.ts';
import { decimal, decimalShape } from '../../translate/decimal.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { asNumber, numeric } from './operands.ts';

/** Holds every integer, and gives room for rounding upwards. */
const wholeNumber = decimal(20, 0);

/** `round` and `bround`: numbers keep their type, decimals only lose digits. */
function rounded(call: FunctionCall, ofDouble: Sql, ofDecimal: (value: Typed, places: number) => Typed): Typed {
  const value = numeric(call.argument(0));
  const family = familyOf(value.type);
  if (family === 'fractional' || family === 'unknown') {
    const places = call.count === 1 ? literal(0) : asInteger(call.argument(1));
    const result = typed(sql`${ofDouble}(${castTo(value, double).sql}, ${places})`, double);
    return value.type === float ? castTo(result, float) : result;
  }
  const places = constantPlaces(call);
  if (family === 'decimal') return ofDecimal(value, places);
  if (places >= 0) return value;
  return castTo(ofDecimal(castTo(value, wholeNumber), places), value.type);
}

function constantPlaces(call: FunctionCall): number {
  if (call.count === 1) return 0;
  const places = call.constant(1);
  if (typeof places === 'number') return Math.max(-37, Math.min(38, places));
  return call.fail(
    'The number of places must be written as a number here.',
    'Cast the value to DOUBLE to round to a place that is worked out.',
    1,
  );
}

/** Spark's `RoundBase.dataType`: one digit more before the point, and no more behind it than asked for. */
function roundedType(type: DataType, places: number): DataType {
  const { precision, scale } = decimalShape(type);
  const whole = precision - scale + 1;
  if (places < 0) return decimal(Math.max(whole, 1 - places), 0);
  return decimal(whole + Math.min(scale, places), Math.min(scale, places));
}

/** Halves away from zero, as the engine rounds decimals; tens may need a digit more than the value has. */
function halfUp(value: Typed, places: number): Typed {
  const { precision, scale } = decimalShape(value.type);
  if (places >= scale) return value;
  if (places >= 0) return typed(sql`round(${value.sql}, ${literal(places)})`, decimal(precision, places));
  const type = roundedType(value.type, places);
  return typed(
    sql`CAST(round(${castTo(value, decimal(precision + 1, scale)).sql}, ${literal(places)}) AS ${typeSql(type)})`,
    type,
  );
}

/** A tie goes to the even neighbour: where halves were rounded away from zero to an odd digit, one step back. */
function halfEven(value: Typed, places: number): Typed {
  if (places >= decimalShape(value.type).scale) return value;
  const type = roundedType(value.type, places);
  const nearest = (v: Sql) => sql`round(${v}, ${literal(places)})`;
  const isTie = (v: Sql) => sql`abs(${nearest(v)} - ${v}) = ${tenths(places + 1, 5)}`;
  const isOdd = (v: Sql) => sql`(${nearest(v)} * ${tenths(-places)}) % 2 <> 0`;
  const chosen = once(
    value.sql,
    (v) =>
      sql`CASE WHEN ${isTie(v)} AND ${isOdd(v)} THEN ${nearest(v)} - sign(${v}) * ${tenths(places)} ELSE ${nearest(v)} END`,
  );
  return typed(sql`CAST(${chosen} AS ${typeSql(type)})`, type);
}

/** `digit` times ten to the power −`places`, as an exact decimal. */
function tenths(places: number, digit = 1): Sql {
  return rawSql(places <= 0 ? `${digit}${'0'.repeat(-places)}` : `0.${'0'.repeat(places - 1)}${digit}`);
}

/** `ceil` and `floor`: whole numbers as BIGINT or DECIMAL, or decimals when places are given. */
function toWhole(call: FunctionCall, name: Sql): Typed {
  const value = numeric(call.argument(0));
  const family = familyOf(value.type);
  if (call.count === 2) return toPlaces(call, value, name);
  if (family === 'decimal') {
    const { precision, scale } = decimalShape(value.type);
    const type = decimal(precision - scale + 1, 0);
    return typed(sql`CAST(${name}(${value.sql}) AS ${typeSql(type)})`, type);
  }
  if (family === 'integer') return castTo(value, bigint);
  return typed(
    integerFromFraction(asNumber(value), bigint, (number) => sql`${name}(${number})`),
    bigint,
  );
}

function toPlaces(call: FunctionCall, value: Typed, name: Sql): Typed {
  const places = constantPlaces(call);
  const exact = familyOf(value.type) === 'decimal' ? value : castTo(value, decimalOf(value.type));
  const kept = Math.min(places, decimalShape(exact.type).scale);
  const type = roundedType(exact.type, places);
  const whole = sql`${name}(${operand(exact.sql)} * ${tenths(-kept)})`;
  return typed(sql`CAST(${whole} * ${tenths(kept)} AS ${typeSql(type)})`, type);
}

/** The decimal that Spark takes a number of this type for. */
function decimalOf(type: DataType): DataType {
  switch (familyOf(type)) {
    case 'integer':
      return decimal(decimalShape(type).precision, 0);
    default:
      return type === float ? decimal(14, 7) : decimal(30, 15);
  }
}

/** Java's `rint`; the engine's own loses the fraction of numbers with more than 15 digits before it looks at it. */
function evenWhole(value: Sql): Sql {
  return once(
    value,
    (v) =>
      sql`CASE WHEN abs(${v}) >= 1e9 AND ${v} - floor(${v}) = 0.5 THEN 2 * floor((${v} + 0.5) / 2) WHEN abs(${v}) >= 1e9 THEN round(${v}) ELSE round_even(${v}, 0) END`,
  );
}

/** Rounding to places and to whole numbers. */
export const rounding: readonly FunctionEntry[] = [
  scalar(
    'round(number[, places])',
    'The nearest number with so many places, halves away from zero; places below 0 round to tens.',
    (call) => rounded(call, sql`sh_round`, halfUp),
  ),
  scalar('bround(number[, places])', 'The nearest number with so many places, halves to the even neighbour.', (call) =>
    rounded(call, sql`sh_bround`, halfEven),
  ),
  scalar(
    'ceil(number[, places])',
    'The smallest whole number that is not below this one.',
    (call) => toWhole(call, sql`ceil`),
    ['ceiling'],
  ),
  scalar('floor(number[, places])', 'The largest whole number that is not above this one.', (call) =>
    toWhole(call, sql`floor`),
  ),
  scalar('rint(number)', 'The nearest whole number as DOUBLE, halves to the even neighbour.', (call) =>
    typed(evenWhole(castTo(call.argument(0), double).sql), double),
  ),
];
