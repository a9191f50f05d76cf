import { matcher } from './matcher.ts';
import { clockForms, datePartsOf, layoutPattern } from './patterns.ts';
import type { DateLayout } from './value-type.ts';

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a day exists in the proleptic Gregorian calendar from year 1 on. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0);
  return year >= 1 && day >= 1 && day <= length;
}

/** Whether the date at the start of a text of the form `YYYY-MM-DD…` exists. */
export function startsWithDay(text: string): boolean {
  return isCalendarDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/** Whether a text is an existing date in the layout, followed by an existing time where `withTime` allows one. */
export function isLaidOutDate(text: string, layout: DateLayout, withTime: boolean): boolean {
  const end = text.indexOf(' ');
  const date = end < 0 ? text : text.slice(0, end);
  if (!matcher(layoutPattern(layout)).test(date)) return false;
  const numbers = date.split(layout.separator).map(Number);
  const names = datePartsOf(layout);
  const part = (name: (typeof names)[number]) => numbers[names.indexOf(name)] ?? 0;
  if (!isCalendarDay(part('year'), part('month'), part('day'))) return false;
  return end < 0 || (withTime && isClock(text.slice(end)));
}

function isClock(text: string): boolean {
  const form = clockForms.find(({ pattern }) => matcher(pattern).test(text));
  if (form === undefined) return false;
  const [hour = 0, minute = 0, second = 0] = text
    .slice(1)
    .split(/[: ]/)
    .map((part) => Number.parseInt(part, 10) || 0);
  const hourFits = form.format.includes('%p') ? hour >= 1 && hour <= 12 : hour <= 23;
  return hourFits && minute <= 59 && second <= 59;
}
