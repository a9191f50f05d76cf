import { joinSql, rawSql, type Sql, sql } from '../../../../core/sql.ts';
import { asBigint, asInteger, castTo, typeSql } from '../../translate/coerce.ts';
import { decimalOperation } from '../../translate/decimal-arithmetic.ts';
import { areIntegers, inBrackets, integerRemainder, magnitude, negated } from '../../translate/integer-arithmetic.ts';
import { once } from '../../translate/once.ts';
import { hasWholeDays } from '../../translate/operators.ts';
import { operand } from '../../translate/operand.ts';
import { bigint, date, double, familyOf, interval, timestamp, type Typed, typed } from '../../translate/typed.ts';
import { commonType, unify } from '../../translate/unify.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { asNumber, numeric, numericOf } from './operands.ts';

/** `a operator b` where what does not fit the type gives NULL. */
function attempt(call: FunctionCall, operator: '+' | '-' | '*'): Typed {
  const [left, right] = [call.argument(0), call.argument(1)];
  const between = rawSql(operator);
  if (['date', 'timestamp', 'interval'].includes(familyOf(left.type))) {
    const sum = sql`${operand(left.sql)} ${between} ${operand(right.sql)}`;
    if (familyOf(left.type) !== 'date') return typed(sum, familyOf(left.type) === 'interval' ? interval : timestamp);
    if (familyOf(right.type) !== 'interval') return typed(sum, date);
    const by = call.written(1);
    return by !== undefined && hasWholeDays(by) ? typed(sql`CAST(${sum} AS DATE)`, date) : typed(sum, timestamp);
  }
  const { values, type } = numericOf([left, right]);
  const [a, b] = values.map(operand);
  if (a === undefined || b === undefined) return call.fail(`“${call.name}” takes two numbers.`);
  if (familyOf(type) !== 'integer') return typed(sql`(${a} ${between} ${b})`, type);
  return typed(sql`TRY_CAST(CAST(${a} AS HUGEINT) ${between} ${b} AS ${typeSql(type)})`, type);
}

/** The remainder by `b`, NULL for 0, with the sign of `a`. */
function remainder(call: FunctionCall): Typed {
  const [a, b] = [bracketed(call.argument(0)), bracketed(call.argument(1))];
  const type = commonType(a.type, b.type);
  if (areIntegers(a.type, b.type)) return integerRemainder(a, b, type);
  if (familyOf(type) === 'decimal') return decimalOperation('%', a, b);
  return typed(sql`${a.sql} % nullif(${b.sql}, 0)`, type);
}

function bracketed(value: Typed): Typed {
  const number = numeric(value);
  return { ...number, sql: operand(number.sql) };
}

/** The same from 0 up, if the divisor is above 0. */
function positiveRemainder(call: FunctionCall): Typed {
  const { sql: rest, type } = remainder(call);
  const inType = (value: Sql) => (familyOf(type) === 'decimal' ? sql`TRY_CAST(${value} AS ${typeSql(type)})` : value);
  const from0 = once(operand(numeric(call.argument(1)).sql), (divisor) =>
    once(rest, (r) => sql`CASE WHEN ${r} < 0 AND ${divisor} > 0 THEN ${inType(sql`${r} + ${divisor}`)} ELSE ${r} END`),
  );
  return typed(from0, type);
}

const picked = (name: 'greatest' | 'least', summary: string): FunctionEntry =>
  scalar(`${name}(value, value, …)`, summary, (call) => {
    const { values, type } = unify(call.arguments());
    const list = joinSql(
      values.map((value) => value.sql),
      ', ',
    );
    return typed(sql`${rawSql(name)}(${list})`, type);
  });

/** The number of the bucket, counted from 1; 0 and count + 1 lie outside. */
function bucket(value: Sql, low: Sql, high: Sql, count: Sql): Sql {
  return sql`CASE
  WHEN ${count} <= 0 OR ${low} = ${high} THEN NULL
  WHEN ${low} < ${high} AND ${value} < ${low} OR ${low} > ${high} AND ${value} > ${low} THEN 0
  WHEN ${low} < ${high} AND ${value} >= ${high} OR ${low} > ${high} AND ${value} <= ${high} THEN ${count} + 1
  ELSE CAST(floor(${count} * (${value} - ${low}) / (${high} - ${low})) AS BIGINT) + 1
END`;
}

/** Doubles keep NaN and the sign of zero, as Java's `signum` does. */
function signOf(call: FunctionCall): Sql {
  if (familyOf(call.argument(0).type) === 'interval') {
    return once(
      call.argument(0).sql,
      (v) =>
        sql`CASE WHEN ${v} > INTERVAL '0' DAY THEN 1e0 WHEN ${v} < INTERVAL '0' DAY THEN -1e0 WHEN ${v} IS NOT NULL THEN 0e0 END`,
    );
  }
  const value = numeric(call.argument(0));
  if (familyOf(value.type) !== 'fractional') return sql`CAST(sign(${value.sql}) AS DOUBLE)`;
  return once(
    castTo(value, double).sql,
    (v) => sql`CASE WHEN isnan(${v}) OR ${v} = 0 THEN ${v} ELSE CAST(sign(${v}) AS DOUBLE) END`,
  );
}

/** Sums, remainders and what else keeps the type of its numbers. */
export const arithmetic: readonly FunctionEntry[] = [
  scalar('abs(number)', 'The number or interval without its sign.', (call) => {
    if (familyOf(call.argument(0).type) === 'interval') {
      return typed(
        once(call.argument(0).sql, (v) => sql`CASE WHEN ${v} < INTERVAL '0' DAY THEN -${operand(v)} ELSE ${v} END`),
        interval,
      );
    }
    const value = numeric(call.argument(0));
    return areIntegers(value.type) ? magnitude(value) : typed(sql`abs(${value.sql})`, value.type);
  }),
  scalar('factorial(number)', 'The product of 1 to the number; NULL outside of 0 to 20.', (call) =>
    typed(
      once(
        asInteger(call.argument(0)),
        (n) => sql`CASE WHEN ${n} BETWEEN 0 AND 20 THEN CAST(factorial(${n}) AS BIGINT) END`,
      ),
      bigint,
    ),
  ),
  picked('greatest', 'The greatest of the values; NULLs are skipped.'),
  picked('least', 'The least of the values; NULLs are skipped.'),
  scalar('mod(number, divisor)', 'The remainder, with the sign of the number; NULL for divisor 0.', (call) =>
    remainder(call),
  ),
  scalar('negative(number)', 'The number with its sign turned.', (call) => {
    const value = familyOf(call.argument(0).type) === 'interval' ? call.argument(0) : numeric(call.argument(0));
    return areIntegers(value.type) ? inBrackets(negated(value)) : typed(sql`(-${operand(value.sql)})`, value.type);
  }),
  scalar('pmod(number, divisor)', 'The remainder as a number from 0 up; NULL for divisor 0.', (call) =>
    positiveRemainder(call),
  ),
  scalar('positive(number)', 'The number as it is.', (call) => numeric(call.argument(0))),
  scalar(
    'sign(number)',
    '−1, 0 or 1 as DOUBLE, as the number is below, at or above zero.',
    (call) => typed(signOf(call), double),
    ['signum'],
  ),
  scalar('try_add(a, b)', 'The sum, or NULL where it does not fit the type.', (call) => attempt(call, '+')),
  scalar('try_divide(a, b)', 'The quotient, or NULL for divisor 0.', (call) => {
    const [a, b] = [call.argument(0), call.argument(1)];
    const left = familyOf(a.type) === 'interval' ? a : numeric(a);
    return typed(
      sql`(${operand(left.sql)} / nullif(${asNumber(b)}, 0))`,
      familyOf(a.type) === 'interval' ? interval : double,
    );
  }),
  scalar('try_multiply(a, b)', 'The product, or NULL where it does not fit the type.', (call) => attempt(call, '*')),
  scalar('try_subtract(a, b)', 'The difference, or NULL where it does not fit the type.', (call) => attempt(call, '-')),
  scalar(
    'width_bucket(value, low, high, count)',
    'The bucket of equal width in which the value lies, from 1; 0 below and count + 1 above.',
    (call) => {
      if (familyOf(call.argument(0).type) === 'interval') call.fail('Buckets of intervals are not known here.');
      const [value, low, high] = [0, 1, 2].map((index) => operand(castTo(call.argument(index), double).sql));
      if (value === undefined || low === undefined || high === undefined) return call.fail('Four numbers are needed.');
      const count = asBigint(call.argument(3));
      return typed(
        once(value, (v) => once(low, (l) => once(high, (h) => once(count, (c) => bucket(v, l, h, c))))),
        bigint,
      );
    },
  ),
];
