/** Splits a double in two halves of 26 bits (Dekker, "A floating-point technique for extending the available precision", 1971). */
const splitter = 2 ** 27 + 1;

/** How far the correction below may be off, relative to itself, with room to spare. */
const doubt = 2 ** -48;

/**
 * The double nearest to (high * 1e9 + low) / power, for high below 1e8, low below 1e9 and an exact power of ten up to 1e22;
 * NaN in the rare case that the last bit is in doubt. The quotient is corrected by its exact remainder.
 */
export function nearestQuotient(high: number, low: number, power: number): number {
  const upper = high * 1e9;
  const sum = upper + low;
  const rest = low - (sum - upper);
  const quotient = sum / power;
  const correction = (remainder(sum, quotient, power) + rest) / power;
  const least = quotient + correction * (1 - doubt);
  return least === quotient + correction * (1 + doubt) ? least : Number.NaN;
}

/** `sum - quotient * power`, exact when the quotient is the rounded one. */
function remainder(sum: number, quotient: number, power: number): number {
  const product = quotient * power;
  const quotientHigh = quotient * splitter - (quotient * splitter - quotient);
  const quotientLow = quotient - quotientHigh;
  const powerHigh = power * splitter - (power * splitter - power);
  const powerLow = power - powerHigh;
  const error =
    quotientLow * powerLow - (product - quotientHigh * powerHigh - quotientLow * powerHigh - quotientHigh * powerLow);
  return sum - product - error;
}
