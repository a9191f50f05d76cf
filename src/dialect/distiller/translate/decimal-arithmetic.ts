import { literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import { typeText } from '../../type-tree.ts';
import { decimal, decimalShape } from './decimal.ts';
import { isCheap } from './once.ts';
import { type DataType, familyOf, type Typed, typed } from './typed.ts';

type DecimalOperator = '+' | '-' | '*' | '/' | '%';

interface Shape {
  readonly precision: number;
  readonly scale: number;
}

/**
 * Quotients of so many digits are exact by way of a DOUBLE: what is no tie is further from one than the nudge that brings
 * ties to their upper side, and the nudge is larger than the errors of the division.
 */
const digitsOfDouble = 14;
/** Where numbers of fewer digits alone could go that way, none is tried. */
const fewestDigits = 4;
const nudge = rawSql('1.000000000000001e0');
/** Beyond so many the engine counts in 128 bits. */
const digitsOfBigint = 18;

/**
 * Arithmetic of decimals with the types of Spark's `DecimalPrecision`: what does not fit 38 digits is NULL. The engine's
 * own arithmetic is used where its result is as wide; else ours.
 */
export function decimalOperation(operator: DecimalOperator, one: Typed, other: Typed): Typed {
  const [left, right] = [asWritten(one), asWritten(other)];
  const [p, q] = [decimalShape(left.type), decimalShape(right.type)];
  const type = resultType(operator, p, q);
  if (operator === '/') return divided(left, right, type);
  const [a, b] = [asDecimal(left), asDecimal(right)];
  const engine = engineShape(operator, shapeInEngine(a, left), shapeInEngine(b, right));
  if (engine === undefined || engine.precision > 38)
    return operator === '%' ? ours(operator, left, right, type) : tried(operator, left, right, a, b, type);
  const isWide = Math.max(shapeInEngine(a, left).precision, shapeInEngine(b, right).precision) > digitsOfBigint;
  const isCut = operator !== '%' && !isWide && engine.precision > digitsOfBigint;
  const wide = isCut ? sql`CAST(${a} AS DECIMAL(${literal(digitsOfBigint + 1)},${literal(p.scale)}))` : a;
  return fitted(sql`${wide} ${rawSql(operator)} ${b}`, isCut ? undefined : engine, type);
}

/** The quotient of two decimals with a type of our choice. */
export function dividedDecimals(left: Sql, right: Sql, type: DataType): Typed {
  const { scale } = decimalShape(type);
  const quotient = sql`sh_decimal('/', CAST(${left} AS VARCHAR), CAST(${right} AS VARCHAR), ${literal(scale)})`;
  return typed(sql`TRY_CAST(${quotient} AS ${rawSql(typeText(type))})`, type);
}

/** `a DIV b`: the quotient with its fraction cut off. */
export function wholeQuotient(left: Typed, right: Typed): Typed {
  return ours('div', left, right, decimal(38, 0));
}

function resultType(operator: DecimalOperator, p: Shape, q: Shape): DataType {
  const [whole, scale] = [Math.max(p.precision - p.scale, q.precision - q.scale), Math.max(p.scale, q.scale)];
  switch (operator) {
    case '*':
      return decimal(p.precision + q.precision + 1, p.scale + q.scale);
    case '/': {
      const places = Math.max(6, p.scale + q.precision + 1);
      return decimal(p.precision - p.scale + q.scale + places, places);
    }
    case '%':
      return decimal(Math.min(p.precision - p.scale, q.precision - q.scale) + scale, scale);
    default:
      return decimal(whole + scale + 1, scale);
  }
}

/** What the engine gives; `undefined` where it refuses. */
function engineShape(operator: DecimalOperator, p: Shape, q: Shape): Shape | undefined {
  const [whole, scale] = [Math.max(p.precision - p.scale, q.precision - q.scale), Math.max(p.scale, q.scale)];
  if (operator === '*') {
    const places = p.scale + q.scale;
    return places > 38 ? undefined : { precision: p.precision + q.precision, scale: places };
  }
  return { precision: whole + scale + (operator === '%' ? 0 : 1), scale };
}

const writtenDecimal = /^(\d*)\.(\d+)$/;

/** The engine counts the 0 of `0.5` as a digit. */
function shapeInEngine({ text }: Sql, { type }: Typed): Shape {
  const [, whole, fraction] = writtenDecimal.exec(text) ?? [];
  if (whole === undefined || fraction === undefined) {
    return typeText(type) === 'BIGINT' ? { precision: 19, scale: 0 } : decimalShape(type);
  }
  return { precision: Math.max(whole.length, 1) + fraction.length, scale: fraction.length };
}

/** A whole number that was written out is a decimal of as many digits. */
function asWritten(value: Typed): Typed {
  if (value.whole?.isWritten !== true) return value;
  const digits = value.sql.text.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  return typed(value.sql, decimal(digits.length, 0));
}

/** The same for the engine, which tells it by the point. */
function asDecimal({ sql: value, type }: Typed): Sql {
  const isWhole = familyOf(type) === 'decimal' && /^-?\d+$/.test(value.text);
  return isWhole ? sql`${rawSql(value.text.replace(/^(-?)0+(?=\d)/, '$1'))}${rawSql('.')}` : value;
}

/** Casts where the engine's type is not Spark's. */
function fitted(value: Sql, engine: Shape | undefined, type: DataType): Typed {
  const { precision, scale } = decimalShape(type);
  const isSame = engine?.precision === precision && engine.scale === scale;
  return typed(isSame ? value : sql`CAST(${value} AS ${rawSql(typeText(type))})`, type);
}

function divided(left: Typed, right: Typed, type: DataType): Typed {
  const { precision, scale } = decimalShape(type);
  const divisor = decimalShape(right.type);
  const isSure = /^[\d.]*[1-9][\d.]*$/.test(right.sql.text);
  const quotient = sql`${left.sql} / ${isSure ? right.sql : sql`nullif(${right.sql}, 0)`}`;
  const near = sql`CAST(${quotient} * ${nudge} AS ${rawSql(typeText(type))})`;
  if (precision <= digitsOfDouble) return typed(near, type);
  const exact = dividedDecimals(left.sql, right.sql, type);
  const exponent = digitsOfDouble - scale - divisor.scale;
  if (exponent < fewestDigits || divisor.precision > digitsOfDouble || !isCheap(left.sql)) return exact;
  const most = literal(10n ** BigInt(exponent));
  return typed(sql`CASE WHEN ${left.sql} NOT BETWEEN -${most} AND ${most} THEN ${exact.sql} ELSE ${near} END`, type);
}

/** The engine's arithmetic where its 38 digits suffice, then ours. */
function tried(operator: DecimalOperator, left: Typed, right: Typed, a: Sql, b: Sql, type: DataType): Typed {
  const exact = ours(operator, left, right, type);
  if (engineShape(operator, decimalShape(left.type), decimalShape(right.type)) === undefined) return exact;
  const name = rawSql(typeText(type));
  return typed(sql`coalesce(TRY_CAST(TRY(${a} ${rawSql(operator)} ${b}) AS ${name}), ${exact.sql})`, type);
}

function ours(operator: DecimalOperator | 'div', left: Typed, right: Typed, type: DataType): Typed {
  const { scale } = decimalShape(type);
  const texts = sql`CAST(${left.sql} AS VARCHAR), CAST(${right.sql} AS VARCHAR)`;
  const result = sql`sh_decimal(${literal(operator)}, ${texts}, ${literal(scale)})`;
  return typed(sql`TRY_CAST(${result} AS ${rawSql(typeText(type))})`, type);
}
