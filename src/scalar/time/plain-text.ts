import { StillhouseError } from '../../core/error.ts';
import { daysFromCivil } from './calendar.ts';

const shape = /^(-?\d+)-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?)?$/;

/** Microseconds since 1970 of a date or timestamp as SQL writes it. Throws `sql-value` for other texts. */
export function microsecondsOfText(text: string): bigint {
  const match = shape.exec(text);
  if (match === null) throw new StillhouseError('sql-value', `"${text}" is no timestamp.`);
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = ''] = match;
  const days = daysFromCivil(Number(year), Number(month), Number(day));
  const seconds = days * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return BigInt(seconds) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
}
