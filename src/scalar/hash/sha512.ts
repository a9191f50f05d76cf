import { createSHA384, createSHA512 } from 'hash-wasm';

/** SHA-384 or SHA-512 of bytes (FIPS 180-4, section 6.4). */
export type LongDigest = (bytes: Uint8Array, bits: 384 | 512) => Uint8Array;

/** Makes ready the longer digests of the SHA-2 family: 64-bit arithmetic is WASM's, seven times faster than in JavaScript. */
export async function loadLongDigest(): Promise<LongDigest> {
  const [sha384, sha512] = await Promise.all([createSHA384(), createSHA512()]);
  return (bytes, bits) => (bits === 384 ? sha384 : sha512).init().update(bytes).digest('binary');
}
