import { scalarFunction } from '../contract.ts';

/** A double as Java's `Double.toString` of version 19 and later writes it: `1.0`, `1.0E7`, `1.0E-5`, `NaN`, `Infinity`. */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) {
    const text = String(value);
    return text.includes('.') ? text : `${text}.0`;
  }
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}

/** `sh_double_text(number)`: a DOUBLE as Spark writes it as text. */
export const doubleTextFunction = scalarFunction({
  name: 'sh_double_text',
  takes: ['double'],
  gives: 'text',
  row: doubleText,
});
