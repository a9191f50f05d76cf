import { joinSql, literal, type Sql, sql } from '../../../../core/sql.ts';
import { asInteger, asText } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { operand } from '../../translate/operand.ts';
import { date, timestamp, type Typed, typed } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { asDay, asMoment, intervalOf, unitOf } from './arguments.ts';

/** `unit` of `dateadd(unit, count, moment)` and its kin. */
export function writtenUnit(call: FunctionCall): string {
  const word = call.constant(0);
  const unit = typeof word === 'string' ? unitOf(word) : undefined;
  return (
    unit ?? call.fail('The unit must be written: YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE, SECOND.', undefined, 0)
  );
}

function addUnits(call: FunctionCall): Typed {
  const interval = intervalOf(writtenUnit(call), asInteger(call.argument(1)));
  return typed(sql`CAST(${operand(asMoment(call.argument(2)))} + ${interval} AS TIMESTAMP)`, timestamp);
}

const movedByDays = (call: FunctionCall, sign: Sql): Typed =>
  call.count === 3
    ? addUnits(call)
    : typed(sql`(${operand(asDay(call.argument(0)))} ${sign} ${operand(asInteger(call.argument(1)))})`, date);

const truncations: Readonly<Partial<Record<string, readonly string[]>>> = {
  year: ['YEAR', 'YYYY', 'YY'],
  quarter: ['QUARTER'],
  month: ['MONTH', 'MON', 'MM'],
  week: ['WEEK'],
  day: ['DAY', 'DD'],
  hour: ['HOUR'],
  minute: ['MINUTE'],
  second: ['SECOND'],
  millisecond: ['MILLISECOND'],
  microsecond: ['MICROSECOND'],
};

/** The unit to cut off at, as SQL; NULL where Spark knows no such word. */
function truncation(call: FunctionCall, index: number, longest: readonly string[]): Sql {
  const known = Object.entries(truncations).filter(([unit]) => longest.includes(unit));
  const written = call.constant(index);
  if (typeof written === 'string') {
    const found = known.find(([, words]) => words?.includes(written.toUpperCase()));
    return found === undefined ? sql`CAST(NULL AS VARCHAR)` : literal(found[0]);
  }
  const branches = known.flatMap(([unit, words = []]) =>
    words.map((word) => sql`WHEN ${literal(word)} THEN ${literal(unit)}`),
  );
  return sql`CASE upper(${asText(call.argument(index))}) ${joinSql(branches, ' ')} END`;
}

/** What may fail on purpose, or what the engine refuses in TRY. */
const refusedInTry = /\b(?:SELECT|error|random|sh_\w+)\b/;

/**
 * A moment cut off at a unit. Of its own `date_trunc` the engine's optimizer takes for granted that it is never NULL
 * where a column has statistics: `IS NULL` would be false, and `coalesce` would not look further. TRY and CASE hide them.
 */
function cut(unit: Sql, moment: Sql): Sql {
  if (!refusedInTry.test(moment.text)) return sql`date_trunc(${unit}, TRY(${moment}))`;
  return once(moment, (at) => sql`CASE WHEN ${at} IS NOT NULL THEN date_trunc(${unit}, ${at}) END`);
}

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const dayNames =
  /^(?:MO(?:N(?:DAY)?)?|TU(?:E(?:SDAY)?)?|WE(?:D(?:NESDAY)?)?|TH(?:U(?:RSDAY)?)?|FR(?:I(?:DAY)?)?|SA(?:T(?:URDAY)?)?|SU(?:N(?:DAY)?)?)$/;

/** The day of the week by its name, 1 for Monday to 7; NULL for any other word. */
function weekdayNumber(call: FunctionCall): Sql {
  const written = call.constant(1);
  if (typeof written === 'string') {
    const name = written.toUpperCase();
    return dayNames.test(name) ? literal(days.indexOf(name.slice(0, 2)) + 1) : sql`CAST(NULL AS INTEGER)`;
  }
  return once(sql`upper(${asText(call.argument(1))})`, (name) => {
    const place = sql`list_position(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], left(${name}, 2))`;
    return sql`CASE WHEN regexp_matches(${name}, ${literal(dayNames.source)}) THEN ${place} END`;
  });
}

/** Dates moved, and cut to the beginning or end of something. */
export const moveFunctions: readonly FunctionEntry[] = [
  scalar(
    'add_months(date, months)',
    'The date so many months later; the last day of the month where it has no such day.',
    (call) =>
      typed(sql`CAST(${operand(asDay(call.argument(0)))} + to_months(${asInteger(call.argument(1))}) AS DATE)`, date),
  ),
  scalar(
    'date_add([unit, ]date, days)',
    'The date so many days later; date_add(unit, count, moment) adds other units.',
    (call) => movedByDays(call, sql`+`),
  ),
  scalar('date_sub(date, days)', 'The date so many days earlier.', (call) => movedByDays(call, sql`-`)),
  scalar(
    'date_trunc(unit, moment)',
    'The beginning of the year, quarter, month, week, day, hour, minute or second, as timestamp.',
    (call) =>
      typed(
        sql`CAST(${cut(truncation(call, 0, Object.keys(truncations)), asMoment(call.argument(1)))} AS TIMESTAMP)`,
        timestamp,
      ),
  ),
  scalar(
    'dateadd([unit, ]date, count)',
    'The moment so many units later: dateadd(unit, count, moment); days when no unit is given.',
    (call) => movedByDays(call, sql`+`),
  ),
  scalar('last_day(date)', 'The last day of the date’s month.', (call) =>
    typed(sql`last_day(${asDay(call.argument(0))})`, date),
  ),
  scalar('next_day(date, weekday)', 'The first such day of the week after the date.', (call) =>
    typed(
      once(
        asDay(call.argument(0)),
        (day) =>
          sql`(${operand(day)} + CAST((${operand(weekdayNumber(call))} + 6 - isodow(${day})) % 7 + 1 AS INTEGER))`,
      ),
      date,
    ),
  ),
  scalar('timestampadd(unit, count, moment)', 'The moment so many units later.', addUnits),
  scalar('trunc(date, unit)', 'The first day of the date’s year, quarter, month or week.', (call) =>
    typed(
      sql`CAST(${cut(truncation(call, 1, ['year', 'quarter', 'month', 'week']), asDay(call.argument(0)))} AS DATE)`,
      date,
    ),
  ),
];
