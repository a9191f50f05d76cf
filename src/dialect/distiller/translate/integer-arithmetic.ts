import { joinSql, literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import { typeText } from '../../type-tree.ts';
import { integerBits, wrapped } from './cast-number.ts';
import { isCheap, once } from './once.ts';
import { operand } from './operand.ts';
import { bigint, type DataType, type Typed, typed } from './typed.ts';
import type { WholeNumber } from './whole-number.ts';

/** Operations whose low bits depend on the low bits of their numbers alone: a chain of them is wrapped round once. */
export type RingOperator = '+' | '-' | '*';

const hugeint: DataType = { kind: 'scalar', name: 'HUGEINT' };
const hugeintMost = 2n ** 126n;
const mostTested = 6;

/** The greatest number of an integer type; `undefined` for any other type. */
function mostOf(type: DataType): bigint | undefined {
  const bits = integerBits[typeText(type)];
  return bits === undefined ? undefined : 2n ** BigInt(bits - 1) - 1n;
}

/** `a + b`, `a - b` or `a * b` of integers of at most this type, wrapped round where it overflows as Java does. */
export function ringOperation(operator: RingOperator, left: Typed, right: Typed, type: DataType): Typed {
  const word = rawSql(operator);
  const [a, b] = apart(operator, wholeOf(left), wholeOf(right), left, right);
  const areWritten = a.isWritten && b.isWritten;
  const isNarrow = !areWritten && ![left, right].some((value) => isOfType(value, type));
  const first = isNarrow ? cast(a.plain, rawSql(typeText(type))) : a.plain;
  return guarded(
    {
      bound: boundOf(operator, a, b),
      plain: sql`${first} ${word} ${b.plain}`,
      wide: (wider) => sql`${areWritten ? cast(a.plain, wider) : a.wide(wider)} ${word} ${b.wide(wider)}`,
      tested: a.tested && b.tested && distinct([...a.tested, ...b.tested]),
      isWritten: false,
    },
    type,
  );
}

/** `-a`, wrapped round for the least number. */
export function negated(value: Typed): Typed {
  const { plain, wide, ...whole } = wholeOf(value);
  const minus = (number: Sql) => sql`-${number.text.startsWith('-') ? sql` ` : sql``}${number}`;
  return guarded({ ...whole, plain: minus(plain), wide: (wider) => minus(wide(wider)) }, value.type);
}

/** `abs(a)`: the least number stays as it is. Its low bits are no matter of the low bits of a sum, so that is wrapped first. */
export function magnitude(value: Typed): Typed {
  const known = wholeOf(value);
  const most = mostOf(value.type) ?? hugeintMost;
  const whole = { ...(known.bound(hugeintMost) <= most ? known : leaf(value)), isWritten: false };
  const absolute = (number: Sql) => sql`abs(${number})`;
  return guarded({ ...whole, plain: absolute(whole.plain), wide: (wider) => absolute(whole.wide(wider)) }, value.type);
}

/** `a % b`: NULL for 0, and 0 for -1, by which the engine does not divide the least number. */
export function integerRemainder(left: Typed, right: Typed, type: DataType): Typed {
  const divisor = isWrittenPositive(right) ? right.sql : withoutMinusOne(right.sql);
  return typed(sql`${widened(left, type)} % ${divisor}`, type);
}

const isWrittenPositive = (value: Typed): boolean => /^\d+(?:::[A-Z]+)?$/.test(value.sql.text);

const withoutMinusOne = (divisor: Sql): Sql => once(divisor, (by) => sql`CASE WHEN ${by} = -1 THEN 1 ELSE ${by} END`);

/** `a DIV b`, always BIGINT: NULL for 0; the least BIGINT by -1 is itself. */
export function integerQuotient(left: Typed, right: Typed): Typed {
  const isNarrow = typeText(left.type) !== 'BIGINT';
  if (isNarrow || isWrittenPositive(right)) {
    return typed(sql`${isNarrow ? cast(left.sql, sql`BIGINT`) : left.sql} // ${operand(right.sql)}`, bigint);
  }
  if (isCheap(left.sql) && isCheap(right.sql)) {
    const quotient = sql`${operand(left.sql)} // ${operand(right.sql)}`;
    return typed(sql`CASE WHEN ${right.sql} = -1 THEN ${negated(left).sql} ELSE ${quotient} END`, bigint);
  }
  return typed(wrapped(sql`${cast(left.sql, sql`HUGEINT`)} // ${operand(right.sql)}`, bigint), bigint);
}

/** Digits as they were written. */
export function writtenWhole(digits: Sql): WholeNumber {
  const size = BigInt(digits.text);
  return { bound: () => size, plain: digits, wide: () => digits, tested: [], isWritten: true };
}

/** An integer that is never larger than this. */
export function limited(value: Typed, most: bigint): Typed {
  return {
    ...value,
    whole: {
      bound: () => most,
      plain: value.sql,
      wide: (wider) => cast(value.sql, wider),
      tested: [],
      isWritten: false,
    },
  };
}

/** The same in brackets. */
export function inBrackets(value: Typed): Typed {
  const bracketed = (inner: Sql) => sql`(${inner})`;
  const { sql: inner, type, condition, whole } = value;
  return {
    sql: bracketed(inner),
    type,
    ...(condition !== undefined && { condition: bracketed(condition) }),
    ...(whole !== undefined && {
      whole: { ...whole, plain: bracketed(whole.plain), wide: (wider: Sql) => bracketed(whole.wide(wider)) },
    }),
  };
}

/** Whether both are integers of Spark's. */
export function areIntegers(...types: readonly DataType[]): boolean {
  return types.every((type) => mostOf(type) !== undefined);
}

const cast = (value: Sql, type: Sql): Sql => sql`CAST(${value} AS ${type})`;
/** Whether the engine takes a value for one of this type: digits that were written it takes for what they stand beside. */
const isOfType = ({ whole, type }: Typed, wanted: DataType): boolean =>
  whole?.isWritten !== true && typeText(type) === typeText(wanted);
/** The value in this type, where it is narrower. */
const widened = (value: Typed, type: DataType): Sql =>
  typeText(value.type) === typeText(type) ? value.sql : cast(value.sql, rawSql(typeText(type)));
const distinct = (values: readonly Sql[]): readonly Sql[] => [
  ...new Map(values.map((value) => [value.text, value])).values(),
];

function wholeOf(value: Typed): WholeNumber {
  return value.whole ?? leaf(value);
}

/** A value by itself, of which its type alone is known. */
function leaf({ sql: value, type }: Typed): WholeNumber {
  const most = (mostOf(type) ?? hugeintMost) + 1n;
  return {
    bound: (limit) => (limit < most ? limit : most),
    plain: value,
    wide: (wider) => cast(value, wider),
    tested: isCheap(value) ? [value] : undefined,
    isWritten: false,
  };
}

/** Operands whose product or sum would leave the widest type are wrapped round first. */
function apart(
  operator: RingOperator,
  left: WholeNumber,
  right: WholeNumber,
  first: Typed,
  second: Typed,
): readonly [WholeNumber, WholeNumber] {
  const fits = (a: WholeNumber, b: WholeNumber) => boundOf(operator, a, b)(hugeintMost) <= hugeintMost;
  if (fits(left, right)) return [left, right];
  const alone = leaf(first);
  return fits(alone, right) ? [alone, right] : [alone, leaf(second)];
}

function boundOf(operator: RingOperator, a: WholeNumber, b: WholeNumber): WholeNumber['bound'] {
  return (limit) => {
    const [x, y] = [a.bound(limit), b.bound(limit)];
    const result = operator === '*' ? x * y : x + y;
    return [x, y].reduce((most, part) => (part > most ? part : most), result);
  };
}

/** The value as plain SQL where nothing can overflow; else with the wider arithmetic for the numbers that may. */
function guarded(whole: WholeNumber, type: DataType): Typed {
  const most = mostOf(type) ?? hugeintMost;
  const greatest = whole.bound(hugeintMost);
  if (greatest <= most) return { sql: whole.plain, type, whole };
  const wider = greatest + most + 1n <= 2n ** 63n - 1n ? bigint : hugeint;
  const around = wrapped(whole.wide(rawSql(typeText(wider))), type);
  const { tested = [] } = whole;
  const limit = testedLimit(whole, most);
  if (tested.length === 0 || tested.length > mostTested || limit === 0n) return { sql: around, type, whole };
  // Statistics of stored columns settle these beforehand, and comparisons cost the engine less than BETWEEN does.
  const tests = tested.map((value) => sql`${value} > ${literal(limit)} OR ${value} < -${literal(limit)}`);
  return { sql: sql`CASE WHEN ${joinSql(tests, ' OR ')} THEN ${around} ELSE ${whole.plain} END`, type, whole };
}

/** A round number that no tested value may exceed if nothing is to overflow. */
function testedLimit({ bound }: WholeNumber, most: bigint): bigint {
  for (let power = 10n ** 18n; power > 0n; power /= 10n) {
    if (bound(power) > most) continue;
    let digit = 9n;
    while (bound(digit * power) > most) digit--;
    return digit * power;
  }
  return 0n;
}
