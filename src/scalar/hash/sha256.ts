import { rootFractions } from './root-fractions.ts';

const upperHalf = (value: bigint) => Number(value >> 32n) | 0;
const roundConstants = Int32Array.from(rootFractions(3, 64), upperHalf);
const schedule = new Int32Array(64);

/** Where SHA-256 starts (FIPS 180-4, section 5.3.3). */
export const sha256Start = Int32Array.from(rootFractions(2, 8), upperHalf);

/** Where SHA-224 starts: the lower halves of the roots of the 9th to 16th prime (section 5.3.2). */
export const sha224Start = Int32Array.from(rootFractions(2, 16).slice(8), (value) => Number(value & 0xffffffffn) | 0);

/** Takes one block of 64 bytes into a state of eight words (FIPS 180-4, section 6.2.2). */
export function sha256Block(state: Int32Array, bytes: Uint8Array, start: number): void {
  for (let index = 0; index < 16; index++) {
    const at = start + 4 * index;
    schedule[index] =
      ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
  }
  for (let index = 16; index < 64; index++) {
    const before15 = schedule[index - 15] ?? 0;
    const before2 = schedule[index - 2] ?? 0;
    const low = turned(before15, 7) ^ turned(before15, 18) ^ (before15 >>> 3);
    const high = turned(before2, 17) ^ turned(before2, 19) ^ (before2 >>> 10);
    schedule[index] = (schedule[index - 16] ?? 0) + low + (schedule[index - 7] ?? 0) + high;
  }
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let index = 0; index < 64; index++) {
    const choice = (e & f) ^ (~e & g);
    const first =
      (h +
        (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) +
        choice +
        (roundConstants[index] ?? 0) +
        (schedule[index] ?? 0)) |
      0;
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
  state[5] = (state[5] ?? 0) + f;
  state[6] = (state[6] ?? 0) + g;
  state[7] = (state[7] ?? 0) + h;
}

const turned = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

const tail = new Uint8Array(128);

/** Takes all bytes of a message, and the padding, into a state that `before` bytes, whole blocks, have gone into already. */
export function sha256Finish(state: Int32Array, bytes: Uint8Array, before: number): void {
  const whole = bytes.length - (bytes.length % 64);
  for (let start = 0; start < whole; start += 64) sha256Block(state, bytes, start);
  const rest = bytes.length - whole;
  const end = rest < 56 ? 64 : 128;
  for (let index = 0; index < rest; index++) tail[index] = bytes[whole + index] ?? 0;
  tail[rest] = 0x80;
  for (let index = rest + 1; index < end - 8; index++) tail[index] = 0;
  const length = before + bytes.length;
  writeWord(Math.floor(length / 0x20000000), tail, end - 8);
  writeWord(length << 3, tail, end - 4);
  for (let start = 0; start < end; start += 64) sha256Block(state, tail, start);
}

/** Writes words as bytes, the highest first, until `into` is full. */
export function writeWords(words: Int32Array, into: Uint8Array): void {
  for (let at = 0; at + 4 <= into.length && at < 4 * words.length; at += 4) writeWord(words[at >> 2] ?? 0, into, at);
}

function writeWord(word: number, into: Uint8Array, at: number): void {
  into[at] = word >>> 24;
  into[at + 1] = word >>> 16;
  into[at + 2] = word >>> 8;
  into[at + 3] = word;
}
