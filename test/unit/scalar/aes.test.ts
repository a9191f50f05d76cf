import { describe, expect, test } from 'vitest';
import { callScalar } from './call-scalar.ts';

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
const base64 = (value: unknown) => Buffer.from(value as Uint8Array).toString('base64');
const text = (value: unknown) => new TextDecoder().decode(value as Uint8Array);
const key = 'abcdefghijklmnop12345678ABCDEFGH';

// All from the documentation of Spark 3.5, aes_encrypt and aes_decrypt.
describe('AES', () => {
  test('encrypts as Spark does', () => {
    const aad = 'This is an AAD mixed into the input';
    expect(base64(callScalar('sh_aes_encrypt', 'Spark', key, 'GCM', 'DEFAULT', new Uint8Array(12), aad))).toBe(
      'AAAAAAAAAAAAAAAAQiYi+sTLm7KD9UcZ2nlRdYDe/PX4',
    );
    expect(base64(callScalar('sh_aes_encrypt', 'Spark', key, 'CBC', 'DEFAULT', new Uint8Array(16)))).toBe(
      'AAAAAAAAAAAAAAAAAAAAAPSd4mWyMZ5mhvjiAPQJnfg=',
    );
    expect(base64(callScalar('sh_aes_encrypt', 'Spark SQL', '1234567890abcdef', 'ECB', 'PKCS'))).toBe(
      '3lmwu+Mw0H3fi5NDvcu9lg==',
    );
  });

  test('decrypts as Spark does', () => {
    const gcm = bytes('83F16B2AA704794132802D248E6BFD4E380078182D1544813898AC97E709B28A94');
    expect(text(callScalar('sh_aes_decrypt', gcm, '0000111122223333'))).toBe('Spark');
    const cbc = Buffer.from('AAAAAAAAAAAAAAAAAAAAAPSd4mWyMZ5mhvjiAPQJnfg=', 'base64');
    expect(text(callScalar('sh_aes_decrypt', cbc, key, 'CBC', 'DEFAULT'))).toBe('Spark');
  });

  test.each(['GCM', 'CBC', 'ECB'])('%s turns back what it made, with keys of all lengths', (mode) => {
    for (const length of [16, 24, 32]) {
      const other = key.slice(0, length);
      const sealed = callScalar('sh_aes_encrypt', 'schön', other, mode);
      expect(text(callScalar('sh_aes_decrypt', sealed, other, mode))).toBe('schön');
    }
  });

  test('says why it refuses; the trying one gives NULL', () => {
    const sealed = callScalar('sh_aes_encrypt', 'Spark', key);
    expect(() => callScalar('sh_aes_decrypt', sealed, '0000111122223333')).toThrow('cannot be decrypted');
    expect(callScalar('sh_try_aes_decrypt', sealed, '0000111122223333')).toBeNull();
    expect(() => callScalar('sh_aes_encrypt', 'Spark', 'short')).toThrow('The key has 5 bytes');
    expect(() => callScalar('sh_aes_encrypt', 'Spark', key, 'CTR')).toThrow('not CTR');
    expect(() => callScalar('sh_aes_encrypt', 'Spark', key, 'GCM', 'PKCS')).toThrow('with padding PKCS');
    expect(() => callScalar('sh_aes_encrypt', 'Spark', key, 'CBC', 'PKCS', 'short')).toThrow('16 bytes, not 5');
    expect(() => callScalar('sh_aes_encrypt', 'Spark', key, 'ECB', 'PKCS', '', 'more')).toThrow('no additional data');
  });

  test('keeps no key by its place in memory, where the next one may stand', () => {
    const memory = new TextEncoder().encode('1234567890abcdef');
    for (const mode of ['GCM', 'CBC', 'ECB']) {
      const sealed = callScalar('sh_aes_encrypt', 'Spark SQL', memory.slice(), mode);
      expect(text(callScalar('sh_aes_decrypt', sealed, memory, mode))).toBe('Spark SQL');
      memory.fill(0);
      expect(callScalar('sh_try_aes_decrypt', sealed, memory, mode)).toBeNull();
      memory.set(new TextEncoder().encode('1234567890abcdef'));
      expect(text(callScalar('sh_aes_decrypt', sealed, memory, mode))).toBe('Spark SQL');
    }
  });
});
