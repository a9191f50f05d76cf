import { murmur3OfBytes } from '../hash/murmur3-32.ts';

/** Scala's `MurmurHash3.arraySeed`. */
const arraySeed = 0x3c074a61;

/** Spark's `XORShiftRandom`: the same numbers for the same seed, in the order in which they are asked for. */
export class XorShiftRandom {
  private high: number;
  private low: number;
  private kept: number | undefined;

  /** Any seed of 64 bits; its higher bits are left out. */
  constructor(seed: bigint) {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(0, BigInt.asUintN(64, seed));
    this.low = murmur3OfBytes(bytes, arraySeed);
    this.high = murmur3OfBytes(bytes, this.low);
  }

  /** From 0 up to 1, 1 excluded, in steps of 2 to the power -53. */
  nextDouble(): number {
    const upper = this.next(0x3ff_ffff);
    return (upper * 2 ** 27 + this.next(0x7ff_ffff)) * 2 ** -53;
  }

  /** Of the standard normal distribution, by the polar method of Java's `Random.nextGaussian`: they come in pairs. */
  nextGaussian(): number {
    const { kept } = this;
    if (kept !== undefined) {
      this.kept = undefined;
      return kept;
    }
    for (;;) {
      const [x, y] = [2 * this.nextDouble() - 1, 2 * this.nextDouble() - 1];
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.kept = y * factor;
      return x * factor;
    }
  }

  private next(mask: number): number {
    let { high, low } = this;
    high ^= (high << 21) | (low >>> 11);
    low ^= low << 21;
    low ^= high >>> 3;
    high ^= (high << 4) | (low >>> 28);
    low ^= low << 4;
    this.high = high;
    this.low = low;
    return low & mask;
  }
}
