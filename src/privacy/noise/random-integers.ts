import { chacha20Blocks } from './chacha20.ts';

/** Whole numbers that nobody can foretell. */
export interface RandomIntegers {
  /** One of 0 … limit − 1, each as likely; limit is at least 1. */
  below(limit: bigint): bigint;
}

/** Whole numbers from a seed of 32 secret bytes, stretched by ChaCha20; the same seed and stream give the same. */
export function randomIntegers(seed: Uint8Array, stream = 0): RandomIntegers {
  const nextBlock = chacha20Blocks(seed, Uint8Array.of(stream, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  let block = new Uint8Array(0);
  let used = 0;
  const nextByte = (): number => {
    if (used === block.length) {
      block = Uint8Array.from(nextBlock());
      used = 0;
    }
    return block[used++] ?? 0;
  };
  return {
    below(limit) {
      const bits = (limit - 1n).toString(2).length;
      for (;;) {
        let drawn = 0n;
        for (let taken = 0; taken < bits; taken += 8) drawn = (drawn << 8n) | BigInt(nextByte());
        const number = BigInt.asUintN(bits, drawn);
        if (number < limit) return number;
      }
    },
  };
}
