import { StillhouseError } from '../../core/error.ts';
import { scalarFunction } from '../contract.ts';
import { grouped, parseDecimal, partsOf, roundDecimal } from './decimal.ts';

const patternShape = /^([^#0,.%]*)([#,]*[0,]*)(?:\.(0*)(#*))?(%?)([^#0,.%]*)$/;
const usualPattern = '#,##0';

/**
 * A number by a count of places or a pattern of Java's `DecimalFormat` such as `###,##0.00`, halves to the even neighbour.
 * `null` for less than 0 places. Throws `sql-value` for what is no number or no pattern.
 */
export function formatNumber(text: string, places: string): string | null {
  if (/^-?\d+$/.test(places)) {
    const count = Number(places);
    return count < 0 ? null : byPattern(text, count === 0 ? usualPattern : `${usualPattern}.${'0'.repeat(count)}`);
  }
  return byPattern(text, places === '' ? usualPattern : places);
}

function byPattern(text: string, pattern: string): string {
  const match = patternShape.exec(pattern);
  if (match === null)
    throw new StillhouseError('sql-value', `"${pattern}" is no number format: write it as ###,##0.00.`);
  const [, prefix = '', integers = '', zeros = '', more = '', percent = '', suffix = ''] = match;
  const number = parseDecimal(text);
  if (number === undefined) return special(text, prefix, suffix);
  const scaled = percent === '' ? number : { ...number, digits: number.digits * 100n };
  const rounded = roundDecimal(scaled, zeros.length + more.length, 'even');
  const { whole, fraction } = partsOf(rounded);
  const least = integers.replace(/[^0]/g, '').length;
  const shownWhole = (whole === '0' ? '' : whole).padStart(least, '0');
  const comma = integers.lastIndexOf(',');
  const kept = fraction.slice(0, zeros.length) + fraction.slice(zeros.length).replace(/0+$/, '');
  const shown = grouped(shownWhole, comma < 0 ? 0 : integers.length - comma - 1) + (kept === '' ? '' : `.${kept}`);
  const sign = rounded.negative ? '-' : '';
  return `${sign}${prefix}${shown === '' ? '0' : shown}${percent}${suffix}`;
}

function special(text: string, prefix: string, suffix: string): string {
  if (text === 'NaN') return 'NaN';
  if (text === 'Infinity' || text === '-Infinity') return `${text.startsWith('-') ? '-' : ''}${prefix}∞${suffix}`;
  throw new StillhouseError('sql-value', `"${text}" is no number.`);
}

/** `sh_format_number(number as text, places or pattern as text)`: Spark's `format_number`. */
export const formatNumberFunction = scalarFunction({
  name: 'sh_format_number',
  takes: ['text', 'text'],
  gives: 'text',
  row: formatNumber,
});
