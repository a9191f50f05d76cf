import { sha384 as digest384, sha512 as digest512 } from '@noble/hashes/sha2';

/** SHA-512 or SHA-384 of bytes (FIPS 180-4, section 6.4). */
export function sha512(bytes: Uint8Array, bits: 384 | 512): Uint8Array {
  return bits === 384 ? digest384(bytes) : digest512(bytes);
}
