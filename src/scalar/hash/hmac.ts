import { scalarFunction } from '../contract.ts';
import { sha256Block, sha256Finish, sha256Start, writeWords } from './sha256.ts';

const blockLength = 64;

/** HMAC-SHA256 for one key (RFC 2104); what the key alone decides is computed once. The next code is written over the last. */
export function createHmac(key: Uint8Array): (message: Uint8Array) => Uint8Array {
  const block = new Uint8Array(blockLength);
  block.set(key.length > blockLength ? digest(key) : key);
  const padded = (pad: number): Int32Array => {
    const state = sha256Start.slice();
    sha256Block(
      state,
      block.map((byte) => byte ^ pad),
      0,
    );
    return state;
  };
  const [inner, outer] = [padded(0x36), padded(0x5c)];
  const state = new Int32Array(8);
  const last = lastBlock();
  const code = new Uint8Array(32);
  return (message) => {
    state.set(inner);
    sha256Finish(state, message, blockLength);
    writeWords(state, last);
    state.set(outer);
    sha256Block(state, last, 0);
    writeWords(state, code);
    return code;
  };
}

/** The block behind the outer pad: room for the inner digest of 32 bytes, then the padding of 96 bytes in all. */
function lastBlock(): Uint8Array {
  const block = new Uint8Array(blockLength);
  block[32] = 0x80;
  new DataView(block.buffer).setUint32(60, 96 * 8);
  return block;
}

function digest(bytes: Uint8Array): Uint8Array {
  const state = sha256Start.slice();
  sha256Finish(state, bytes, 0);
  const hash = new Uint8Array(32);
  writeWords(state, hash);
  return hash;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

let lastKey = new Uint8Array(0);
let lastHmac = createHmac(lastKey);

/** `sh_hmac_sha256(text or bytes, key)`: HMAC-SHA256 as 64 hexadecimal digits. */
export const hmacFunction = scalarFunction({
  name: 'sh_hmac_sha256',
  takes: ['bytes', 'bytes'],
  gives: 'bytes',
  row(message, key) {
    if (!isSame(key, lastKey)) {
      lastKey = Uint8Array.from(key);
      lastHmac = createHmac(lastKey);
    }
    return lastHmac(message);
  },
});
