import { StillhouseError } from '../../core/error.ts';
import type { SecureRandom } from '../../privacy/ports.ts';
import { openFunction, type ScalarFunction } from '../contract.ts';
import { aesMode, decryptValue, encryptValue } from './cipher.ts';

const none = new Uint8Array(0);

/**
 * Spark's `aes_encrypt`, `aes_decrypt` and `try_aes_decrypt`, GCM where no mode is given. They give hexadecimal digits; in SQL
 * `unhex` makes bytes of them.
 */
export function aesFunctions(random: SecureRandom): readonly ScalarFunction[] {
  return [
    openFunction({
      name: 'sh_aes_encrypt',
      takes: ['bytes', 'bytes', 'text', 'text', 'bytes', 'bytes'],
      optional: 4,
      gives: 'bytes',
      row: encrypting(random),
    }),
    openFunction({ ...decrypting, name: 'sh_aes_decrypt', row: decrypt }),
    openFunction({
      ...decrypting,
      name: 'sh_try_aes_decrypt',
      row(...values: Parameters<typeof decrypt>) {
        try {
          return decrypt(...values);
        } catch (error) {
          if (error instanceof StillhouseError) return null;
          throw error;
        }
      },
    }),
  ];
}

const decrypting = { takes: ['bytes', 'bytes', 'text', 'text', 'bytes'], optional: 3, gives: 'bytes' } as const;

const decrypt = (value: Uint8Array, key: Uint8Array, mode = 'GCM', padding = 'DEFAULT', aad = none): Uint8Array =>
  decryptValue(value, { mode: aesMode(mode, padding), key, aad });

const encrypting = (random: SecureRandom) => {
  const drawn = drawer(random);
  return (
    value: Uint8Array,
    key: Uint8Array,
    mode = 'GCM',
    padding = 'DEFAULT',
    vector = none,
    aad = none,
  ): Uint8Array => encryptValue(value, { mode: aesMode(mode, padding), key, aad }, vector, drawn);
};

/** Bytes that the platform draws at a time: each draw has a price of its own. */
const drawnAtOnce = 4096;

/** The platform's random bytes, each given once. */
function drawer(random: SecureRandom): SecureRandom {
  let drawn = new Uint8Array(0);
  let used = 0;
  return (length) => {
    if (used + length > drawn.length) [drawn, used] = [random(Math.max(drawnAtOnce, length)), 0];
    used += length;
    return drawn.subarray(used - length, used);
  };
}
