import { daysFromCivil, daysInMonth, isLeapYear } from './calendar.ts';
import type { PatternPiece } from './date-pattern.ts';
import { dayNames, monthNames } from './names.ts';
import { findZone, momentInZone } from './zone.ts';

/** Reads a text by a pattern: microseconds since 1970 in UTC, or `undefined` for a text that does not fit. */
export type MomentReader = (text: string) => bigint | undefined;

const initials = (names: readonly string[]) => names.map((name) => name.slice(0, 3));
const alternatives = (names: readonly string[]) => `(${names.join('|')})`;

/**
 * A reader for the pieces of a pattern, as strict as Java's: as many digits as letters, days that exist, week days that fit.
 * What is missing is 1970-01-01 00:00:00.
 */
export function momentReader(pieces: readonly PatternPiece[]): MomentReader {
  const fields: string[] = [];
  let shape = '';
  for (const piece of pieces) {
    if (piece.kind === 'open') shape += '(?:';
    else if (piece.kind === 'close') shape += ')?';
    else if (piece.kind === 'text') shape += piece.text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    else {
      fields.push(piece.letter === 'y' && piece.count === 2 ? 'yy' : piece.letter);
      shape += shapeOf(piece.letter, piece.count);
    }
  }
  const whole = new RegExp(`^${shape}$`, 'i');
  return (text) => {
    const match = whole.exec(text);
    if (match === null) return undefined;
    const found = new Map<string, string>();
    for (const [index, field] of fields.entries()) {
      const written = match[index + 1];
      const before = found.get(field);
      if (written === undefined) continue;
      if (before !== undefined && Number(before) !== Number(written)) return undefined;
      found.set(field, written);
    }
    return momentOf(found);
  };
}

function shapeOf(letter: string, count: number): string {
  switch (letter) {
    case 'y':
      return count === 1 ? '(\\d{1,6}?)' : `(\\d{${count}})`;
    case 'M':
    case 'L':
      if (count < 3) break;
      return alternatives(count === 3 ? initials(monthNames) : monthNames);
    case 'E':
      return alternatives(count === 4 ? dayNames : initials(dayNames));
    case 'G':
      return count === 4 ? '(Anno Domini|Before Christ)' : '(AD|BC)';
    case 'a':
      return '(AM|PM)';
    case 'D':
      return count === 3 ? '(\\d{3})' : `(\\d{${count},3})`;
    case 'Q':
    case 'q':
      return count < 3 ? '(0?[1-4])' : count === 3 ? '(Q[1-4])' : '([1-4](?:st|nd|rd|th) quarter)';
    case 'S':
      return `(\\d{${count}})`;
    case 'X':
    case 'x':
    case 'Z':
    case 'O':
      return '(Z|(?:GMT)?(?:[+-]\\d\\d?(?::?\\d\\d){0,2})?)';
    case 'V':
    case 'z':
      return '([A-Za-z][A-Za-z0-9_/+:-]*|[+-][0-9:]+)';
    default:
      break;
  }
  return count === 1 ? '(\\d{1,2})' : `(\\d{${count}})`;
}

function momentOf(found: ReadonlyMap<string, string>): bigint | undefined {
  const days = dayOf(found);
  const clock = clockOf(found);
  if (days === undefined || clock === undefined) return undefined;
  const local = BigInt(days) * 86_400_000_000n + clock;
  const zone = ['X', 'x', 'Z', 'O', 'V', 'z'].map((letter) => found.get(letter)).find((name) => name !== undefined);
  if (zone === undefined) return local;
  const known = findZone(zone.toUpperCase() === 'Z' ? 'Z' : zone);
  return known && momentInZone(local, known);
}

function dayOf(found: ReadonlyMap<string, string>): number | undefined {
  const number = (letter: string) => (found.has(letter) ? Number(found.get(letter)) : undefined);
  const short = number('yy');
  const counted = short === undefined ? (number('y') ?? 1970) : 2000 + short;
  const year = /^B/i.test(found.get('G') ?? '') ? 1 - counted : counted;
  const dayOfYear = number('D');
  const month = monthOf(found.get('M') ?? found.get('L') ?? '1');
  const day = number('d') ?? 1;
  if (dayOfYear !== undefined && !found.has('M')) {
    return dayOfYear < 1 || dayOfYear > (isLeapYear(year) ? 366 : 365) ? undefined : daysFromCivil(year, 1, dayOfYear);
  }
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const days = daysFromCivil(year, month, day);
  const name = found.get('E')?.slice(0, 3).toLowerCase();
  const fits = name === undefined || dayNames[(((days + 4) % 7) + 7) % 7]?.slice(0, 3).toLowerCase() === name;
  return fits ? days : undefined;
}

function monthOf(written: string): number {
  const number = Number(written);
  if (!Number.isNaN(number)) return number;
  return initials(monthNames).findIndex((name) => name.toLowerCase() === written.slice(0, 3).toLowerCase()) + 1;
}

/** Microseconds since midnight. */
function clockOf(found: ReadonlyMap<string, string>): bigint | undefined {
  const within = (letter: string, least: number, most: number): number => {
    const number = Number(found.get(letter) ?? least);
    return number < least || number > most ? Number.NaN : number;
  };
  const half = /^P/i.test(found.get('a') ?? '') ? 12 : 0;
  const hour = found.has('H')
    ? within('H', 0, 23)
    : found.has('k')
      ? within('k', 1, 24) % 24
      : (found.has('K') ? within('K', 0, 11) : found.has('h') ? within('h', 1, 12) % 12 : 0) + half;
  const seconds = hour * 3600 + within('m', 0, 59) * 60 + within('s', 0, 59);
  if (Number.isNaN(seconds)) return undefined;
  return BigInt(seconds) * 1_000_000n + BigInt((found.get('S') ?? '').padEnd(6, '0').slice(0, 6));
}
