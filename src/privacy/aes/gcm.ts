import { blockLength, createBlockCipher } from './block-cipher.ts';
import { ghashOf } from './ghash.ts';

/** Bytes of a nonce, and of the tag at the end of what is sealed. */
export const nonceLength = 12;
export const tagLength = 16;

/** One message with the nonce that no other message of the key may have. */
export interface Message {
  readonly nonce: Uint8Array;
  readonly bytes: Uint8Array;
}

/** AES-GCM for one key (NIST SP 800-38D); what the key and the additional data decide is computed once. */
export interface Gcm {
  /** Ciphertext and tag of each message. */
  seal(messages: readonly Message[]): readonly Uint8Array[];
  /** The same of one, written into an array from a place on. */
  sealInto(message: Message, into: Uint8Array, to: number): void;
  /** The plain bytes of each sealed message; `undefined` where the tag does not fit. */
  open(messages: readonly Message[]): readonly (Uint8Array | undefined)[];
  openOne(message: Message): Uint8Array | undefined;
}

/** AES-GCM under a key of 16, 24 or 32 bytes, with nonces of 12 bytes. */
export function createGcm(key: Uint8Array, aad: Uint8Array): Gcm {
  const cipher = createBlockCipher(key);
  const counter = new Uint8Array(blockLength);
  const stream = new Uint8Array(blockLength);
  const tag = new Uint8Array(blockLength);
  cipher.encrypt(counter, 0, stream, 0);
  const ghash = ghashOf(stream, aad);

  const streamOf = (number: number) => {
    for (let at = 0; at < 4; at++) counter[nonceLength + at] = number >>> (24 - 8 * at);
    cipher.encrypt(counter, 0, stream, 0);
  };
  const begin = (nonce: Uint8Array) => {
    for (let at = 0; at < nonceLength; at++) counter[at] = nonce[at] ?? 0;
  };
  /** Writes bytes turned by the key stream; its first block is kept for the tag. */
  const turn = (bytes: Uint8Array, length: number, into: Uint8Array, to: number) => {
    for (let start = 0, number = 2; start < length; start += blockLength, number++) {
      streamOf(number);
      const end = Math.min(blockLength, length - start);
      for (let at = 0; at < end; at++) into[to + start + at] = (bytes[start + at] ?? 0) ^ (stream[at] ?? 0);
    }
  };
  const tagOf = (ciphertext: Uint8Array, from: number, length: number) => {
    ghash(ciphertext, from, length, tag);
    streamOf(1);
    for (let at = 0; at < tagLength; at++) tag[at] = (tag[at] ?? 0) ^ (stream[at] ?? 0);
  };

  const sealInto = ({ nonce, bytes }: Message, into: Uint8Array, to: number) => {
    begin(nonce);
    turn(bytes, bytes.length, into, to);
    tagOf(into, to, bytes.length);
    into.set(tag, to + bytes.length);
  };
  const openOne = ({ nonce, bytes }: Message) => {
    const length = bytes.length - tagLength;
    if (length < 0) return undefined;
    begin(nonce);
    tagOf(bytes, 0, length);
    if (!isTag(tag, bytes, length)) return undefined;
    const plain = new Uint8Array(length);
    turn(bytes, length, plain, 0);
    return plain;
  };
  return {
    seal: (messages) =>
      messages.map((message) => {
        const sealed = new Uint8Array(message.bytes.length + tagLength);
        sealInto(message, sealed, 0);
        return sealed;
      }),
    sealInto,
    open: (messages) => messages.map(openOne),
    openOne,
  };
}

/** Whether a tag stands at a place, in a time that does not tell where they differ. */
function isTag(tag: Uint8Array, bytes: Uint8Array, start: number): boolean {
  let difference = 0;
  for (let at = 0; at < tagLength; at++) difference |= (tag[at] ?? 0) ^ (bytes[start + at] ?? 0);
  return difference === 0;
}
