import { spanText, spanWords } from '../calendar.ts';
import type { Position } from '../data.ts';
import { doubleDecimal, formatExact, plainFormat, type NumberLocale } from '../number-format.ts';
import { isWhole, type Chart, type Dimension } from '../resolve.ts';

/** A position as an axis, a legend or a table names it. */
export function positionLabel(
  position: Position,
  dimension: Dimension | null,
  chart: Chart,
  locale: NumberLocale,
): string {
  switch (position.kind) {
    case 'all':
      return chart.measures[0]?.label ?? '';
    case 'measure':
      return chart.measures[position.index]?.label ?? '';
    case 'category':
      return position.text === '' ? '(empty)' : position.text;
    case 'missing':
      return '(no value)';
    case 'other':
      return 'Other';
    case 'time':
      return timeLabel(position, dimension, spanText);
    case 'number':
      return numberLabel(position, dimension, locale);
  }
}

/** A position in a sentence, with its preposition: `in March 2024`, `for Shop`, `from 20 to 25`. */
export function positionPhrase(
  position: Position,
  dimension: Dimension | null,
  chart: Chart,
  locale: NumberLocale,
): string {
  switch (position.kind) {
    case 'all':
      return '';
    case 'missing':
      return 'where there is no value';
    case 'other':
      return 'for “Other”';
    case 'time':
      return timePhrase(timeLabel(position, dimension, spanWords));
    case 'number': {
      const label = numberLabel(position, dimension, locale);
      return label.includes(rangeDash) ? `from ${label.replace(rangeDash, ' to ')}` : `at ${label}`;
    }
    default:
      return `for ${positionLabel(position, dimension, chart, locale)}`;
  }
}

/** A position in a sentence without a preposition: `March 2024`, `Shop`. */
export function positionName(
  position: Position,
  dimension: Dimension | null,
  chart: Chart,
  locale: NumberLocale,
): string {
  if (position.kind === 'time') return timeLabel(position, dimension, spanWords);
  return positionLabel(position, dimension, chart, locale);
}

const rangeDash = '–';

function timePhrase(label: string): string {
  if (/^-?\d+-\d{2}-\d{2}$/.test(label)) return `on ${label}`;
  return `${label.includes(':') ? 'at' : 'in'} ${label}`;
}

function timeLabel(
  { start, grain }: Extract<Position, { kind: 'time' }>,
  dimension: Dimension | null,
  write: typeof spanText,
): string {
  const isDate = dimension?.column.type.kind === 'date' && grain === null;
  return write(start, isDate ? 'day' : grain);
}

/** Bins of whole numbers name the last number that belongs to them: 20–24, or 20 alone. */
function numberLabel(
  { start, end }: Extract<Position, { kind: 'number' }>,
  dimension: Dimension | null,
  locale: NumberLocale,
): string {
  const write = (value: number) => formatExact(doubleDecimal(value), plainFormat, locale);
  const last = end !== null && isWhole(dimension?.column) ? end - 1 : end;
  if (last === null || last === start) return write(start);
  return `${write(start)}${rangeDash}${write(last)}`;
}
