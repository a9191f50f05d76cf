import type { DateLayout, DateOrder, NumberFormat } from './value-type.ts';

/**
 * Regular expressions in the part of the syntax that JavaScript and the engine (RE2) share, so that the preview and the
 * import cannot judge a value differently. All are meant for the whole text, without blanks around it.
 */

/** Canonical whole numbers: no leading zero, no plus sign, no minus zero. */
export const integerPattern = '(?:0|-?[1-9][0-9]*)';

/** Numbers without an exponent and without a leading zero: `12`, `-0.5`, `.5`, `5.`. */
export const plainNumberPattern = String.raw`-?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)`;

/**
 * Numbers with an exponent as programs write them: with a sign behind the E (`1e-05`) or with a decimal point (`1.5E10`).
 * `12E4` is left out: codes look like that.
 */
export const exponentNumberPattern = String.raw`-?(?:[0-9]|[1-9][0-9]*)(?:(?:\.[0-9]*)?[eE][+-][0-9]{1,3}|\.[0-9]*[eE][0-9]{1,3})`;

const clock = String.raw`(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6}0*)?`;

/** `13:05:00.25`; digits behind the sixth decimal place must be zeros. */
export const timePattern = clock;

export const isoDatePattern = '[0-9]{4}-[0-9]{2}-[0-9]{2}';

/** ISO date with an optional time of day, seconds optional. */
export const isoTimestampPattern = `${isoDatePattern}(?:[ T](?:${clock}|(?:[01][0-9]|2[0-3]):[0-5][0-9]))?`;

/** ISO date and time with Z, UTC or an offset of at most 14:59 hours. */
export const zonedTimestampPattern = `${isoDatePattern}[ T]${clock}(?:Z| UTC|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)`;

/** One way to write the time behind a date, and what the engine's `strptime` calls it. */
export interface ClockForm {
  readonly pattern: string;
  readonly format: string;
}

/** Times as they follow dates that are not ISO; the first is no time at all. */
export const clockForms: readonly ClockForm[] = [
  { pattern: '', format: '' },
  { pattern: ' [0-9]{1,2}:[0-9]{2}:[0-9]{2}', format: ' %H:%M:%S' },
  { pattern: ' [0-9]{1,2}:[0-9]{2}', format: ' %H:%M' },
  { pattern: String.raw` [0-9]{1,2}:[0-9]{2}:[0-9]{2}\.[0-9]{1,6}`, format: ' %H:%M:%S.%f' },
  { pattern: ' [0-9]{1,2}:[0-9]{2}:[0-9]{2} [AaPp][Mm]', format: ' %I:%M:%S %p' },
  { pattern: ' [0-9]{1,2}:[0-9]{2} [AaPp][Mm]', format: ' %I:%M %p' },
];

const parts: Readonly<Record<DateOrder, readonly ('day' | 'month' | 'year')[]>> = {
  dmy: ['day', 'month', 'year'],
  mdy: ['month', 'day', 'year'],
  ymd: ['year', 'month', 'day'],
};

/** The parts of a date in the order they are written in. */
export function datePartsOf({ order }: DateLayout): readonly ('day' | 'month' | 'year')[] {
  return parts[order];
}

/** A date in a layout of its own: one or two digits for day and month, four for the year. */
export function layoutPattern(layout: DateLayout): string {
  const mark = layout.separator === '.' ? String.raw`\.` : layout.separator;
  return datePartsOf(layout)
    .map((part) => (part === 'year' ? '[0-9]{4}' : '[0-9]{1,2}'))
    .join(mark);
}

/** The layout as a `strptime` format. */
export function layoutFormat(layout: DateLayout): string {
  const codes = { day: '%d', month: '%m', year: '%Y' };
  return datePartsOf(layout)
    .map((part) => codes[part])
    .join(layout.separator);
}

/** The characters that a thousands mark stands for. */
export function thousandsMarks(format: NumberFormat): readonly string[] {
  if (format.thousands === '') return [];
  return format.thousands === ' ' ? [' ', '\u00a0', '\u202f'] : [format.thousands];
}

/** Numbers in a format that the user named: thousands in groups of three or not marked at all, no exponent. */
export function formattedNumberPattern(format: NumberFormat): string {
  const decimal = format.decimal === '.' ? String.raw`\.` : ',';
  const fraction = `(?:${decimal}[0-9]*)?`;
  const marks = thousandsMarks(format);
  const grouped = marks.length === 0 ? '' : `[1-9][0-9]{0,2}(?:[${marks.join('')}][0-9]{3})+${fraction}|`;
  return `-?(?:${grouped}(?:0|[1-9][0-9]*)${fraction}|${decimal}[0-9]+)`;
}
