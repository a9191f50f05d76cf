/**
 * The key stream of ChaCha20 (RFC 8439, section 2.4) in blocks of 64 bytes: who lacks the key of 32 bytes cannot foretell
 * a bit of it. Throws a RangeError for a key of another length.
 */
export function chacha20Blocks(key: Uint8Array, nonce: Uint8Array, firstBlock = 0): () => Uint8Array {
  if (key.length !== 32 || nonce.length !== 12) throw new RangeError('ChaCha20 takes 32 bytes of key and 12 of nonce.');
  const words = (bytes: Uint8Array) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    return Array.from({ length: bytes.length / 4 }, (_, index) => view.getUint32(4 * index, true));
  };
  const start = Uint32Array.from([...constants, ...words(key), firstBlock, ...words(nonce)]);
  return () => {
    const block = blockOf(start);
    start[12] = (start[12] ?? 0) + 1;
    return block;
  };
}

/** “expand 32-byte k”. */
const constants = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];

const rounds = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

function blockOf(start: Uint32Array): Uint8Array {
  const state = Uint32Array.from(start);
  for (let double = 0; double < 10; double++) {
    for (const [a, b, c, d] of rounds) {
      mix(state, a, b, d, 16);
      mix(state, c, d, b, 12);
      mix(state, a, b, d, 8);
      mix(state, c, d, b, 7);
    }
  }
  const block = new Uint8Array(64);
  const view = new DataView(block.buffer);
  state.forEach((word, index) => {
    view.setUint32(4 * index, (word + (start[index] ?? 0)) >>> 0, true);
  });
  return block;
}

/** One line of the quarter round: `sum += other; turned ^= sum; turned <<<= bits`. */
function mix(state: Uint32Array, sum: number, other: number, turned: number, bits: number): void {
  state[sum] = (state[sum] ?? 0) + (state[other] ?? 0);
  const word = (state[turned] ?? 0) ^ (state[sum] ?? 0);
  state[turned] = (word << bits) | (word >>> (32 - bits));
}
