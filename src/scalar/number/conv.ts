import { scalarFunction } from '../contract.ts';

const most = 0xffffffffffffffffn;

/**
 * A number written in one base, written in another, as Hive and Spark have it: 64 bits without a sign unless the new base is
 * negative, reading ends before the first wrong digit, what is too large is 2⁶⁴ − 1. `null` for bases other than 2 to 36.
 */
export function convertBase(text: string, from: number, to: number): string | null {
  const base = Math.abs(to);
  const trimmed = text.trim();
  if (from < 2 || from > 36 || base < 2 || base > 36 || trimmed === '') return null;
  const isNegative = trimmed.startsWith('-');
  let value = 0n;
  for (const character of isNegative ? trimmed.slice(1) : trimmed) {
    const digit = /^[0-9a-z]$/i.test(character) ? Number.parseInt(character, 36) : 36;
    if (digit >= from) break;
    value = value * BigInt(from) + BigInt(digit);
    if (value > most) value = most + 1n;
  }
  const overflowed = value > most;
  const bits = overflowed ? most : value;
  const isHigh = BigInt.asIntN(64, bits) < 0n;
  if (to > 0) return written(isNegative ? (isHigh ? most : BigInt.asUintN(64, -bits)) : bits, base);
  if (isNegative) return `-${written(isHigh ? BigInt.asUintN(64, -bits) : bits, base)}`;
  return isHigh ? `-${written(BigInt.asUintN(64, -bits), base)}` : written(bits, base);
}

const written = (value: bigint, base: number): string => value.toString(base).toUpperCase();

/** `sh_conv(number as text, from, to)`: Spark's `conv`. */
export const convFunction = scalarFunction({
  name: 'sh_conv',
  takes: ['text', 'integer', 'integer'],
  gives: 'text',
  row: convertBase,
});
