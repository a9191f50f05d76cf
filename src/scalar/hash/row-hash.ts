import { StillhouseError } from '../../core/error.ts';
import { type Halves, openFunction } from '../contract.ts';
import { type HashTarget, hashValue } from './hashed-value.ts';
import { murmur3OfBytes, murmur3OfInt, murmur3OfLong } from './murmur3-32.ts';
import { Word64 } from './word64.ts';
import { xxHash64OfBytes, xxHash64OfInt, xxHash64OfLong } from './xx-hash64.ts';

type Pairs = readonly (string | Uint8Array | number | null)[];

let hash32 = 0;
const hash64 = new Word64();

const murmur3: HashTarget = {
  int(value) {
    hash32 = murmur3OfInt(value, hash32);
  },
  long({ high, low }) {
    hash32 = murmur3OfLong(high, low, hash32);
  },
  bytes(bytes) {
    hash32 = murmur3OfBytes(bytes, hash32);
  },
};

const xxHash64: HashTarget = {
  int(value) {
    xxHash64OfInt(value, hash64);
  },
  long(value) {
    xxHash64OfLong(value, hash64);
  },
  bytes(bytes) {
    xxHash64OfBytes(bytes, hash64);
  },
};

/** NULL leaves the hash as it is. */
function hashPairs(pairs: Pairs, target: HashTarget): void {
  for (let index = 0; index < pairs.length; index += 2) {
    const [kind, value] = [pairs[index], pairs[index + 1] ?? null];
    if (value === null) continue;
    if (typeof kind !== 'string' || typeof value === 'string')
      throw new StillhouseError('sql-value', 'A hash takes a kind before each value.');
    hashValue(kind, value, target);
  }
}

/** `sh_hash(seed, kind, value, …)`: Spark's `hash`, which starts with 42; the kinds are those of `hashValue`. */
const rowHash32 = openFunction({
  name: 'sh_hash',
  takes: ['integer', 'text', 'raw'],
  rest: ['text', 'raw'],
  gives: 'integer',
  seesNulls: true,
  row: (seed: number | null, ...pairs: Pairs) => {
    hash32 = seed ?? 42;
    hashPairs(pairs, murmur3);
    return hash32;
  },
});

const start = new Word64();

function seedHalves(seed: string | number): Halves {
  return typeof seed === 'number' ? start.set(Math.floor(seed / 2 ** 32) | 0, seed | 0) : start.setBigInt(BigInt(seed));
}

/** `sh_xxhash64(seed, kind, value, …)`: Spark's `xxhash64`, which starts with 42; a hash goes on as text. */
const rowHash64 = openFunction({
  name: 'sh_xxhash64',
  takes: ['value', 'text', 'raw'],
  rest: ['text', 'raw'],
  gives: 'bigint',
  seesNulls: true,
  row: (seed: string | number | null, ...pairs: Pairs) => {
    const { high, low } = seedHalves(seed ?? 42);
    hash64.set(high, low);
    hashPairs(pairs, xxHash64);
    return hash64;
  },
});

export const rowHashFunctions = [rowHash32, rowHash64];
