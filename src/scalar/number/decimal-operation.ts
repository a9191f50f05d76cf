import { openFunction } from '../contract.ts';

const powers = Array.from({ length: 120 }, (_, exponent) => 10n ** BigInt(exponent));
const powerOfTen = (exponent: number): bigint => powers[exponent] ?? 10n ** BigInt(exponent);
const mostDigits = powerOfTen(38);

/**
 * `sh_decimal(operator, a, b, places)`: the exact sum, difference, product, quotient, whole quotient (`div`) or remainder of
 * two decimals as a text with so many places, halves rounded away from zero; NULL where it has more than 38 digits, or `b`
 * is 0. The decimals are texts as the engine writes them.
 */
export const decimalOperationFunction = openFunction({
  name: 'sh_decimal',
  takes: ['text', 'text', 'text', 'integer'],
  gives: 'text',
  row(operator: string, first: string, second: string, places: number): string | null {
    const [firstScale, secondScale] = [scaleOf(first), scaleOf(second)];
    const [a, b] = [digitsOf(first, firstScale), digitsOf(second, secondScale)];
    if (operator === '*') return rounded(a * b, firstScale + secondScale, places);
    if (operator === '/') return b === 0n ? null : quotient(a, b, places + secondScale - firstScale, places);
    const scale = Math.max(firstScale, secondScale);
    const [x, y] = [a * powerOfTen(scale - firstScale), b * powerOfTen(scale - secondScale)];
    if (operator === '+') return rounded(x + y, scale, places);
    if (operator === '-') return rounded(x - y, scale, places);
    if (y === 0n) return null;
    return operator === 'div' ? decimalText(x / y, 0) : rounded(x % y, scale, places);
  },
});

function scaleOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

const digitsOf = (text: string, scale: number): bigint =>
  BigInt(scale === 0 ? text.replace('.', '') : text.slice(0, -scale - 1) + text.slice(-scale));

/** `a * 10^exponent / b`, halves away from zero. */
function quotient(a: bigint, b: bigint, exponent: number, places: number): string | null {
  const number = exponent > 0 ? a * powerOfTen(exponent) : a;
  const divisor = exponent < 0 ? b * powerOfTen(-exponent) : b;
  return decimalText(nearest(number, divisor), places);
}

function nearest(number: bigint, divisor: bigint): bigint {
  const whole = number / divisor;
  const twice = (number - whole * divisor) * 2n;
  const isUp = (twice < 0n ? -twice : twice) >= (divisor < 0n ? -divisor : divisor);
  if (!isUp) return whole;
  return number < 0n === divisor < 0n ? whole + 1n : whole - 1n;
}

function rounded(value: bigint, scale: number, places: number): string | null {
  return decimalText(
    scale > places ? nearest(value, powerOfTen(scale - places)) : value * powerOfTen(places - scale),
    places,
  );
}

function decimalText(value: bigint, places: number): string | null {
  const isNegative = value < 0n;
  const size = isNegative ? -value : value;
  if (size >= mostDigits) return null;
  if (places === 0) return String(value);
  const digits = String(size).padStart(places + 1, '0');
  const point = digits.length - places;
  return `${isNegative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}
