/** An unsigned number of 64 bits in two halves, changed in place: many times faster than a bigint. */
export class Word64 {
  constructor(
    public high = 0,
    public low = 0,
  ) {}

  set(high: number, low: number): this {
    this.high = high;
    this.low = low;
    return this;
  }

  /** Reads eight bytes, the lowest first. */
  read(bytes: Uint8Array, at: number): this {
    return this.set(readInt32(bytes, at + 4), readInt32(bytes, at));
  }

  add(high: number, low: number): this {
    const sum = (this.low >>> 0) + (low >>> 0);
    return this.set((this.high + high + (sum > 0xffffffff ? 1 : 0)) | 0, sum | 0);
  }

  xor(high: number, low: number): this {
    return this.set(this.high ^ high, this.low ^ low);
  }

  multiply(high: number, low: number): this {
    const [a0, a1, b0, b1] = [this.low & 0xffff, this.low >>> 16, low & 0xffff, low >>> 16];
    const lowest = a0 * b0;
    const middle = a0 * b1 + a1 * b0 + (lowest - (lowest % 0x10000)) / 0x10000;
    const carried = a1 * b1 + (middle - (middle % 0x10000)) / 0x10000;
    const top = (carried + Math.imul(this.high, low) + Math.imul(this.low, high)) | 0;
    return this.set(top, (middle << 16) | (lowest & 0xffff));
  }

  /** By 1 to 63 bits, 32 not among them. */
  rotateLeft(turn: number): this {
    const bits = turn & 31;
    const [high, low] = turn < 32 ? [this.high, this.low] : [this.low, this.high];
    return this.set((high << bits) | (low >>> (32 - bits)), (low << bits) | (high >>> (32 - bits)));
  }

  /** XORs the number with itself, shifted to the right by 1 to 63 bits. */
  xorShifted(bits: number): this {
    const { high, low } = this;
    if (bits >= 32) return this.xor(0, high >>> (bits - 32));
    return this.xor(high >>> bits, (low >>> bits) | (high << (32 - bits)));
  }

  toBigInt(): bigint {
    return BigInt.asIntN(64, (BigInt(this.high >>> 0) << 32n) | BigInt(this.low >>> 0));
  }
}

/** Four bytes as a signed number, the lowest first. */
export function readInt32(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}
