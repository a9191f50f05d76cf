import { ecb } from '@noble/ciphers/aes.js';
import { ghashOf } from './ghash.ts';

/** Bytes of a nonce, and of the tag at the end of what is sealed. */
export const nonceLength = 12;
export const tagLength = 16;

/** One message with the nonce that no other message of the key may have. */
export interface Message {
  readonly nonce: Uint8Array;
  readonly bytes: Uint8Array;
}

/** AES-GCM for one key (NIST SP 800-38D), many messages at a time: all of their counters go through the cipher at once. */
export interface Gcm {
  /** Ciphertext and tag of each message. */
  seal(messages: readonly Message[]): readonly Uint8Array[];
  /** The plain bytes of each sealed message; `undefined` where the tag does not fit. */
  open(messages: readonly Message[]): readonly (Uint8Array | undefined)[];
}

/** AES-GCM under a key of 16, 24 or 32 bytes, with nonces of 12 bytes. */
export function createGcm(key: Uint8Array, aad: Uint8Array): Gcm {
  const encrypt = (blocks: Uint8Array) => ecb(key, { disablePadding: true }).encrypt(blocks);
  const ghash = ghashOf(encrypt(new Uint8Array(16)));
  const streamOf = (messages: readonly Message[], lengths: readonly number[]) => {
    const blocks = lengths.map((length) => 1 + Math.ceil(length / 16));
    const counters = new Uint8Array(16 * blocks.reduce((sum, count) => sum + count, 0));
    const view = new DataView(counters.buffer);
    let start = 0;
    messages.forEach(({ nonce }, index) => {
      for (let counter = 1; counter <= (blocks[index] ?? 0); counter++, start += 16) {
        counters.set(nonce, start);
        view.setUint32(start + nonceLength, counter);
      }
    });
    return counters.length === 0 ? counters : encrypt(counters);
  };
  const tagOf = (ciphertext: Uint8Array, mask: Uint8Array) =>
    ghash(aad, ciphertext).map((byte, at) => byte ^ (mask[at] ?? 0));
  return {
    seal(messages) {
      const stream = streamOf(
        messages,
        messages.map(({ bytes }) => bytes.length),
      );
      let start = 0;
      return messages.map(({ bytes }) => {
        const sealed = new Uint8Array(bytes.length + tagLength);
        turn(bytes, stream, start + 16, sealed);
        sealed.set(tagOf(sealed.subarray(0, bytes.length), stream.subarray(start, start + 16)), bytes.length);
        start += 16 * (1 + Math.ceil(bytes.length / 16));
        return sealed;
      });
    },
    open(messages) {
      const lengths = messages.map(({ bytes }) => Math.max(0, bytes.length - tagLength));
      const stream = streamOf(messages, lengths);
      let start = 0;
      return messages.map(({ bytes }, index) => {
        const length = lengths[index] ?? 0;
        const first = start;
        start += 16 * (1 + Math.ceil(length / 16));
        const ciphertext = bytes.subarray(0, length);
        const tag = tagOf(ciphertext, stream.subarray(first, first + 16));
        if (bytes.length < tagLength || !isSame(tag, bytes.subarray(length))) return undefined;
        const plain = new Uint8Array(length);
        turn(ciphertext, stream, first + 16, plain);
        return plain;
      });
    },
  };
}

/** Writes bytes turned by the key stream from `start` on. */
function turn(bytes: Uint8Array, stream: Uint8Array, start: number, into: Uint8Array): void {
  for (let index = 0; index < bytes.length; index++) into[index] = (bytes[index] ?? 0) ^ (stream[start + index] ?? 0);
}

/** Whether two tags are the same, in a time that does not tell where they differ. */
function isSame(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < one.length; index++) difference |= (one[index] ?? 0) ^ (other[index] ?? 0);
  return difference === 0;
}
