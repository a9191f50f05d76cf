import { literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import { parseDatePattern } from '../../../scalar/time/date-pattern.ts';
import { formatMoment } from '../../../scalar/time/format-moment.ts';
import { microsecondsOfWritten } from '../../../scalar/time/moment-text.ts';
import type { BinaryLiteral, IntervalLiteral, IntervalPart, NumberLiteral, TimeLiteral } from '../syntax/expression.ts';
import { type Context, faultAt } from './context.ts';
import { asDouble, asInteger } from './coerce.ts';
import { areIntegers, limited, writtenWhole } from './integer-arithmetic.ts';
import type { Scope } from './scope.ts';
import {
  bigint,
  blob,
  date,
  double,
  float,
  integer,
  interval,
  smallint,
  timestamp,
  tinyint,
  type Typed,
  typed,
} from './typed.ts';
import { decimal } from './decimal.ts';

const suffixes = {
  L: ['BIGINT', bigint],
  S: ['SMALLINT', smallint],
  Y: ['TINYINT', tinyint],
  F: ['FLOAT', float],
  D: ['DOUBLE', double],
} as const;

/** Whole numbers are INTEGER, BIGINT or DECIMAL by their size; with a point DECIMAL, with an exponent DOUBLE. */
export function translateNumber({ digits, suffix }: NumberLiteral): Typed {
  const plain = rawSql(digits);
  if (suffix !== '' && suffix !== 'BD') {
    const [name, type] = suffixes[suffix];
    const value = typed(sql`${plain}::${rawSql(name)}`, type);
    return areIntegers(type) && /^\d+$/.test(digits) ? limited(value, BigInt(digits)) : value;
  }
  if (/[eE]/.test(digits))
    return typed(
      suffix === 'BD' ? sql`CAST(${plain} AS DECIMAL(38,18))` : plain,
      suffix === 'BD' ? decimal(38, 18) : double,
    );
  const [whole = '', fraction] = digits.split('.');
  if (fraction === undefined && suffix === '') {
    const value = BigInt(whole);
    if (value <= 2_147_483_647n) return { ...typed(plain, integer), whole: writtenWhole(plain) };
    if (value <= 9_223_372_036_854_775_807n) return { ...typed(plain, bigint), whole: writtenWhole(plain) };
  }
  const behind = fraction?.length ?? 0;
  const before = whole.replace(/^0+/, '').length;
  return typed(plain, decimal(Math.max(before + behind, 1), behind));
}

export function translateBinary({ hex }: BinaryLiteral): Typed {
  return typed(sql`unhex(${literal(hex)})`, blob);
}

const plainDate = /^\d{4}-\d{2}-\d{2}$/;
const plainTimestamp = /^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?)?$/;

/** A date or timestamp written as text; `undefined` when the text is none that both sides read alike. */
export function timeLiteral(value: string, type: 'date' | 'timestamp'): Typed | undefined {
  const text = value.trim();
  if (type === 'date') return plainDate.test(text) ? typed(sql`DATE ${literal(text)}`, date) : undefined;
  return plainTimestamp.test(text) ? typed(sql`TIMESTAMP ${literal(text)}`, timestamp) : undefined;
}

export function translateTime(expression: TimeLiteral, context: Context): Typed {
  const { type, value } = expression;
  const found =
    timeLiteral(value, type) ?? (/^\d{4}(-\d{1,2}){0,2}/.test(value.trim()) ? loose(value, type) : undefined);
  if (found !== undefined) return found;
  const example = type === 'date' ? "DATE '2024-01-31'" : "TIMESTAMP '2024-01-31 10:00:00'";
  throw faultAt(context, expression.span, `“${value}” is no ${type}.`, `Write it as ${example}.`);
}

/** With short numbers, a zone, or without what is behind the year. */
function loose(value: string, type: 'date' | 'timestamp'): Typed | undefined {
  const text = value.trim();
  if (type === 'date') {
    const [year = '', month = '1', day = '1'] = text.split(/[-\sT]/);
    return typed(sql`DATE ${literal(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)}`, date);
  }
  const microseconds = microsecondsOfWritten(text);
  if (microseconds === undefined) return undefined;
  return typed(sql`TIMESTAMP ${literal(formatMoment(Number(microseconds), literalPattern))}`, timestamp);
}

const literalPattern = parseDatePattern('yyyy-MM-dd HH:mm:ss.SSSSSS');

const makers: Readonly<Partial<Record<string, string>>> = {
  year: 'to_years',
  quarter: 'to_quarters',
  month: 'to_months',
  week: 'to_weeks',
  day: 'to_days',
  hour: 'to_hours',
  minute: 'to_minutes',
  second: 'to_seconds',
  millisecond: 'to_milliseconds',
  microsecond: 'to_microseconds',
};

/** Units longer than a clock's: a date stays a date when they are added. */
const calendarUnits = new Set(['year', 'quarter', 'month', 'week', 'day']);

/** Whether an interval has no hours, minutes or seconds. */
export function isWholeDays({ parts }: IntervalLiteral): boolean {
  return parts.every(({ unit, to }) => calendarUnits.has(unit) && (to === undefined || calendarUnits.has(to)));
}

export function translateInterval(expression: IntervalLiteral, scope: Scope, context: Context): Typed {
  const pieces = expression.parts.map((part) => intervalPart(part, expression, scope, context));
  const [first, ...rest] = pieces;
  if (first === undefined)
    throw faultAt(context, expression.span, 'This interval has no length.', "Write it as INTERVAL '7' DAY.");
  const sum = rest.reduce((all, piece) => sql`${all} + ${piece}`, first);
  return typed(rest.length === 0 ? sum : sql`(${sum})`, interval);
}

function intervalPart({ value, unit, to }: IntervalPart, whole: IntervalLiteral, scope: Scope, context: Context): Sql {
  const written = value.kind === 'string' ? value.value.trim() : value.kind === 'number' ? value.digits : undefined;
  if (written !== undefined && to !== undefined) return compound(written, unit, to, whole, context);
  if (written !== undefined && unit === '') return sql`INTERVAL ${literal(written)}`;
  if (to !== undefined && value.kind === 'unary' && value.value.kind === 'string') {
    const text = value.value.value.trim();
    return compound(value.operator === '-' ? turned(text) : text, unit, to, whole, context);
  }
  const maker = makers[unit];
  if (maker === undefined)
    throw faultAt(
      context,
      whole.span,
      `“${unit}” is no unit of time.`,
      'There is year, month, week, day, hour, minute and second.',
    );
  if (written !== undefined && /^[+-]?\d+(\.\d+)?$/.test(written))
    return sql`INTERVAL ${literal(written)} ${rawSql(unit.toUpperCase())}`;
  const amount = context.expression(value, scope);
  return sql`${rawSql(maker)}(${unit === 'second' ? asDouble(amount) : asInteger(amount)})`;
}

const turned = (text: string): string => (text.startsWith('-') ? text.slice(1) : `-${text.replace(/^\+/, '')}`);

/** `'1-2' YEAR TO MONTH` and `'1 02:03:04.5' DAY TO SECOND` with every shorter form. */
function compound(text: string, unit: string, to: string, whole: IntervalLiteral, context: Context): Sql {
  const sign = text.startsWith('-') ? '-' : '';
  const numbers = text.replace(/^[+-]/, '').split(/[-\s:]+/);
  const units = ['year', 'month', 'day', 'hour', 'minute', 'second'];
  const names = units.slice(units.indexOf(unit), units.indexOf(to) + 1);
  if (names.length !== numbers.length || numbers.some((number) => !/^\d+(\.\d+)?$/.test(number))) {
    throw faultAt(context, whole.span, `“${text}” is no interval of ${unit} to ${to}.`);
  }
  return sql`INTERVAL ${literal(names.map((name, index) => `${sign}${numbers[index] ?? ''} ${name}s`).join(' '))}`;
}
