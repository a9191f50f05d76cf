import { type ScalarFunction, scalarFunction } from '../contract.ts';
import { sha224Start, sha256Finish, sha256Start, writeWords } from './sha256.ts';
import type { LongDigest } from './sha512.ts';

const state = new Int32Array(8);
const digest224 = new Uint8Array(28);
const digest256 = new Uint8Array(32);

function shortDigest(bytes: Uint8Array, start: Int32Array, into: Uint8Array): Uint8Array {
  state.set(start);
  sha256Finish(state, bytes, 0);
  writeWords(state, into);
  return into;
}

/** `sh_sha2(text or bytes, bits)`: Spark's `sha2`, as hexadecimal digits; 0 bits stand for 256, and other lengths give NULL. */
export const sha2Function = (longDigest: LongDigest): ScalarFunction =>
  scalarFunction({
    name: 'sh_sha2',
    takes: ['bytes', 'integer'],
    gives: 'bytes',
    row(bytes, bits) {
      switch (bits) {
        case 224:
          return shortDigest(bytes, sha224Start, digest224);
        case 0:
        case 256:
          return shortDigest(bytes, sha256Start, digest256);
        case 384:
        case 512:
          return longDigest(bytes, bits);
        default:
          return null;
      }
    },
  });
