const wordSize = 65_536;
const doubleWord = 4_294_967_296;

/**
 * Stores `high * factor + low` as a 64-bit integer in two little-endian words, row by row. Exact for |high| < 2^38 with
 * factor and low up to 2^31; all steps stay below 2^53.
 */
export function storeProduct(words: Int32Array, row: number, high: number, factor: number, low: number): void {
  const upperPart = Math.floor(high / wordSize);
  const lowerSum = (high - upperPart * wordSize) * factor + low;
  const carry = Math.floor(lowerSum / wordSize);
  const upperSum = upperPart * factor + carry;
  const top = Math.floor(upperSum / wordSize);
  words[row * 2] = ((upperSum - top * wordSize) << 16) | (lowerSum - carry * wordSize);
  words[row * 2 + 1] = top;
}

/** Stores an integer below 2^53 as 64 bits. */
export function storeInteger(words: Int32Array, row: number, value: number): void {
  words[row * 2] = value | 0;
  words[row * 2 + 1] = Math.floor(value / doubleWord);
}

/** Stores any integer as 128 bits, in two words of 64. */
export function storeWide(words: BigInt64Array, row: number, value: bigint): void {
  words[row * 2] = BigInt.asIntN(64, value);
  words[row * 2 + 1] = value >> 64n;
}
