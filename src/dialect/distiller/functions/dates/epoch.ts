import { type Sql, sql } from '../../../../core/sql.ts';
import { wholeSeconds } from '../../translate/cast-number.ts';
import { asBigint, asInteger, asTimestamp, castTo } from '../../translate/coerce.ts';
import { operand } from '../../translate/operand.ts';
import { bigint, date, familyOf, integer, timestamp, type Typed, typed } from '../../translate/typed.ts';
import type { FunctionEntry, ScalarEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { asDay } from './arguments.ts';

/** The timestamp so many units after 1970; a unit is a number of microseconds. */
function since(signature: string, summary: string, unit: Sql): ScalarEntry {
  return scalar(signature, summary, (call) => typed(afterEpoch(call.argument(0), unit), timestamp));
}

/** `make_timestamp` of a number of units; fractions are kept to the microsecond. */
export function afterEpoch(value: Typed, unit: Sql): Sql {
  switch (familyOf(value.type)) {
    case 'decimal':
      return sql`make_timestamp(CAST(CAST(${value.sql} AS DECIMAL(24,6)) * ${unit} AS BIGINT))`;
    case 'fractional':
      return sql`make_timestamp(CAST(trunc(${operand(value.sql)} * ${unit}) AS BIGINT))`;
    default:
      return sql`make_timestamp(${asBigint(value)} * ${unit})`;
  }
}

/** Numbers of days, seconds and so on since 1970, and back. */
export const epochFunctions: readonly FunctionEntry[] = [
  scalar('date_from_unix_date(days)', 'The date so many days after 1 January 1970.', (call) =>
    typed(sql`(DATE '1970-01-01' + ${operand(asInteger(call.argument(0)))})`, date),
  ),
  since('timestamp_micros(microseconds)', 'The timestamp so many microseconds after 1970.', sql`1`),
  since('timestamp_millis(milliseconds)', 'The timestamp so many milliseconds after 1970.', sql`1000`),
  since('timestamp_seconds(seconds)', 'The timestamp so many seconds after 1970; fractions count.', sql`1000000`),
  scalar('unix_date(date)', 'Days since 1 January 1970.', (call) =>
    typed(sql`CAST(${operand(asDay(call.argument(0)))} - DATE '1970-01-01' AS INTEGER)`, integer),
  ),
  scalar('unix_micros(moment)', 'Microseconds since 1970.', (call) =>
    typed(sql`epoch_us(${asTimestamp(call.argument(0))})`, bigint),
  ),
  scalar('unix_millis(moment)', 'Milliseconds since 1970, rounded down.', (call) =>
    castTo(typed(sql`epoch_ms(${asTimestamp(call.argument(0))})`, bigint), bigint),
  ),
  scalar('unix_seconds(moment)', 'Seconds since 1970, rounded down.', (call) =>
    typed(wholeSeconds(asTimestamp(call.argument(0))), bigint),
  ),
];
