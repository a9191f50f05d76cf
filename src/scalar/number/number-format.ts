import { StillhouseError } from '../../core/error.ts';
import { scalarFunction } from '../contract.ts';
import { rememberLast } from '../remember-last.ts';
import { parseDecimal, partsOf } from './decimal.ts';

/** A format of `to_char` and `to_number`: `$999,990.99`, with S or MI for the sign, and PR for brackets round what is below 0. */
interface NumberFormat {
  readonly before: 'S' | 'MI' | '';
  readonly after: 'S' | 'MI' | 'PR' | '';
  readonly hasDollar: boolean;
  /** `0`, `9` and `,` before the point. */
  readonly whole: string;
  readonly places: number;
}

const shape = /^(MI|S)?(\$)?([09,G]*)(?:[.D]([09]*))?(\$)?(PR|MI|S)?$/i;

function parseFormat(format: string): NumberFormat {
  const match = shape.exec(format);
  const [, before = '', dollar, whole = '', fraction = '', dollarBehind, after = ''] = match ?? [];
  if (match === null || !/[09]/.test(whole + fraction)) {
    throw new StillhouseError('sql-value', `"${format}" is no number format: write it as $999,990.99.`);
  }
  return {
    before: before.toUpperCase() as NumberFormat['before'], // the shape lets no other through
    after: after.toUpperCase() as NumberFormat['after'], // the shape lets no other through
    hasDollar: dollar !== undefined || dollarBehind !== undefined,
    whole: whole.toUpperCase().replaceAll('G', ','),
    places: fraction.length,
  };
}

/** A number in a format; `#` for each sign of the format where it does not fit. */
function writeNumber(text: string, format: NumberFormat): string | null {
  const number = parseDecimal(text);
  if (number === undefined) return null;
  const { whole, fraction } = partsOf(number);
  const digits = whole === '0' ? '' : whole;
  const room = format.whole.replaceAll(',', '').length;
  const used = fraction.replace(/0+$/, '');
  if (digits.length > room || used.length > format.places) return overflow(format);
  const dollar = format.hasDollar ? '$' : '';
  const body = dollar + fill(format.whole, digits) + (format.places === 0 ? '' : `.${used.padEnd(format.places, '0')}`);
  const lead = /^ */.exec(body.slice(dollar.length))?.[0] ?? '';
  const shown = lead + dollar + body.slice(dollar.length + lead.length);
  const sign = (kind: NumberFormat['after']) =>
    kind === 'S' ? (number.negative ? '-' : '+') : kind === 'MI' ? (number.negative ? '-' : ' ') : '';
  if (format.after === 'PR') return number.negative ? `<${shown.trimStart()}>` : `${shown} `;
  return format.before === '' && format.after === ''
    ? number.negative
      ? `-${shown}`
      : shown
    : sign(format.before) + shown + sign(format.after);
}

/** Digits from the right into their places; before the first digit 9 and commas are blank, 0 is a zero. */
function fill(places: string, digits: string): string {
  let text = '';
  let left = digits.length;
  const zeros = places.indexOf('0');
  for (let at = places.length - 1; at >= 0; at--) {
    const isShown = left > 0 || (zeros >= 0 && at >= zeros);
    if (places[at] === ',') text = (isShown ? ',' : ' ') + text;
    else text = (left > 0 ? (digits[--left] ?? '') : isShown ? '0' : ' ') + text;
  }
  return text;
}

function overflow({ whole, places, hasDollar }: NumberFormat): string {
  return (hasDollar ? '$' : '') + whole.replace(/[09]/g, '#') + (places === 0 ? '' : `.${'#'.repeat(places)}`);
}

/** The number that a text in a format says, as plain text; `null` where the text does not fit. */
function readNumber(text: string, format: NumberFormat): string | null {
  const match = /^(<)?([+-]?)(\$?)([+-]?)([\d,]*)(?:\.(\d*))?([+-]?)(>)?$/.exec(text.trim());
  if (match === null) return null;
  const [, open, first = '', dollar = '', second = '', whole = '', fraction = '', last = '', close] = match;
  const signs = first + second + last;
  const bracketed = open !== undefined && close !== undefined;
  if (signs.length > 1 || (open === undefined) !== (close === undefined) || (bracketed && format.after !== 'PR'))
    return null;
  if (signs !== '' && (last === '' ? format.before === '' : format.after !== 'S' && format.after !== 'MI')) return null;
  if ((dollar !== '') !== format.hasDollar || whole + fraction === '' || fraction.length > format.places) return null;
  const digits = whole.replaceAll(',', '');
  const shaped = whole.replace(/\d/g, '9');
  if (digits.length > format.whole.replaceAll(',', '').length || !format.whole.replaceAll('0', '9').endsWith(shaped))
    return null;
  const least = format.whole.indexOf('0');
  if (least >= 0 && digits.length < format.whole.slice(least).replaceAll(',', '').length) return null;
  return `${signs === '-' || bracketed ? '-' : ''}${digits === '' ? '0' : digits}${fraction === '' ? '' : `.${fraction}`}`;
}

const formatOf = rememberLast(parseFormat);

/** Spark's `to_char` and `to_number`; numbers come and go as plain decimal text. */
export const numberFormatFunctions = [
  scalarFunction({
    name: 'sh_to_char',
    takes: ['text', 'text'],
    gives: 'text',
    row: (number, format) => writeNumber(number, formatOf(format)),
  }),
  scalarFunction({
    name: 'sh_to_number',
    takes: ['text', 'text'],
    gives: 'text',
    row: (text, format) => readNumber(text, formatOf(format)),
  }),
];
