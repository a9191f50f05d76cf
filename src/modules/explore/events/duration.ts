import { type Sql, sql } from '../../../core/sql.ts';
import { counted, readable } from '../../words.ts';

/** Seconds from one TIMESTAMP to another, with fractions. */
export function secondsBetween(from: Sql, to: Sql): Sql {
  return sql`(epoch_us(${to}) - epoch_us(${from})) / 1e6`;
}

/** A time span in the unit that reads best: `45 seconds`, `3.5 minutes`, `2 days`. NaN is `an unknown time`. */
export function durationWords(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'an unknown time';
  const [size, noun] = units.find(([least]) => Math.abs(seconds) >= 2 * least) ?? [1, 'second'];
  const amount = Math.round((seconds / size) * 10) / 10;
  return Number.isInteger(amount) ? counted(amount, noun) : `${readable(amount)} ${noun}s`;
}

const units = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const;
