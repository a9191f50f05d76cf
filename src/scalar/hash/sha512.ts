import { rootFractions } from './root-fractions.ts';

const mask = 0xffffffffffffffffn;
const roundConstants = BigUint64Array.from(rootFractions(3, 80));

/** Where SHA-512 and SHA-384 start (FIPS 180-4, sections 5.3.5 and 5.3.4). */
const starts = { 512: rootFractions(2, 8), 384: rootFractions(2, 16).slice(8) } as const;

/** SHA-512 or SHA-384 of bytes (FIPS 180-4, section 6.4). */
export function sha512(bytes: Uint8Array, bits: 384 | 512): Uint8Array {
  const padded = new Uint8Array((Math.floor((bytes.length + 16) / 128) + 1) * 128);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  const state = BigUint64Array.from(starts[bits]);
  for (let start = 0; start < padded.length; start += 128) takeBlock(state, view, start);
  const digest = new DataView(new ArrayBuffer(64));
  state.forEach((word, index) => {
    digest.setBigUint64(8 * index, word);
  });
  return new Uint8Array(digest.buffer, 0, bits / 8);
}

const schedule = new BigUint64Array(80);

function takeBlock(state: BigUint64Array, view: DataView, start: number): void {
  for (let index = 0; index < 16; index++) schedule[index] = view.getBigUint64(start + 8 * index);
  for (let index = 16; index < 80; index++) {
    const [before15, before2] = [schedule[index - 15] ?? 0n, schedule[index - 2] ?? 0n];
    const low = turned(before15, 1n) ^ turned(before15, 8n) ^ (before15 >> 7n);
    const high = turned(before2, 19n) ^ turned(before2, 61n) ^ (before2 >> 6n);
    schedule[index] = (schedule[index - 16] ?? 0n) + low + (schedule[index - 7] ?? 0n) + high;
  }
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
  for (let index = 0; index < 80; index++) {
    const choice = (e & f) ^ (~e & mask & g);
    const sum = turned(e, 14n) ^ turned(e, 18n) ^ turned(e, 41n);
    const first = h + sum + choice + (roundConstants[index] ?? 0n) + (schedule[index] ?? 0n);
    const second = (turned(a, 28n) ^ turned(a, 34n) ^ turned(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & mask, c, b, a, (first + second) & mask];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] ?? 0n) + word;
  });
}

const turned = (word: bigint, bits: bigint): bigint => ((word >> bits) | (word << (64n - bits))) & mask;
