import { StillhouseError } from '../../core/error.ts';
import { murmur3x128 } from '../hash/murmur3-128.ts';

/** The seed of every hash of DataSketches (`Util.DEFAULT_UPDATE_SEED`). */
const seed = 9001;
const addressBits = 26;

const word = new DataView(new ArrayBuffer(8));
const wordBytes = new Uint8Array(word.buffer);

/**
 * What a sketch keeps of a value (DataSketches' `HllUtil.coupon`): 26 bits of address, and above them 1 to 63, one more than
 * the zeros that lead the second half of its hash. Kinds are `text` (also bytes), `long` and `double`; `null` for empty text.
 */
export function couponOf(kind: string, value: Uint8Array | number): number | null {
  const bytes = bytesOf(kind, value);
  if (bytes.length === 0) return null;
  const { first, second } = murmur3x128(bytes, seed);
  const zeros = second.high === 0 ? 32 + Math.clz32(second.low) : Math.clz32(second.high);
  return ((Math.min(zeros, 62) + 1) << addressBits) | (first.low & 0x3ffffff);
}

function bytesOf(kind: string, value: Uint8Array | number): Uint8Array {
  if (kind === 'text') return typeof value === 'number' ? new TextEncoder().encode(String(value)) : value;
  const given = typeof value === 'number' ? value : new TextDecoder().decode(value);
  if (kind === 'long') {
    if (typeof given === 'number') {
      word.setInt32(0, given, true);
      word.setInt32(4, given < 0 ? -1 : 0, true);
    } else word.setBigInt64(0, BigInt(given), true);
    return wordBytes;
  }
  if (kind !== 'double')
    throw new StillhouseError('sql-value', `A sketch takes text, long and double values, not "${kind}".`);
  word.setFloat64(0, Number(given) + 0, true);
  return wordBytes;
}

/** The place of a coupon among 2^`lgK`. */
export const slotOf = (coupon: number, lgK: number): number => coupon & ((1 << lgK) - 1);

/** The 1 to 63 of a coupon. */
export const valueOf = (coupon: number): number => coupon >>> addressBits;
