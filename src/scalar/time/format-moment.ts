import { civilFromDays } from '../../engine/temporal.ts';
import { daysFromCivil } from './calendar.ts';
import type { PatternPiece } from './date-pattern.ts';
import { dayNames, monthNames } from './names.ts';

/** The numbers on the calendar and clock of UTC at a moment. */
interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly days: number;
  /** Microseconds since midnight. */
  readonly clock: number;
}

const perDay = 86_400_000_000;

/** A moment of UTC by a pattern, in English. `microseconds` since 1970 are whole and exact, thus within ±2⁵³. */
export function formatMoment(microseconds: number, pieces: readonly PatternPiece[]): string {
  const days = Math.floor(microseconds / perDay);
  const moment = { ...civilFromDays(days), days, clock: microseconds - days * perDay };
  let text = '';
  for (const piece of pieces) {
    if (piece.kind === 'text') text += piece.text;
    else if (piece.kind === 'letter') text += formatLetter(piece.letter, piece.count, moment);
  }
  return text;
}

function formatLetter(letter: string, count: number, moment: Moment): string {
  const number = numberOf(letter, moment);
  if (number !== undefined) return pad(number, count);
  switch (letter) {
    case 'G':
      return moment.year > 0 ? (count === 4 ? 'Anno Domini' : 'AD') : count === 4 ? 'Before Christ' : 'BC';
    case 'y':
      return formatYear(moment.year > 0 ? moment.year : 1 - moment.year, count);
    case 'M':
    case 'L':
      return named(moment.month, monthNames[moment.month - 1] ?? '', count);
    case 'E':
      return shortened(dayNames[(((moment.days + 4) % 7) + 7) % 7] ?? '', count);
    case 'Q':
    case 'q':
      return formatQuarter(Math.ceil(moment.month / 3), count);
    case 'a':
      return moment.clock < perDay / 2 ? 'AM' : 'PM';
    case 'S':
      return pad(moment.clock % 1_000_000, 6)
        .padEnd(9, '0')
        .slice(0, count);
    default:
      return formatZone(letter, count);
  }
}

function numberOf(letter: string, { year, day, days, clock }: Moment): number | undefined {
  const hour = Math.floor(clock / 3_600_000_000);
  switch (letter) {
    case 'd':
      return day;
    case 'D':
      return days - daysFromCivil(year, 1, 1) + 1;
    case 'F':
      return ((day - 1) % 7) + 1;
    case 'H':
      return hour;
    case 'h':
      return hour % 12 || 12;
    case 'K':
      return hour % 12;
    case 'k':
      return hour || 24;
    case 'm':
      return Math.floor(clock / 60_000_000) % 60;
    case 's':
      return Math.floor(clock / 1_000_000) % 60;
    default:
      return undefined;
  }
}

function formatYear(year: number, count: number): string {
  if (count === 2) return pad(year % 100, 2);
  return `${count >= 4 && year >= 10 ** count ? '+' : ''}${pad(year, count)}`;
}

function formatQuarter(quarter: number, count: number): string {
  if (count < 3) return pad(quarter, count);
  return count === 3
    ? `Q${quarter}`
    : (['1st quarter', '2nd quarter', '3rd quarter', '4th quarter'][quarter - 1] ?? '');
}

/** The zone is always UTC. */
function formatZone(letter: string, count: number): string {
  switch (letter) {
    case 'X':
      return 'Z';
    case 'x':
      return ['+00', '+0000', '+00:00', '+0000', '+00:00'][count - 1] ?? '';
    case 'Z':
      return count < 4 ? '+0000' : count === 4 ? 'GMT' : 'Z';
    case 'O':
      return 'GMT';
    default:
      return letter === 'z' && count === 4 ? 'Coordinated Universal Time' : 'UTC';
  }
}

const named = (number: number, name: string, count: number): string =>
  count < 3 ? pad(number, count) : shortened(name, count);
const shortened = (name: string, count: number): string => (count < 4 ? name.slice(0, 3) : name);
const pad = (number: number, width: number): string => String(number).padStart(width, '0');
