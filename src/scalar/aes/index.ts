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
  decryptValue(value.slice(), { mode: aesMode(mode, padding), key: key.slice(), aad });

const encrypting =
  (random: SecureRandom) =>
  (value: Uint8Array, key: Uint8Array, mode = 'GCM', padding = 'DEFAULT', vector = none, aad = none): Uint8Array =>
    encryptValue(value.slice(), { mode: aesMode(mode, padding), key: key.slice(), aad }, vector.slice(), random);
