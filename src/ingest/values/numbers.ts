import { matcher } from './matcher.ts';
import {
  exponentNumberPattern,
  formattedNumberPattern,
  integerPattern,
  plainNumberPattern,
  thousandsMarks,
} from './patterns.ts';
import type { NumberFormat } from './value-type.ts';

const bigintRange = { lowest: -(2n ** 63n), highest: 2n ** 63n - 1n };
const hugeintRange = { lowest: -(2n ** 127n), highest: 2n ** 127n - 1n };
const certainDigits = 18;
const certainDoubleLength = 15;

/** Whether a canonical whole number fits 64 bits, or 128 when `huge`. */
export function isWholeNumber(text: string, huge: boolean): boolean {
  if (!matcher(integerPattern).test(text)) return false;
  if (text.length <= certainDigits) return true;
  if (text.length > 41) return false;
  const value = BigInt(text);
  const { lowest, highest } = huge ? hugeintRange : bigintRange;
  return value >= lowest && value <= highest;
}

/** The number with a decimal point and no thousands marks, or `undefined` when it is not written in the format. */
export function plainNumber(text: string, format: NumberFormat | undefined): string | undefined {
  if (format === undefined) return matcher(plainNumberPattern).test(text) ? text : undefined;
  if (!matcher(formattedNumberPattern(format)).test(text)) return undefined;
  const ungrouped = thousandsMarks(format).reduce((shorter, mark) => shorter.split(mark).join(''), text);
  return ungrouped.replace(format.decimal, '.');
}

/**
 * Whether a number comes back from a DOUBLE with the digits it was written with, trailing zeros aside. Up to 15
 * significant digits always do; with more, the shortest text of the double has to show the same digits.
 */
export function survivesAsDouble(text: string, format: NumberFormat | undefined): boolean {
  const plain = plainNumber(text, format);
  const readable = plain ?? (format === undefined && matcher(exponentNumberPattern).test(text) ? text : undefined);
  if (readable === undefined) return false;
  if (plain !== undefined && plain.length <= certainDoubleLength) return true;
  const value = Number(readable);
  return Number.isFinite(value) && significantDigits(readable) === significantDigits(String(value));
}

function significantDigits(number: string): string {
  return number
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '');
}

/** Digits before and after the decimal point that a number needs to be kept exactly. */
export interface DigitCounts {
  readonly whole: number;
  readonly fraction: number;
}

/** The digits of a number without exponent, `undefined` for any other text. */
export function digitCounts(text: string, format?: NumberFormat): DigitCounts | undefined {
  const plain = plainNumber(text, format);
  if (plain === undefined) return undefined;
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.');
  return { whole: whole === '0' ? 0 : whole.length, fraction: fraction.replace(/0+$/, '').length };
}
