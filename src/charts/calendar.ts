import { dateText, timestampText } from '../engine/temporal.ts';
import type { TimeGrain } from './spec.ts';

const minute = 60_000;
const day = 86_400_000;
const fixed: Partial<Record<TimeGrain, number>> = { second: 1_000, minute, hour: 60 * minute, day, week: 7 * day };
const months: Partial<Record<TimeGrain, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1_200,
  millennium: 12_000,
};

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The start of the span after the one that starts at `start`, both in milliseconds since the epoch, UTC. */
export function nextSpan(start: number, grain: TimeGrain): number {
  const length = fixed[grain];
  if (length !== undefined) return start + length;
  const date = new Date(start);
  const next = new Date(0);
  next.setUTCFullYear(date.getUTCFullYear(), date.getUTCMonth() + (months[grain] ?? 1), 1);
  return next.getTime();
}

/** A span of time on an axis, ISO where ISO has a form for it: `2024`, `2024-Q1`, `2024-03`, `2024-03-04 13:00`. */
export function spanText(start: number, grain: TimeGrain | null): string {
  const date = dateText(Math.floor(start / day));
  const clock = () => instantText(start).slice(date.length + 1);
  switch (grain) {
    case null:
      return start % day === 0 ? date : instantText(start);
    case 'second':
      return `${date} ${clock()}`;
    case 'minute':
    case 'hour':
      return `${date} ${clock().slice(0, 5)}`;
    case 'day':
    case 'week':
      return date;
    case 'month':
      return isPlain(date) ? date.slice(0, 7) : date;
    case 'quarter':
      return isPlain(date) ? `${date.slice(0, 4)}-Q${quarterOf(date)}` : date;
    case 'year':
      return isPlain(date) ? date.slice(0, 4) : date;
    case 'decade':
    case 'century':
    case 'millennium':
      return isPlain(date) ? `${date.slice(0, 4)}s` : date;
  }
}

/** A span of time in a sentence: `March 2024`, `Q1 2024`, `the week of 2024-03-04`. */
export function spanWords(start: number, grain: TimeGrain | null): string {
  const date = dateText(Math.floor(start / day));
  if (grain === 'week') return `the week of ${date}`;
  if (!isPlain(date)) return spanText(start, grain);
  if (grain === 'month') return `${monthNames[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
  if (grain === 'quarter') return `Q${quarterOf(date)} ${date.slice(0, 4)}`;
  if (grain === 'decade') return `the ${date.slice(0, 4)}s`;
  if (grain === 'century' || grain === 'millennium') return `the ${grain} from ${date.slice(0, 4)}`;
  return spanText(start, grain);
}

/** An instant as the engine writes it, UTC. */
export function instantText(milliseconds: number): string {
  return timestampText(BigInt(Math.round(milliseconds * 1_000)), 'us', false);
}

/** Four-digit years of our era. */
function isPlain(date: string): boolean {
  return date.length === 10;
}

function quarterOf(date: string): number {
  return Math.ceil(Number(date.slice(5, 7)) / 3);
}
