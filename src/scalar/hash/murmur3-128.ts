import type { Halves } from '../contract.ts';
import { Word64 } from './word64.ts';

const constant1: Halves = { high: 0x87c37b91, low: 0x114253d5 };
const constant2: Halves = { high: 0x4cf5ad43, low: 0x2745937f };
const finish1: Halves = { high: 0xff51afd7, low: 0xed558ccd };
const finish2: Halves = { high: 0xc4ceb9fe, low: 0x1a85ec53 };
const five: Halves = { high: 0, low: 5 };

const first = new Word64();
const second = new Word64();
const block = new Word64();

/** The two halves of a hash of 128 bits; the next hash is written over them. */
export interface Hash128 {
  readonly first: Word64;
  readonly second: Word64;
}

const hash: Hash128 = { first, second };

/** MurmurHash3_x64_128 of bytes (Austin Appleby, public domain), as DataSketches hashes values. */
export function murmur3x128(bytes: Uint8Array, seed: number): Hash128 {
  first.set(0, seed);
  second.set(0, seed);
  const whole = bytes.length & ~15;
  for (let at = 0; at < whole; at += 16) {
    mixFirst(block.read(bytes, at));
    first.rotateLeft(27).add(second).multiply(five).addSmall(0x52dce729);
    mixSecond(block.read(bytes, at + 8));
    second.rotateLeft(31).add(first).multiply(five).addSmall(0x38495ab5);
  }
  if (bytes.length > whole + 8) mixSecond(block.read(bytes, whole + 8));
  if (bytes.length > whole) mixFirst(block.read(bytes, whole));
  const length = { high: 0, low: bytes.length };
  first.xor(length);
  second.xor(length);
  addToEachOther();
  finish(first);
  finish(second);
  addToEachOther();
  return hash;
}

function mixFirst(word: Word64): void {
  word.multiply(constant1).rotateLeft(31).multiply(constant2);
  first.xor(word);
}

function mixSecond(word: Word64): void {
  word.multiply(constant2).rotateLeft(33).multiply(constant1);
  second.xor(word);
}

function addToEachOther(): void {
  first.add(second);
  second.add(first);
}

function finish(word: Word64): void {
  word.xorShifted(33).multiply(finish1).xorShifted(33).multiply(finish2).xorShifted(33);
}
