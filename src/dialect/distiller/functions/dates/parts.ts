import { rawSql, type Sql, sql } from '../../../../core/sql.ts';
import { familyOf, integer, type Typed, typed } from '../../translate/typed.ts';
import { decimal } from '../../translate/decimal.ts';
import type { FunctionCall, FunctionEntry, ScalarEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { asMoment } from './arguments.ts';

const wholePart = (value: Sql): Typed => typed(sql`CAST(${value} AS INTEGER)`, integer);

function part(name: string, summary: string, of: (moment: Sql) => Sql, aliases: readonly string[] = []): ScalarEntry {
  return scalar(`${name}(date)`, summary, (call) => wholePart(of(asMoment(call.argument(0)))), aliases);
}

const native =
  (name: string) =>
  (moment: Sql): Sql =>
    sql`${rawSql(name)}(${moment})`;

/** The fields of `extract` and `date_part`. */
const fields: Readonly<Partial<Record<string, (moment: Sql) => Sql>>> = {
  year: native('year'),
  yearofweek: native('isoyear'),
  quarter: native('quarter'),
  month: native('month'),
  week: native('week'),
  day: native('day'),
  dayofweek: (moment) => sql`dayofweek(${moment}) + 1`,
  dayofweek_iso: native('isodow'),
  doy: native('dayofyear'),
  hour: native('hour'),
  minute: native('minute'),
};

const shortNames: Readonly<Partial<Record<string, string>>> = {
  y: 'year',
  years: 'year',
  yr: 'year',
  yrs: 'year',
  qtr: 'quarter',
  mon: 'month',
  mons: 'month',
  months: 'month',
  w: 'week',
  weeks: 'week',
  d: 'day',
  days: 'day',
  dow: 'dayofweek',
  dow_iso: 'dayofweek_iso',
  h: 'hour',
  hours: 'hour',
  hr: 'hour',
  hrs: 'hour',
  m: 'minute',
  min: 'minute',
  mins: 'minute',
  minutes: 'minute',
  s: 'second',
  sec: 'second',
  secs: 'second',
  seconds: 'second',
};

/** `date_part('hour', moment)`: whole numbers, but seconds with their fraction as DECIMAL(8,6). */
function datePart(call: FunctionCall): Typed {
  const written = call.constant(0);
  if (typeof written !== 'string') return call.fail('The field must be written as text.', undefined, 0);
  const lower = written.toLowerCase();
  const field = shortNames[lower] ?? lower;
  const value = call.argument(1);
  const moment = familyOf(value.type) === 'interval' ? value.sql : asMoment(value);
  if (field === 'second') {
    const type = decimal(8, 6);
    return typed(sql`CAST(microsecond(${moment}) * 0.000001 AS DECIMAL(8,6))`, type);
  }
  const of = fields[field];
  if (of !== undefined) return wholePart(of(moment));
  return call.fail(`“${written}” is no field of a date.`, `There is ${Object.keys(fields).join(', ')} and second.`, 0);
}

/** Parts of dates and timestamps. */
export const partFunctions: readonly FunctionEntry[] = [
  scalar(
    'date_part(field, date)',
    'A field of a date, timestamp or interval: year, quarter, month, week, day, dayofweek, hour, minute, second.',
    datePart,
    ['datepart', 'extract'],
  ),
  part('day', 'The day of the month.', native('day'), ['dayofmonth']),
  part('dayofweek', 'The day of the week, 1 for Sunday to 7 for Saturday.', (moment) => sql`dayofweek(${moment}) + 1`),
  part('dayofyear', 'The day of the year, from 1.', native('dayofyear')),
  part('hour', 'The hour, 0 to 23.', native('hour')),
  part('minute', 'The minute, 0 to 59.', native('minute')),
  part('month', 'The month, 1 to 12.', native('month')),
  part('quarter', 'The quarter, 1 to 4.', native('quarter')),
  part('second', 'The second, 0 to 59.', native('second')),
  part('weekday', 'The day of the week, 0 for Monday to 6 for Sunday.', (moment) => sql`isodow(${moment}) - 1`),
  part(
    'weekofyear',
    'The week of the year after ISO 8601: weeks begin on Monday, week 1 holds the first Thursday.',
    native('week'),
  ),
  part('year', 'The year.', native('year')),
];
