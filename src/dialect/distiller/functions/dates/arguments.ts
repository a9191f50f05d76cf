import { type Sql, sql } from '../../../../core/sql.ts';
import { asDate, asTimestamp } from '../../translate/coerce.ts';
import { familyOf, type Typed } from '../../translate/typed.ts';

/** A date or timestamp as it is, anything else as timestamp. */
export function asMoment(value: Typed): Sql {
  return familyOf(value.type) === 'date' ? value.sql : asTimestamp(value);
}

/** The day: a timestamp's time is cut off. */
export const asDay = asDate;

/** The engine's name of a unit that Spark knows by several words, with or without an S behind it. */
export function unitOf(word: string): string | undefined {
  const name = word.toLowerCase();
  return units[name] ?? units[name.replace(/s$/, '')];
}

const units: Readonly<Partial<Record<string, string>>> = {
  year: 'year',
  yr: 'year',
  y: 'year',
  yyyy: 'year',
  yy: 'year',
  quarter: 'quarter',
  qtr: 'quarter',
  month: 'month',
  mon: 'month',
  mm: 'month',
  week: 'week',
  w: 'week',
  day: 'day',
  dayofyear: 'day',
  dd: 'day',
  d: 'day',
  hour: 'hour',
  hr: 'hour',
  h: 'hour',
  minute: 'minute',
  min: 'minute',
  second: 'second',
  sec: 'second',
  s: 'second',
  millisecond: 'millisecond',
  ms: 'millisecond',
  microsecond: 'microsecond',
  us: 'microsecond',
};

/** Months as a count: what years, quarters and months come to. */
export const monthsOf: Readonly<Partial<Record<string, number>>> = { year: 12, quarter: 3, month: 1 };

/** An interval of so many of a unit. */
export function intervalOf(unit: string, count: Sql): Sql {
  switch (unit) {
    case 'year':
      return sql`to_years(${count})`;
    case 'quarter':
      return sql`to_quarters(${count})`;
    case 'month':
      return sql`to_months(${count})`;
    case 'week':
      return sql`to_weeks(${count})`;
    case 'day':
      return sql`to_days(${count})`;
    case 'hour':
      return sql`to_hours(${count})`;
    case 'minute':
      return sql`to_minutes(${count})`;
    case 'second':
      return sql`to_seconds(${count})`;
    case 'millisecond':
      return sql`to_milliseconds(${count})`;
    default:
      return sql`to_microseconds(${count})`;
  }
}
