import { scalarFunction } from '../contract.ts';

/** How close to a tie the product of a value and a power of ten must be for its decimal digits to be asked. */
const nearTie = 1e-6;

/** The largest double that can have a fraction. */
const mostWithFraction = 2 ** 53;

/**
 * A double rounded to so many places by its shortest decimal digits, as Java's `BigDecimal.valueOf(x).setScale` does:
 * 1.005 to two places is 1.01. Ties go away from zero, or with `even` to the even neighbour; places below 0 round to tens.
 */
export function roundDouble(value: number, places: number, even: boolean): number {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || (places >= 0 && size >= mostWithFraction)) return value;
  const scaled = size * 10 ** places;
  if (places > 15 || scaled >= mostWithFraction / 2 ** 20) return roundDigits(value, places, even);
  const fraction = scaled - Math.floor(scaled);
  if (Math.abs(fraction - 0.5) < nearTie) return roundDigits(value, places, even);
  return Math.sign(value) * Number(`${String(Math.round(scaled))}e${String(-places)}`) + 0;
}

/** By the digits themselves. */
function roundDigits(value: number, places: number, even: boolean): number {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const kept = Number(exponent) + 1 + places;
  if (kept < 0) return 0;
  if (kept >= digits.length) return value;
  const head = BigInt(digits.slice(0, kept) || '0');
  const tail = digits.slice(kept);
  const isTie = /^50*$/.test(tail);
  const up = tail >= '5' && !(even && isTie && head % 2n === 0n);
  return Math.sign(value) * Number(`${String(up ? head + 1n : head)}e${String(-places)}`) + 0;
}

/** `sh_round(double, places)`: Spark's `round` of a DOUBLE. */
export const roundFunction = scalarFunction({
  name: 'sh_round',
  takes: ['double', 'integer'],
  gives: 'double',
  row: (value, places) => roundDouble(value, places, false),
});

/** `sh_bround(double, places)`: Spark's `bround` of a DOUBLE. */
export const evenRoundFunction = scalarFunction({
  name: 'sh_bround',
  takes: ['double', 'integer'],
  gives: 'double',
  row: (value, places) => roundDouble(value, places, true),
});
