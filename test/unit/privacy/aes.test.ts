import { createCipheriv, createDecipheriv } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createGcm } from '../../../src/privacy/aes/gcm.ts';
import { aesDecrypt, aesEncrypt, type AesMode } from '../../../src/privacy/aes/spark-aes.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (value: Uint8Array | null | undefined) => (value ? Buffer.from(value).toString('hex') : value);
const nothing = new Uint8Array(0);

/** McGrew and Viega, The Galois/Counter Mode of Operation, test cases 1, 2, 4, 10 and 16, as NIST validates them. */
const feedface = 'feedfacedeadbeeffeedfacedeadbeefabaddad2';
const long =
  'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39';
test.each([
  ['00'.repeat(16), '00'.repeat(12), '', '', '58e2fccefa7e3061367f1d57a4e7455a'],
  [
    '00'.repeat(16),
    '00'.repeat(12),
    '',
    '00'.repeat(16),
    '0388dace60b6a392f328c2b971b2fe78ab6e47d42cec13bdf53a67b21257bddf',
  ],
  [
    'feffe9928665731c6d6a8f9467308308',
    'cafebabefacedbaddecaf888',
    feedface,
    long,
    '42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e0915bc94fbc3221a5db94fae95ae7121a47',
  ],
  [
    'feffe9928665731c6d6a8f9467308308feffe9928665731c',
    'cafebabefacedbaddecaf888',
    feedface,
    long,
    '3980ca0b3c00e841eb06fac4872a2757859e1ceaa6efd984628593b40ca1e19c7d773d00c144c525ac619d18c84a3f4718e2448b2fe324d9ccda27102519498e80f1478f37ba55bd6d27618c',
  ],
  [
    'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308',
    'cafebabefacedbaddecaf888',
    feedface,
    long,
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b',
  ],
])('GCM gives the standard’s own examples', (key, nonce, aad, plain, sealed) => {
  const gcm = createGcm(bytes(key), bytes(aad));
  expect(hex(gcm.seal([{ nonce: bytes(nonce), bytes: bytes(plain) }])[0])).toBe(sealed);
  expect(hex(gcm.open([{ nonce: bytes(nonce), bytes: bytes(sealed) }])[0])).toBe(plain);
});

/** NIST SP 800-38A, F.2.1, F.2.5, F.1.1 and F.1.5: the first block of each, before the padding that Spark adds. */
test.each([
  ['CBC', '2b7e151628aed2a6abf7158809cf4f3c', '7649abac8119b246cee98e9b12e9197d'],
  ['CBC', '603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4', 'f58c4c04d6e5f1ba779eabfb5f7bfbd6'],
  ['ECB', '2b7e151628aed2a6abf7158809cf4f3c', '3ad77bb40d7a3660a89ecaf32466ef97'],
  ['ECB', '603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4', 'f3eed1bdb5d2a03c064b5a7e3db181f8'],
] as const)('%s gives the standard’s own examples', (mode, key, first) => {
  const vector = bytes('000102030405060708090a0b0c0d0e0f');
  const [value] = aesEncrypt(
    [bytes('6bc1bee22e409f96e93d7e117393172a')],
    { mode, key: bytes(key), aad: nothing },
    () => vector,
  );
  const start = mode === 'CBC' ? 32 : 0;
  expect(hex(value)?.slice(start, start + 32)).toBe(first);
  expect(hex(value)?.slice(0, start)).toBe(mode === 'CBC' ? hex(vector) : '');
});

/** The example of Spark's documentation of aes_encrypt: `hex(aes_encrypt('Spark', '0000111122223333'))` decrypts so. */
test('what Spark’s documentation encrypted is decrypted', () => {
  const options = { mode: 'GCM', key: new TextEncoder().encode('0000111122223333'), aad: nothing } as const;
  const sealed = bytes('83F16B2AA704794132802D248E6BFD4E380078182D1544813898AC97E709B28A94');
  expect(aesDecrypt([sealed], options).map((value) => Buffer.from(value ?? nothing).toString())).toEqual(['Spark']);
});

function sealedByNode(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-gcm` as 'aes-128-gcm', key, nonce).setAAD(aad); // all three sizes
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function encryptedByNode(mode: string, key: Uint8Array, vector: Uint8Array | null, plain: Uint8Array): Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-${mode.toLowerCase()}`, key, vector);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
}

describe.each(['GCM', 'CBC', 'ECB'] as const)('%s', (mode: AesMode) => {
  test.each([16, 24, 32])('agrees with another implementation for keys of %i bytes', (size) => {
    const key = Uint8Array.from({ length: size }, (_, index) => index * 7 + 1);
    const aad = mode === 'GCM' ? new TextEncoder().encode('column email') : nothing;
    const values = Array.from({ length: 70 }, (_, length) =>
      length % 9 === 8 ? null : new Uint8Array(length).fill(length),
    );
    let drawn = 0;
    const vectors = (length: number) => Uint8Array.from({ length }, () => (drawn = (drawn * 5 + 3) % 251));
    const sealed = aesEncrypt(values, { mode, key, aad }, vectors);
    expect(aesDecrypt(sealed, { mode, key, aad })).toEqual(values);
    const vectorSize = { GCM: 12, CBC: 16, ECB: 0 }[mode];
    sealed.forEach((one, index) => {
      if (one === null) return;
      const vector = mode === 'ECB' ? null : one.slice(0, vectorSize);
      const plain = values[index] ?? nothing;
      const other =
        mode === 'GCM' ? sealedByNode(key, one.slice(0, 12), aad, plain) : encryptedByNode(mode, key, vector, plain);
      expect(hex(one.slice(vectorSize))).toBe(hex(other));
    });
  });

  test('a key of another length is refused in words', () => {
    const options = { mode, key: new Uint8Array(20), aad: nothing };
    expect(() => aesEncrypt([], options, () => nothing)).toThrow('The key has 20 bytes');
  });

  test('values that are none become NULL, not errors', () => {
    const options = { mode, key: new Uint8Array(16), aad: nothing };
    const broken = [nothing, new Uint8Array(5), new Uint8Array(33), null];
    expect(aesDecrypt(broken, options)).toEqual([null, null, null, null]);
  });
});

test('GCM refuses a value of which any one bit was changed', () => {
  const options = { mode: 'GCM', key: new Uint8Array(32).fill(3), aad: nothing } as const;
  const [sealed] = aesEncrypt([new TextEncoder().encode('secret')], options, (length) =>
    new Uint8Array(length).fill(9),
  );
  const all = Array.from({ length: (sealed?.length ?? 0) * 8 }, (_, bit) => {
    const changed = Uint8Array.from(sealed ?? nothing);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return changed;
  });
  expect(aesDecrypt(all, options).every((value) => value === null)).toBe(true);
  expect(aesDecrypt([sealed ?? null], { ...options, aad: Uint8Array.of(1) })).toEqual([null]);
});

test('another implementation decrypts', () => {
  const key = new Uint8Array(16).fill(1);
  const plain = Buffer.from('Zoë');
  const [sealed] = aesEncrypt([plain], { mode: 'CBC', key, aad: nothing }, (length) => new Uint8Array(length).fill(2));
  const other = createDecipheriv('aes-128-cbc', key, (sealed ?? nothing).slice(0, 16));
  expect(Buffer.concat([other.update((sealed ?? nothing).slice(16)), other.final()]).toString()).toBe('Zoë');
});
