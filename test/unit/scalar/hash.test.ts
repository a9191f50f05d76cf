import { describe, expect, test } from 'vitest';
import { hexOf } from '../../../src/privacy/hex.ts';
import { crc32 } from '../../../src/scalar/hash/crc32.ts';
import { murmur3x128 } from '../../../src/scalar/hash/murmur3-128.ts';
import { callScalar } from './call-scalar.ts';

const text = (value: string) => new TextEncoder().encode(value);
const hex = (name: string, ...values: (string | number)[]) => {
  const digest = callScalar(name, ...values);
  return digest instanceof Uint8Array ? hexOf(digest) : digest;
};

describe('digests', () => {
  test('crc32 as in the documentation of Spark, and its check value', () => {
    expect(callScalar('sh_crc32', 'Spark')).toBe(1_557_323_817n);
    expect(crc32(text('123456789'))).toBe(0xcbf43926);
    expect(crc32(text(''))).toBe(0);
  });

  // FIPS 180-4, examples of NIST.
  test.each([
    [224, '23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7'],
    [256, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [0, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [384, 'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7'],
    [
      512,
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    ],
  ])('SHA-2 of %i bits of abc', (bits, digest) => {
    expect(hex('sh_sha2', 'abc', bits)).toBe(digest);
  });

  test('SHA-256 of a message of two blocks, as NIST has it', () => {
    expect(hex('sh_sha2', 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', 256)).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });

  test('SHA-2 of other lengths is NULL', () => {
    expect(callScalar('sh_sha2', 'abc', 1)).toBeNull();
  });

  // RFC 4231, test cases 2 and 6.
  test('HMAC-SHA256, also with a key longer than a block', () => {
    expect(hex('sh_hmac_sha256', 'what do ya want for nothing?', 'Jefe')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
    const key = new Uint8Array(131).fill(0xaa);
    const digest = callScalar('sh_hmac_sha256', text('Test Using Larger Than Block-Size Key - Hash Key First'), key);
    expect(hexOf(digest as Uint8Array)).toBe('60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54');
  });
});

describe('hashes of rows', () => {
  // SELECT hash('Spark', array(123), 2) and xxhash64 of the same, in the documentation of Spark.
  test('Murmur3 and xxHash64 as Spark chains them over columns', () => {
    expect(callScalar('sh_hash', 42, 'text', 'Spark', 'int', 123, 'int', '2')).toBe(-1_321_691_492);
    expect(callScalar('sh_xxhash64', 42, 'text', 'Spark', 'int', '123', 'int', 2)).toBe(5_602_566_077_635_097_486n);
  });

  test('a hash goes on from where another stopped', () => {
    const first = String(callScalar('sh_xxhash64', 42, 'text', 'Spark'));
    expect(callScalar('sh_xxhash64', first, 'int', 123, 'int', 2)).toBe(5_602_566_077_635_097_486n);
  });

  test('NULL leaves the seed as it is', () => {
    expect(callScalar('sh_hash', 42, 'text', null)).toBe(42);
    expect(callScalar('sh_xxhash64', 42, 'long', null)).toBe(42n);
  });

  // XXH64 of the reference implementation: seed 0, and its sanity buffer's first bytes are left to texts of known digests.
  test('xxHash64 of texts, with and without whole stripes', () => {
    expect(callScalar('sh_xxhash64', 0, 'text', '')).toBe(BigInt.asIntN(64, 0xef46db3751d8e999n));
    expect(callScalar('sh_xxhash64', 0, 'text', 'abc')).toBe(BigInt.asIntN(64, 0x44bc2cf5ad770999n));
    expect(callScalar('sh_xxhash64', 0, 'text', 'Nobody inspects the spammish repetition')).toBe(
      BigInt.asIntN(64, 0xfbcea83c8a378bf1n),
    );
  });

  test('equal values of a type hash alike, however they come', () => {
    expect(callScalar('sh_hash', 42, 'date', '2024-02-29')).toBe(callScalar('sh_hash', 42, 'date', 19_782));
    expect(callScalar('sh_hash', 42, 'date', '1969-12-31')).toBe(callScalar('sh_hash', 42, 'int', -1));
    expect(callScalar('sh_hash', 42, 'timestamp', '1970-01-01 00:00:01.5')).toBe(
      callScalar('sh_hash', 42, 'long', '1500000'),
    );
    expect(callScalar('sh_hash', 42, 'double', '-0.0')).toBe(callScalar('sh_hash', 42, 'double', 0));
    expect(callScalar('sh_hash', 42, 'decimal', '12.34')).toBe(callScalar('sh_hash', 42, 'long', '1234'));
    expect(callScalar('sh_hash', 42, 'big-decimal', '1.28')).toBe(
      callScalar('sh_hash', 42, 'bytes', Uint8Array.of(0, 128)),
    );
    expect(() => callScalar('sh_hash', 42, 'map', 'x')).toThrow('no way to hash');
  });

  // The reference implementation's verified digest of this sentence, seed 0.
  test('MurmurHash3_x64_128', () => {
    const { first, second } = murmur3x128(text('The quick brown fox jumps over the lazy dog'), 0);
    const digits = [first, second].map((word) => BigInt.asUintN(64, word.toBigInt()).toString(16)).join('');
    expect(digits).toBe('e34bbc7bbc071b6c7a433ca9c49a9347');
  });
});
