import type { Halves } from '../contract.ts';
import { readInt32, Word64 } from './word64.ts';

const prime1: Halves = { high: 0x9e3779b1, low: 0x85ebca87 };
const prime2: Halves = { high: 0xc2b2ae3d, low: 0x27d4eb4f };
const prime3: Halves = { high: 0x165667b1, low: 0x9e3779f9 };
const prime4: Halves = { high: 0x85ebca77, low: 0xc2b2ae63 };
const prime5: Halves = { high: 0x27d4eb2f, low: 0x165667c5 };

const lanes = [new Word64(), new Word64(), new Word64(), new Word64()] as const;
const word = new Word64();

/** XXH64 of bytes (xxhash.com, its specification 0.1.1); the seed becomes the hash. */
export function xxHash64OfBytes(bytes: Uint8Array, hash: Word64): void {
  let at = 0;
  if (bytes.length >= 32) at = hashStripes(bytes, hash);
  else hash.add(prime5);
  hash.addSmall(bytes.length);
  for (; at + 8 <= bytes.length; at += 8) mixLong(hash, word.read(bytes, at));
  if (at + 4 <= bytes.length) {
    mixInt(hash, readInt32(bytes, at));
    at += 4;
  }
  for (; at < bytes.length; at++) {
    word.set(0, bytes[at] ?? 0).multiply(prime5);
    hash.xor(word).rotateLeft(11).multiply(prime1);
  }
  finish(hash);
}

/** As Spark hashes an INT: its four bytes. */
export function xxHash64OfInt(value: number, hash: Word64): void {
  hash.add(prime5).addSmall(4);
  mixInt(hash, value);
  finish(hash);
}

/** As Spark hashes a BIGINT: its eight bytes. */
export function xxHash64OfLong(value: Word64, hash: Word64): void {
  hash.add(prime5).addSmall(8);
  mixLong(hash, word.set(value.high, value.low));
  finish(hash);
}

function mixInt(hash: Word64, value: number): void {
  word.set(0, value).multiply(prime1);
  hash.xor(word).rotateLeft(23).multiply(prime2).add(prime3);
}

function mixLong(hash: Word64, value: Word64): void {
  round(value);
  hash.xor(value).rotateLeft(27).multiply(prime1).add(prime4);
}

const round = (value: Word64): Word64 => value.multiply(prime2).rotateLeft(31).multiply(prime1);

function hashStripes(bytes: Uint8Array, hash: Word64): number {
  const { high, low } = hash;
  const [first, second, third, fourth] = lanes;
  first.set(high, low).add(prime1).add(prime2);
  second.set(high, low).add(prime2);
  third.set(high, low);
  fourth.set(high, low).add({ high: ~prime1.high, low: ~prime1.low }).addSmall(1);
  let at = 0;
  for (; at + 32 <= bytes.length; at += 32) {
    for (let lane = 0; lane < 4; lane++) {
      word.read(bytes, at + 8 * lane).multiply(prime2);
      lanes[lane]?.add(word).rotateLeft(31).multiply(prime1);
    }
  }
  hash.set(0, 0);
  [1, 7, 12, 18].forEach((bits, lane) => {
    const value = lanes[lane] ?? first;
    word.set(value.high, value.low).rotateLeft(bits);
    hash.add(word);
  });
  for (const lane of lanes) {
    round(lane);
    hash.xor(lane).multiply(prime1).add(prime4);
  }
  return at;
}

function finish(hash: Word64): void {
  hash.xorShifted(33).multiply(prime2).xorShifted(29).multiply(prime3).xorShifted(32);
}
