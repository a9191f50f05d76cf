import { rememberLast } from '../remember-last.ts';
import { daysFromCivil, daysInMonth } from './calendar.ts';
import { findZone, momentInZone } from './zone.ts';

const shape = /^([+-]?\d{4,6})(?:-(\d\d?)(?:-(\d\d?)(?:[ T](\d\d?)(?::(\d\d?)(?::(\d\d?)(?:\.(\d*))?(.*))?)?)?)?)?$/s;
const blanks = /^[\0-\x20\x7f]+|[\0-\x20\x7f]+$/g;

const zoneOf = rememberLast(findZone);

/**
 * A text as Spark's cast reads a timestamp (`SparkDateTimeUtils.stringToTimestamp`): microseconds since 1970, or `undefined`. Month,
 * day and time may be left out from behind; a zone stands behind the seconds: `Z`, `+1:30`, `UTC+3`, `Europe/Berlin`.
 */
export function microsecondsOfWritten(text: string): bigint | undefined {
  const match = shape.exec(text.replace(blanks, ''));
  if (match === null) return undefined;
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', fraction = '', zone = ''] = match;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const seconds = daysFromCivil(y, m, d) * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const local = BigInt(seconds) * 1_000_000n + BigInt(fraction.slice(0, 6).padEnd(6, '0'));
  const name = zone.trim();
  if (name === '') return local;
  const found = zoneOf(name);
  return found && momentInZone(local, found);
}
