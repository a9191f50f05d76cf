/**
 * GHASH of NIST SP 800-38D, section 6.4, for one key: the state is multiplied by H byte by byte, with a table of H times
 * each byte and one of what falls off the end (Shoup 1996). Bytes come in blocks of 16, the last filled with zeros, and
 * after them the block of both lengths.
 */
export type Ghash = (cipher: Uint8Array, from: number, length: number, into: Uint8Array) => void;

/** What eight shifts to the right bring in at the top for each byte that falls off. */
const fallen = Int32Array.from({ length: 256 }, (_, byte) => {
  let low = byte;
  let top = 0;
  for (let shift = 0; shift < 8; shift++) {
    top = (top >>> 1) ^ ((low & 1) === 1 ? 0xe1000000 : 0);
    low >>>= 1;
  }
  return top | 0;
});

/** The hash for H, the cipher of a block of zeros, and data that are hashed before each ciphertext; it is written into 16 bytes. */
export function ghashOf(h: Uint8Array, aad: Uint8Array): Ghash {
  const table = multiplesOf(h);
  const z = new Int32Array(4);
  const absorb = (bytes: Uint8Array, from: number, length: number) => {
    for (let start = 0; start < length; start += 16) {
      for (let index = 0; index < 16 && start + index < length; index++) {
        const byte = bytes[from + start + index] ?? 0;
        z[index >> 2] = (z[index >> 2] ?? 0) ^ (byte << (24 - 8 * (index & 3)));
      }
      multiply(z, table);
    }
  };
  absorb(aad, 0, aad.length);
  const start = z.slice();
  const lengths = new Uint8Array(16);
  writeBits(aad.length, lengths, 0);
  return (cipher, from, length, into) => {
    z.set(start);
    absorb(cipher, from, length);
    writeBits(length, lengths, 8);
    absorb(lengths, 0, 16);
    for (let at = 0; at < 16; at++) into[at] = (z[at >> 2] ?? 0) >>> (24 - 8 * (at & 3));
  };
}

/** A length in bytes as a number of bits, eight bytes with the highest first. */
function writeBits(bytes: number, into: Uint8Array, to: number): void {
  const [high, low] = [Math.floor(bytes / 0x20000000), bytes << 3];
  for (let at = 0; at < 4; at++) {
    into[to + at] = high >>> (24 - 8 * at);
    into[to + 4 + at] = low >>> (24 - 8 * at);
  }
}

/** H times each byte, four words each; the highest bit of a byte stands for x⁰. */
function multiplesOf(h: Uint8Array): Int32Array {
  const table = new Int32Array(256 * 4);
  const view = new DataView(h.buffer, h.byteOffset, 16);
  let words = [view.getInt32(0), view.getInt32(4), view.getInt32(8), view.getInt32(12)];
  for (let bit = 128; bit > 0; bit >>= 1) {
    table.set(words, 4 * bit);
    const [a = 0, b = 0, c = 0, d = 0] = words;
    words = [
      (a >>> 1) ^ ((d & 1) === 1 ? 0xe1000000 : 0),
      (b >>> 1) | (a << 31),
      (c >>> 1) | (b << 31),
      (d >>> 1) | (c << 31),
    ];
  }
  for (let high = 2; high < 256; high *= 2) {
    for (let low = 1; low < high; low++) {
      for (let word = 0; word < 4; word++) {
        table[4 * (high + low) + word] = (table[4 * high + word] ?? 0) ^ (table[4 * low + word] ?? 0);
      }
    }
  }
  return table;
}

/** z times H, in place. */
function multiply(z: Int32Array, table: Int32Array): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let index = 15; index >= 0; index--) {
    const byte = ((z[index >> 2] ?? 0) >>> (24 - 8 * (index & 3))) & 0xff;
    if (index < 15) {
      const out = d & 0xff;
      d = (d >>> 8) | (c << 24);
      c = (c >>> 8) | (b << 24);
      b = (b >>> 8) | (a << 24);
      a = (a >>> 8) ^ (fallen[out] ?? 0);
    }
    a ^= table[4 * byte] ?? 0;
    b ^= table[4 * byte + 1] ?? 0;
    c ^= table[4 * byte + 2] ?? 0;
    d ^= table[4 * byte + 3] ?? 0;
  }
  z[0] = a;
  z[1] = b;
  z[2] = c;
  z[3] = d;
}
