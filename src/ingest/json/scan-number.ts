import { dot, lowerE, minus, nine, plus, textOf, upperE, upperI, upperN, zero } from './bytes.ts';
import { nearestQuotient } from './nearest-quotient.ts';
import type { Scanner } from './scanner.ts';

const encoder = new TextEncoder();
const notANumber = encoder.encode('NaN');
const infinity = encoder.encode('Infinity');

/** Whether a value that starts with this byte is a number, NaN and Infinity included. */
export function startsNumber(byte: number): boolean {
  return (byte >= zero && byte <= nine) || byte === minus || byte === upperN || byte === upperI;
}

/** Reads the number at `at` into `scanner.number`. */
export function scanNumber(scanner: Scanner): boolean {
  const { bytes, number: token } = scanner;
  let at = scanner.at;
  token.start = at;
  let byte = bytes[at] ?? 0;
  token.negative = byte === minus;
  if (token.negative) byte = bytes[++at] ?? 0;
  if (byte < zero || byte > nine) return scanNonFinite(scanner, at);
  const whole = at;
  let mantissa = 0;
  while (byte >= zero && byte <= nine) {
    mantissa = mantissa * 10 + (byte - zero);
    byte = bytes[++at] ?? 0;
  }
  const wholeDigits = bytes[whole] === zero ? 0 : at - whole;
  if (wholeDigits === 0 && at - whole > 1) return scanner.fail('leading-zero', whole);
  let fractionDigits = 0;
  if (byte === dot) {
    const fraction = ++at;
    byte = bytes[at] ?? 0;
    while (byte >= zero && byte <= nine) {
      mantissa = mantissa * 10 + (byte - zero);
      byte = bytes[++at] ?? 0;
    }
    fractionDigits = at - fraction;
    if (fractionDigits === 0) return scanner.fail('digit', at);
  }
  token.finite = true;
  token.mantissa = mantissa;
  token.digits = wholeDigits + fractionDigits;
  token.fractionDigits = fractionDigits;
  token.exponent = 0;
  token.whole = fractionDigits === 0 && !(mantissa === 0 && token.negative);
  scanner.at = at;
  return byte === lowerE || byte === upperE ? scanExponent(scanner) : true;
}

function scanExponent(scanner: Scanner): boolean {
  const { bytes, number: token } = scanner;
  let at = scanner.at + 1;
  const sign = bytes[at] ?? 0;
  if (sign === plus || sign === minus) at++;
  const start = at;
  let exponent = 0;
  let byte = bytes[at] ?? 0;
  while (byte >= zero && byte <= nine) {
    exponent = exponent * 10 + (byte - zero);
    byte = bytes[++at] ?? 0;
  }
  if (at === start) return scanner.fail('digit', at);
  token.exponent = sign === minus ? -exponent : exponent;
  token.whole = false;
  scanner.at = at;
  return true;
}

function scanNonFinite(scanner: Scanner, at: number): boolean {
  const { bytes, number: token } = scanner;
  const first = bytes[at] ?? 0;
  const isNaN = first === upperN && !token.negative;
  if (!isNaN && first !== upperI) return scanner.fail(token.negative ? 'digit' : 'value', at);
  const start = scanner.at;
  scanner.at = at;
  if (!scanner.word(isNaN ? notANumber : infinity)) {
    scanner.at = start;
    return false;
  }
  token.finite = false;
  token.whole = false;
  token.mantissa = isNaN ? Number.NaN : Number.POSITIVE_INFINITY;
  token.digits = 0;
  token.fractionDigits = 0;
  token.exponent = 0;
  return true;
}

/** A double keeps every integer below this one. */
export const exactIntegers = 2 ** 53;

/** An integer literal whose mantissa is below this fits BIGINT, and has at most 19 digits. */
export const surelyBigint = 9.223372036854e18;

/** Cuts the digits of the number read last, 10 to 19 of them, in two integers that are exact as doubles. */
export function splitDigits(scanner: Scanner): void {
  const { bytes, number: token } = scanner;
  let at = token.start + (token.negative ? 1 : 0);
  if (bytes[at] === zero) at++;
  token.high = 0;
  token.low = 0;
  for (let left = token.digits; left > 0; at++) {
    const digit = (bytes[at] ?? 0) - zero;
    if (digit < 0) continue;
    if (left > 9) token.high = token.high * 10 + digit;
    else token.low = token.low * 10 + digit;
    left--;
  }
}

/** Whether a double holds exactly the integer split last: beyond 2^53 it must be a multiple of 2, beyond 2^54 of 4, … */
export function isExactDouble(scanner: Scanner): boolean {
  const { high, low, mantissa } = scanner.number;
  let step = 2;
  for (let limit = exactIntegers * 2 * (1 - 1e-12); mantissa >= limit; limit *= 2) step *= 2;
  return ((Math.imul(high, 1e9) + low) & (step - 1)) === 0;
}

const powersOfTen = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** The double nearest to the number read last. */
export function doubleOf(scanner: Scanner): number {
  const { number: token } = scanner;
  const exponent = token.exponent - token.fractionDigits;
  const { mantissa } = token;
  if (mantissa < exactIntegers && exponent >= -22 && exponent <= 22) {
    const power = powersOfTen[Math.abs(exponent)] ?? 1;
    const size = exponent < 0 ? mantissa / power : mantissa * power;
    return token.negative ? -size : size;
  }
  if (mantissa < 1e17 && exponent < 0 && exponent >= -22) {
    splitDigits(scanner);
    const size = nearestQuotient(token.high, token.low, powersOfTen[-exponent] ?? 1);
    if (!Number.isNaN(size)) return token.negative ? -size : size;
  }
  return Number(textOf(scanner.bytes, token.start, scanner.at));
}
