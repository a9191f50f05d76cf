import { Word64 } from './word64.ts';

type Halves = readonly [high: number, low: number];

const constant1: Halves = [0x87c37b91, 0x114253d5];
const constant2: Halves = [0x4cf5ad43, 0x2745937f];
const five: Halves = [0, 5];

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
    first
      .rotateLeft(27)
      .add(second.high, second.low)
      .multiply(...five)
      .add(0, 0x52dce729);
    mixSecond(block.read(bytes, at + 8));
    second
      .rotateLeft(31)
      .add(first.high, first.low)
      .multiply(...five)
      .add(0, 0x38495ab5);
  }
  if (bytes.length > whole + 8) mixSecond(block.read(bytes, whole + 8));
  if (bytes.length > whole) mixFirst(block.read(bytes, whole));
  first.xor(0, bytes.length);
  second.xor(0, bytes.length);
  addToEachOther();
  finish(first);
  finish(second);
  addToEachOther();
  return hash;
}

function mixFirst(word: Word64): void {
  word
    .multiply(...constant1)
    .rotateLeft(31)
    .multiply(...constant2);
  first.xor(word.high, word.low);
}

function mixSecond(word: Word64): void {
  word
    .multiply(...constant2)
    .rotateLeft(33)
    .multiply(...constant1);
  second.xor(word.high, word.low);
}

function addToEachOther(): void {
  first.add(second.high, second.low);
  second.add(first.high, first.low);
}

function finish(word: Word64): void {
  word.xorShifted(33).multiply(0xff51afd7, 0xed558ccd).xorShifted(33).multiply(0xc4ceb9fe, 0x1a85ec53).xorShifted(33);
}
