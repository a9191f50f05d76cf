import type { Halves } from '../contract.ts';

const decoder = new TextDecoder();

/** An unsigned number of 64 bits in two halves, changed in place: many times faster than a bigint. */
export class Word64 implements Halves {
  constructor(
    public high = 0,
    public low = 0,
  ) {}

  set(high: number, low: number): this {
    this.high = high;
    this.low = low;
    return this;
  }

  /** The lower 64 bits of a number. */
  setBigInt(value: bigint): this {
    return this.set(Number(BigInt.asIntN(32, value >> 32n)), Number(BigInt.asIntN(32, value)));
  }

  /** A whole number in decimal digits. Throws `SyntaxError` for other bytes. */
  setDigits(bytes: Uint8Array): this {
    const isNegative = bytes[0] === 0x2d;
    let value = 0;
    for (let at = isNegative ? 1 : 0; at < bytes.length; at++) {
      const digit = (bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9 || at > 14) return this.setBigInt(BigInt(decoder.decode(bytes)));
      value = 10 * value + digit;
    }
    const signed = isNegative ? -value : value;
    return this.set(Math.floor(signed / 2 ** 32) | 0, signed | 0);
  }

  /** Reads eight bytes, the lowest first. */
  read(bytes: Uint8Array, at: number): this {
    return this.set(readInt32(bytes, at + 4), readInt32(bytes, at));
  }

  add({ high, low }: Halves): this {
    const sum = (this.low >>> 0) + (low >>> 0);
    return this.set((this.high + high + (sum > 0xffffffff ? 1 : 0)) | 0, sum | 0);
  }

  /** Adds a number of 32 bits. */
  addSmall(value: number): this {
    const sum = (this.low >>> 0) + value;
    return this.set((this.high + (sum > 0xffffffff ? 1 : 0)) | 0, sum | 0);
  }

  xor({ high, low }: Halves): this {
    return this.set(this.high ^ high, this.low ^ low);
  }

  multiply({ high, low }: Halves): this {
    const a0 = this.low & 0xffff;
    const a1 = this.low >>> 16;
    const b0 = low & 0xffff;
    const b1 = low >>> 16;
    const lowest = a0 * b0;
    const middle = a0 * b1 + a1 * b0 + Math.floor(lowest / 0x10000);
    const carried = a1 * b1 + Math.floor(middle / 0x10000);
    const top = (carried + Math.imul(this.high, low) + Math.imul(this.low, high)) | 0;
    return this.set(top, (middle << 16) | (lowest & 0xffff));
  }

  /** By 1 to 63 bits, 32 not among them. */
  rotateLeft(turn: number): this {
    const bits = turn & 31;
    const high = turn < 32 ? this.high : this.low;
    const low = turn < 32 ? this.low : this.high;
    return this.set((high << bits) | (low >>> (32 - bits)), (low << bits) | (high >>> (32 - bits)));
  }

  /** XORs the number with itself, shifted to the right by 1 to 63 bits. */
  xorShifted(bits: number): this {
    const { high, low } = this;
    if (bits >= 32) return this.set(high, low ^ (high >>> (bits - 32)));
    return this.set(high ^ (high >>> bits), low ^ ((low >>> bits) | (high << (32 - bits))));
  }

  toBigInt(): bigint {
    return BigInt.asIntN(64, (BigInt(this.high >>> 0) << 32n) | BigInt(this.low >>> 0));
  }
}

/** Four bytes as a signed number, the lowest first. */
export function readInt32(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}
