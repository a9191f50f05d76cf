import { readInt32 } from './word64.ts';

/**
 * Murmur3_x86_32 as Spark has it (`Murmur3_x86_32.hashUnsafeBytes`): bytes behind the last whole word are mixed one by one,
 * as signed numbers. The seed and the hash are signed numbers of 32 bits.
 */
export function murmur3OfBytes(bytes: Uint8Array, seed: number): number {
  const aligned = bytes.length & ~3;
  let hash = seed;
  for (let at = 0; at < aligned; at += 4) hash = mix(hash, readInt32(bytes, at));
  for (let at = aligned; at < bytes.length; at++) hash = mix(hash, ((bytes[at] ?? 0) << 24) >> 24);
  return finish(hash, bytes.length);
}

export function murmur3OfInt(value: number, seed: number): number {
  return finish(mix(seed, value), 4);
}

export function murmur3OfLong(high: number, low: number, seed: number): number {
  return finish(mix(mix(seed, low), high), 8);
}

function mix(hash: number, word: number): number {
  const first = Math.imul(word, 0xcc9e2d51);
  const mixed = hash ^ Math.imul((first << 15) | (first >>> 17), 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number, length: number): number {
  let mixed = hash ^ length;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
