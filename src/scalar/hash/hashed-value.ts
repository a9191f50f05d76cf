import { StillhouseError } from '../../core/error.ts';
import { microsecondsOfText } from '../time/plain-text.ts';
import { Word64 } from './word64.ts';

/** Takes a value in the width in which Spark hashes its type. */
export interface HashTarget {
  int(value: number): void;
  long(value: Word64): void;
  bytes(bytes: Uint8Array): void;
}

const decoder = new TextDecoder();
const pair = new DataView(new ArrayBuffer(8));
const word = new Word64();

/**
 * Hands a value to a hash as Spark does by its type (`HashExpression.computeHash`). Numbers, dates and timestamps come as the
 * text that SQL writes them in, or as numbers: days for dates, microseconds for timestamps. Throws `sql-value` for other kinds.
 */
export function hashValue(kind: string, value: Uint8Array | number, target: HashTarget): void {
  if (kind === 'text' || kind === 'bytes') {
    target.bytes(typeof value === 'number' ? new TextEncoder().encode(String(value)) : value);
    return;
  }
  if (kind === 'long' && typeof value !== 'number') {
    target.long(word.setDigits(value));
    return;
  }
  const given = typeof value === 'number' ? value : decoder.decode(value);
  switch (kind) {
    case 'int':
      target.int(Number(given) | 0);
      return;
    case 'boolean':
      target.int(given === 'true' || given === 1 ? 1 : 0);
      return;
    case 'long':
      target.long(word.setBigInt(BigInt(given)));
      return;
    case 'float':
      pair.setFloat32(0, Number(given) + 0);
      target.int(Number.isNaN(Number(given)) ? 0x7fc00000 : pair.getInt32(0));
      return;
    case 'double':
      pair.setFloat64(0, Number.isNaN(Number(given)) ? Number.NaN : Number(given) + 0);
      target.long(word.set(pair.getInt32(0), pair.getInt32(4)));
      return;
    case 'decimal':
      target.long(word.setBigInt(BigInt(String(given).replace('.', ''))));
      return;
    case 'big-decimal':
      target.bytes(signedBytes(BigInt(String(given).replace('.', ''))));
      return;
    case 'date':
      target.int(typeof given === 'number' ? given : Number(microsecondsOfText(given) / 86_400_000_000n));
      return;
    case 'timestamp':
      target.long(word.setBigInt(typeof given === 'number' ? BigInt(given) : microsecondsOfText(given)));
      return;
    default:
      throw new StillhouseError('sql-value', `There is no way to hash a value of the kind "${kind}".`);
  }
}

/** Java's `BigInteger.toByteArray`: two's complement, the highest byte first, as short as it can be. */
function signedBytes(value: bigint): Uint8Array {
  let length = 1;
  while (BigInt.asIntN(8 * length, value) !== value) length++;
  return Uint8Array.from({ length }, (_, index) => Number((value >> BigInt(8 * (length - 1 - index))) & 0xffn));
}
