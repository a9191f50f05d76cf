import { joinSql, type Sql, sql } from '../../../../core/sql.ts';
import { asDouble, asInteger, asText } from '../../translate/coerce.ts';
import { operand } from '../../translate/operand.ts';
import { date, interval, timestamp, type Typed, typed } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { intervalOf } from './arguments.ts';
import { toUtc } from './zones.ts';

/** A date of its numbers; NULL where there is no such day. */
function makeDate(call: FunctionCall): Typed {
  const numbers = [0, 1, 2].map((index) => asInteger(call.argument(index)));
  return typed(sql`TRY_CAST(printf('%04d-%02d-%02d', ${joinSql(numbers, ', ')}) AS DATE)`, date);
}

/** A timestamp of its numbers; second 60 is the next minute's first. */
function makeTimestamp(call: FunctionCall): Typed {
  const numbers = [0, 1, 2, 3, 4].map((index) => asInteger(call.argument(index)));
  const seconds = operand(asDouble(call.argument(5)));
  const minute = sql`TRY_CAST(printf('%04d-%02d-%02d %02d:%02d:00', ${joinSql(numbers, ', ')}) AS TIMESTAMP)`;
  const moment = sql`(${minute} + to_microseconds(CASE WHEN ${seconds} BETWEEN 0 AND 60 THEN CAST(round(${seconds} * 1000000) AS BIGINT) END))`;
  if (call.count === 6) return typed(moment, timestamp);
  return typed(toUtc(moment, asText(call.argument(6))), timestamp);
}

/** The sum of so many of each unit; what is not given is 0. */
function makeInterval(units: readonly string[]): (call: FunctionCall) => Typed {
  return (call) => {
    const pieces = units.slice(0, call.count).map((unit, index) => {
      const value = call.argument(index);
      return intervalOf(unit, unit === 'second' ? asDouble(value) : asInteger(value));
    });
    return typed(pieces.length === 0 ? sql`INTERVAL '0' DAY` : sum(pieces), interval);
  };
}

const sum = (pieces: readonly Sql[]): Sql => sql`(${joinSql(pieces, ' + ')})`;

/** Dates, timestamps and intervals made of numbers. */
export const makeFunctions: readonly FunctionEntry[] = [
  scalar('make_date(year, month, day)', 'The date of these numbers; NULL where there is no such day.', makeDate),
  scalar(
    'make_dt_interval([days, hours, minutes, seconds])',
    'An interval of days to seconds.',
    makeInterval(['day', 'hour', 'minute', 'second']),
  ),
  scalar(
    'make_interval([years, months, weeks, days, hours, minutes, seconds])',
    'An interval of years to seconds.',
    makeInterval(['year', 'month', 'week', 'day', 'hour', 'minute', 'second']),
  ),
  scalar(
    'make_timestamp(year, month, day, hour, minute, second[, zone])',
    'The timestamp of these numbers; NULL where there is none.',
    makeTimestamp,
    ['make_timestamp_ntz', 'make_timestamp_ltz'],
  ),
  scalar('make_ym_interval([years, months])', 'An interval of years and months.', makeInterval(['year', 'month'])),
];
