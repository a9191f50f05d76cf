import { literal, type Sql, sql } from '../../../../core/sql.ts';
import { asTimestamp } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { operand } from '../../translate/operand.ts';
import { bigint, double, familyOf, integer, type Typed, typed } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { asDay, asMoment, monthsOf } from './arguments.ts';
import { writtenUnit } from './moves.ts';

/** Whole units from the second argument to the third; negative when the third is earlier. */
function between(call: FunctionCall): Typed {
  const unit = writtenUnit(call);
  const months = monthsOf[unit];
  const [from, to] = [call.argument(1), call.argument(2)];
  if (months === undefined) {
    return typed(sql`date_sub(${literal(unit)}, ${asTimestamp(from)}, ${asTimestamp(to)})`, bigint);
  }
  const timed = [from, to].some(({ type }) => familyOf(type) !== 'date');
  return typed(
    once(asMoment(from), (start) =>
      once(asMoment(to), (end) => wholeMonths(start, timed ? completeDay(start, end) : end, months)),
    ),
    bigint,
  );
}

/** The last day that is complete: where the time of day falls short, the day before, or after when counting back. */
function completeDay(start: Sql, end: Sql): Sql {
  const time = (moment: Sql) => sql`CAST(${moment} AS TIMESTAMP)::TIME`;
  return sql`CASE
  WHEN ${end} > ${start} AND ${time(end)} < ${time(start)} THEN CAST(${end} AS DATE) - 1
  WHEN ${end} < ${start} AND ${time(end)} > ${time(start)} THEN CAST(${end} AS DATE) + 1
  ELSE CAST(${end} AS DATE)
END`;
}

/** Java's `ChronoUnit.MONTHS.between`: months of 32 days counted, the fraction cut off. */
function wholeMonths(start: Sql, end: Sql, months: number): Sql {
  const packed = (moment: Sql) => sql`((year(${moment}) * 12 + month(${moment})) * 32 + day(${moment}))`;
  return once(end, (day) => sql`((${packed(day)} - ${packed(start)}) // ${literal(32 * months)})`);
}

/**
 * Spark's `monthsBetween`: whole months between equal days of the month and between two last days, else months of 31
 * days with the time of day, to 8 places.
 */
function monthsBetween(later: Sql, earlier: Sql, round: boolean): Sql {
  const whole = sql`((year(${later}) - year(${earlier})) * 12 + month(${later}) - month(${earlier}))`;
  const lastDay = (moment: Sql) => sql`CAST(${moment} AS DATE) = last_day(${moment})`;
  const seconds = (moment: Sql) =>
    sql`(day(${moment}) * 86400 + hour(${moment}) * 3600 + minute(${moment}) * 60 + second(${moment}))`;
  const exact = sql`${whole} + (${seconds(later)} - ${seconds(earlier)}) / 2678400`;
  return sql`CASE
  WHEN day(${later}) = day(${earlier}) OR ${lastDay(later)} AND ${lastDay(earlier)} THEN CAST(${whole} AS DOUBLE)
  ELSE ${round ? sql`round(${exact}, 8)` : exact}
END`;
}

/** How far dates and timestamps are apart. */
export const differenceFunctions: readonly FunctionEntry[] = [
  scalar(
    'datediff([unit, ]end, start)',
    'Days from the start to the end; datediff(unit, start, end) counts whole units.',
    (call) =>
      call.count === 3
        ? between(call)
        : typed(
            sql`CAST(${operand(asDay(call.argument(0)))} - ${operand(asDay(call.argument(1)))} AS INTEGER)`,
            integer,
          ),
    ['date_diff'],
  ),
  scalar(
    'months_between(later, earlier[, round])',
    'Months from the second to the first, as a fraction of 31 days where the days differ.',
    (call) =>
      typed(
        once(asTimestamp(call.argument(0)), (later) =>
          once(asTimestamp(call.argument(1)), (earlier) => monthsBetween(later, earlier, call.constant(2) !== false)),
        ),
        double,
      ),
  ),
  scalar('timestampdiff(unit, start, end)', 'Whole units from the start to the end.', between),
];
