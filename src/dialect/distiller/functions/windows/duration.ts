import { literal, type Sql, sql } from '../../../../core/sql.ts';
import type { FunctionCall } from '../contract.ts';

/** A length of time that is written out. */
export interface Duration {
  readonly sql: Sql;
  readonly microseconds: number;
}

const lengths: Readonly<Partial<Record<string, number>>> = {
  week: 604_800_000_000,
  day: 86_400_000_000,
  hour: 3_600_000_000,
  minute: 60_000_000,
  second: 1_000_000,
  millisecond: 1000,
  microsecond: 1,
};

const part = /([+-]?\d+(?:\.\d+)?)\s+(week|day|hour|minute|second|millisecond|microsecond)s?(?=\s|$)/gi;

/** A text such as `'1 hour 30 minutes'`; `undefined` for others: months have no fixed length. */
export function readDuration(written: string): Duration | undefined {
  const text = written.trim().replace(/^interval\s+/i, '');
  if (text.replace(part, '').trim() !== '' || text === '') return undefined;
  let microseconds = 0;
  for (const [, number, unit = ''] of text.matchAll(part)) {
    microseconds += Math.round(Number(number) * (lengths[unit.toLowerCase()] ?? 0));
  }
  return { sql: sql`INTERVAL ${literal(text)}`, microseconds };
}

/** The argument at `index`, which must be such a text. */
export function durationAt(call: FunctionCall, index: number): Duration {
  const written = call.constant(index);
  const duration = typeof written === 'string' ? readDuration(written) : undefined;
  if (duration !== undefined) return duration;
  return call.fail(
    "A length of time is written out in weeks or less: '10 minutes', '1 hour 30 minutes'.",
    undefined,
    index,
  );
}
