import { scalarFunction } from '../contract.ts';
import { bytesOfWords, sha224Start, sha256Finish, sha256Start } from './sha256.ts';
import { sha512 } from './sha512.ts';

/** A digest of the SHA-2 family; 0 bits stand for 256, and other lengths have none. */
export function sha2(bytes: Uint8Array, bits: number): Uint8Array | null {
  switch (bits) {
    case 224:
      return shortDigest(bytes, sha224Start, 7);
    case 0:
    case 256:
      return shortDigest(bytes, sha256Start, 8);
    case 384:
    case 512:
      return sha512(bytes, bits);
    default:
      return null;
  }
}

function shortDigest(bytes: Uint8Array, start: Int32Array, words: number): Uint8Array {
  const state = start.slice();
  sha256Finish(state, bytes, 0);
  return bytesOfWords(state, words);
}

/** `sh_sha2(text or bytes, bits)`: Spark's `sha2`, as hexadecimal digits. */
export const sha2Function = scalarFunction({
  name: 'sh_sha2',
  takes: ['bytes', 'integer'],
  gives: 'bytes',
  row: sha2,
});
