import { type BlockCipher, blockLength } from './block-cipher.ts';

/**
 * Encrypts bytes padded after PKCS #7: chained to the block before (CBC, NIST SP 800-38A, section 6.2) where a vector of 16
 * bytes is given, else block by block (ECB, section 6.1).
 */
export function encryptPadded(cipher: BlockCipher, bytes: Uint8Array, vector?: Uint8Array): Uint8Array {
  const padding = blockLength - (bytes.length % blockLength);
  const blocks = new Uint8Array(bytes.length + padding).fill(padding, bytes.length);
  blocks.set(bytes);
  for (let start = 0; start < blocks.length; start += blockLength) {
    if (vector !== undefined) {
      if (start === 0) mix(blocks, 0, vector, 0);
      else mix(blocks, start, blocks, start - blockLength);
    }
    cipher.encrypt(blocks, start, blocks, start);
  }
  return blocks;
}

/** Turns `encryptPadded` back; `undefined` where the bytes are no whole blocks or end in no padding, as with another key. */
export function decryptPadded(cipher: BlockCipher, bytes: Uint8Array, vector?: Uint8Array): Uint8Array | undefined {
  if (bytes.length === 0 || bytes.length % blockLength !== 0) return undefined;
  const blocks = new Uint8Array(bytes.length);
  for (let start = 0; start < blocks.length; start += blockLength) {
    cipher.decrypt(bytes, start, blocks, start);
    if (vector === undefined) continue;
    if (start === 0) mix(blocks, 0, vector, 0);
    else mix(blocks, start, bytes, start - blockLength);
  }
  const padding = blocks[blocks.length - 1] ?? 0;
  if (padding < 1 || padding > blockLength) return undefined;
  const length = blocks.length - padding;
  for (let at = length; at < blocks.length; at++) if (blocks[at] !== padding) return undefined;
  return blocks.subarray(0, length);
}

/** Turns a block by another. */
function mix(blocks: Uint8Array, start: number, other: Uint8Array, from: number): void {
  for (let at = 0; at < blockLength; at++) {
    blocks[start + at] = (blocks[start + at] ?? 0) ^ (other[from + at] ?? 0);
  }
}
