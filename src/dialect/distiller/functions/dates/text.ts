import { literal, type Sql, sql } from '../../../../core/sql.ts';
import { wholeSeconds } from '../../translate/cast-number.ts';
import { asText, asTimestamp, castTo } from '../../translate/coerce.ts';
import { bigint, type DataType, date, familyOf, timestamp, type Typed, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { asMoment } from './arguments.ts';
import { afterEpoch } from './epoch.ts';
import { readingPattern } from './pattern.ts';
import { writtenBy, writtenByOurs } from './written-by.ts';

const usualPattern = 'yyyy-MM-dd HH:mm:ss';

/** The pattern at `index`, the usual one where it is left out; text where it is written, SQL always. */
function patternAt(call: FunctionCall, index: number): { readonly constant: string | undefined; readonly sql: Sql } {
  if (call.count <= index) return { constant: usualPattern, sql: literal(usualPattern) };
  const constant = call.constant(index);
  return { constant: typeof constant === 'string' ? constant : undefined, sql: asText(call.argument(index)) };
}

/** A moment as text: by the engine where it writes the same, else by our own function. */
function writtenMoment(moment: Sql, call: FunctionCall): Typed {
  const { constant, sql: pattern } = patternAt(call, 1);
  return typed(constant === undefined ? writtenByOurs(pattern, moment) : writtenBy(constant, moment), varchar);
}

/** Text read by a pattern; what does not match it exactly is NULL. */
function readMoment(value: Typed, call: FunctionCall): Sql {
  if (familyOf(value.type) !== 'text') return asTimestamp(value);
  const pattern = patternAt(call, 1);
  const reading = pattern.constant === undefined ? undefined : readingPattern(pattern.constant);
  if (reading === undefined) return sql`make_timestamp(sh_parse_timestamp(${value.sql}, ${pattern.sql}))`;
  return sql`try_strptime(regexp_extract(${value.sql}, ${literal(reading.shape)}), ${literal(reading.format)})`;
}

function toTime(call: FunctionCall, type: DataType): Typed {
  const value = call.argument(0);
  if (call.count === 1) return castTo(value, type);
  const read = typed(readMoment(value, call), timestamp);
  return familyOf(value.type) === 'text' ? castTo(read, type) : castTo(value, type);
}

function unixTime(call: FunctionCall): Typed {
  if (call.count === 0) return typed(wholeSeconds(sql`CAST(now() AS TIMESTAMP)`), bigint);
  return typed(wholeSeconds(readMoment(call.argument(0), call)), bigint);
}

/** Dates and timestamps read from text, and written as text. */
export const textTimeFunctions: readonly FunctionEntry[] = [
  scalar('date_format(moment, pattern)', 'The moment as text by a pattern such as yyyy-MM-dd HH:mm:ss.', (call) =>
    writtenMoment(asMoment(call.argument(0)), call),
  ),
  scalar('from_unixtime(seconds[, pattern])', 'The moment so many seconds after 1970 as text, in UTC.', (call) =>
    writtenMoment(afterEpoch(castTo(call.argument(0), bigint), sql`1000000`), call),
  ),
  scalar(
    'to_date(value[, pattern])',
    'The date that the text says, by a pattern if there is one; NULL where it says none.',
    (call) => toTime(call, date),
  ),
  scalar(
    'to_timestamp(value[, pattern])',
    'The timestamp that the text says, by a pattern if there is one; NULL where it says none.',
    (call) => toTime(call, timestamp),
    ['to_timestamp_ltz', 'to_timestamp_ntz', 'try_to_timestamp'],
  ),
  scalar(
    'to_unix_timestamp(value[, pattern])',
    'Seconds since 1970 of a moment, or of text in yyyy-MM-dd HH:mm:ss or a pattern.',
    unixTime,
  ),
  scalar(
    'unix_timestamp([value, pattern])',
    'Seconds since 1970: now, of a moment, or of text in yyyy-MM-dd HH:mm:ss or a pattern.',
    unixTime,
  ),
];
