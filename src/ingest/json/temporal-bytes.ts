import { colon, dot, minus, plus, space, upperT, upperZ, zero } from './bytes.ts';

/** What `daysAt` gives for text that is no date; beyond any date of four digits. */
export const noDate = 0x7fffffff;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Two digits as a number, or a negative value. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - zero;
  const ones = (bytes[at + 1] ?? 0) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** Days since 1970-01-01 of the `YYYY-MM-DD` at `at`, years 0001 to 9999, or `noDate`. */
export function daysAt(bytes: Uint8Array, at: number): number {
  const century = twoDigits(bytes, at);
  const ofCentury = twoDigits(bytes, at + 2);
  const month = twoDigits(bytes, at + 5);
  const day = twoDigits(bytes, at + 8);
  if (century < 0 || ofCentury < 0 || bytes[at + 4] !== minus || bytes[at + 7] !== minus) return noDate;
  const year = century * 100 + ofCentury;
  if (year === 0 || month < 1 || month > 12 || day < 1) return noDate;
  const isLeap = (year & 3) === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day > (month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0))) return noDate;
  return daysFromCivil(year, month, day);
}

/** Howard Hinnant's `days_from_civil` for years from 0001: proleptic Gregorian calendar. */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = (shifted / 400) | 0;
  const yearOfEra = shifted - era * 400;
  const dayOfYear = ((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0;
  const dayOfEra = yearOfEra * 365 + (yearOfEra >> 2) - ((yearOfEra / 100) | 0) + dayOfYear + day - 1;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The timestamp read last: whole seconds since the epoch in UTC, and microseconds on top. */
export class TimestampToken {
  seconds = 0;
  micros = 0;
  /** Whether it said how far from UTC it is: `Z` or an offset. */
  zoned = false;
  /** That distance in seconds. */
  offset = 0;

  /**
   * Reads `YYYY-MM-DD[T ]HH:MM:SS[.f][Z|±HH[[:]MM]]`, which must fill the range. False for anything else, for leap seconds
   * and hour 24, and for digits beyond the microsecond that are not 0.
   */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    const separator = bytes[start + 10];
    if (end - start < 19 || (separator !== upperT && separator !== space)) return false;
    const hour = twoDigits(bytes, start + 11);
    const minute = twoDigits(bytes, start + 14);
    const second = twoDigits(bytes, start + 17);
    if (bytes[start + 13] !== colon || bytes[start + 16] !== colon) return false;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false;
    const days = daysAt(bytes, start);
    if (days === noDate) return false;
    const behind = this.readFraction(bytes, start + 19, end);
    if (behind < 0 || !this.readOffset(bytes, behind, end)) return false;
    this.seconds = days * 86_400 + hour * 3600 + minute * 60 + second - this.offset;
    return true;
  }

  private readFraction(bytes: Uint8Array, start: number, end: number): number {
    this.micros = 0;
    if (start >= end || bytes[start] !== dot) return start;
    let at = start + 1;
    let weight = 100_000;
    for (; at < end; at++) {
      const digit = (bytes[at] ?? 0) - zero;
      if (digit < 0 || digit > 9) break;
      if (weight < 1 && digit !== 0) return -1;
      this.micros += digit * weight;
      weight = (weight / 10) | 0;
    }
    return at > start + 1 ? at : -1;
  }

  private readOffset(bytes: Uint8Array, at: number, end: number): boolean {
    this.offset = 0;
    this.zoned = at < end;
    if (!this.zoned) return true;
    const sign = bytes[at];
    if (sign === upperZ) return at + 1 === end;
    if (sign !== plus && sign !== minus) return false;
    const length = end - at;
    const hours = twoDigits(bytes, at + 1);
    const minutes = length === 3 ? 0 : twoDigits(bytes, end - 2);
    const isShaped = length === 3 || length === 5 || (length === 6 && bytes[at + 3] === colon);
    if (!isShaped || hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return false;
    this.offset = (sign === minus ? -60 : 60) * (hours * 60 + minutes);
    return true;
  }
}
