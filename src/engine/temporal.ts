import type { TimeUnit } from './types.ts';

const dayMs = 86_400_000;
const unitsPerSecond: Record<TimeUnit, bigint> = { s: 1n, ms: 1000n, us: 1_000_000n, ns: 1_000_000_000n };
const fractionDigits: Record<TimeUnit, number> = { s: 0, ms: 3, us: 6, ns: 9 };

/** The engine's encodings of ±infinity, per 64-bit timestamp. */
const positiveInfinity = 9_223_372_036_854_775_807n;

const pad = (value: number | bigint, width: number) => String(value).padStart(width, '0');

/** `2024-02-29`; years before 1 as `0044-03-15 (BC)`, years beyond 9999 in full; ±2^31 days are infinity. */
export function dateText(days: number): string {
  if (days === 2_147_483_647) return 'infinity';
  if (days === -2_147_483_647) return '-infinity';
  const { year, month, day } = civilFromDays(days);
  const shown = year > 0 ? year : 1 - year;
  return `${pad(shown, 4)}-${pad(month, 2)}-${pad(day, 2)}${year > 0 ? '' : ' (BC)'}`;
}

/** `13:05:00` or `13:05:00.25`, from microseconds since midnight. */
export function timeText(microseconds: bigint): string {
  return clockText(microseconds, 'us');
}

/** `2024-02-29 13:05:00.25`, with `+00` behind it when the instant is zoned. */
export function timestampText(value: bigint, unit: TimeUnit, zoned: boolean): string {
  if (value === positiveInfinity) return 'infinity';
  if (value === -positiveInfinity) return '-infinity';
  const perDay = unitsPerSecond[unit] * 86_400n;
  const days = floorDivide(value, perDay);
  return `${dateText(Number(days))} ${clockText(value - days * perDay, unit)}${zoned ? '+00' : ''}`;
}

/** Milliseconds since the epoch, for chart axes; sub-millisecond digits are lost here and only here. */
export function epochMs(value: bigint, unit: TimeUnit): number {
  if (unit === 's') return Number(value) * 1000;
  if (unit === 'ms') return Number(value);
  return Number(value) / (unit === 'us' ? 1e3 : 1e6);
}

export function daysToMs(days: number): number {
  return days * dayMs;
}

/** `1 year 2 months 3 days 04:05:06`, as the engine prints an INTERVAL. */
export function intervalText(months: number, days: number, nanoseconds: bigint): string {
  const parts: string[] = [];
  const add = (count: number, unit: string) => {
    if (count !== 0) parts.push(`${count} ${unit}${count === 1 || count === -1 ? '' : 's'}`);
  };
  add(Math.trunc(months / 12), 'year');
  add(months % 12, 'month');
  add(days, 'day');
  if (nanoseconds !== 0n || parts.length === 0) {
    const negative = nanoseconds < 0n;
    const micros = (negative ? -nanoseconds : nanoseconds) / 1000n;
    parts.push((negative ? '-' : '') + clockText(micros, 'us'));
  }
  return parts.join(' ');
}

function clockText(value: bigint, unit: TimeUnit): string {
  const perSecond = unitsPerSecond[unit];
  const seconds = value / perSecond;
  const fraction = value % perSecond;
  const clock = `${pad(seconds / 3600n, 2)}:${pad((seconds / 60n) % 60n, 2)}:${pad(seconds % 60n, 2)}`;
  if (fraction === 0n) return clock;
  return `${clock}.${pad(fraction, fractionDigits[unit]).replace(/0+$/, '')}`;
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

/** Howard Hinnant's `civil_from_days`: proleptic Gregorian date of a day count. */
export function civilFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
