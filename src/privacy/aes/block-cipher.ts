import { unsafe } from '@noble/ciphers/aes.js';
import { StillhouseError } from '../../core/error.ts';

/** Bytes of a block. */
export const blockLength = 16;

/** AES of single blocks under one key (FIPS 197), whose schedule is expanded once: values of a column are short. */
export interface BlockCipher {
  /** Encrypts 16 bytes of `from` into `into`, which may be the same place. */
  encrypt(from: Uint8Array, at: number, into: Uint8Array, to: number): void;
  /** Turns that back. */
  decrypt(from: Uint8Array, at: number, into: Uint8Array, to: number): void;
}

/** The cipher of a key of 16, 24 or 32 bytes, of which it keeps a copy. Throws `input-invalid` for other lengths. */
export function createBlockCipher(key: Uint8Array): BlockCipher {
  refuseWrongKey(key);
  const own = Uint8Array.from(key);
  const forth = unsafe.expandKeyLE(own);
  let back: Uint32Array | undefined;
  return {
    encrypt(from, at, into, to) {
      writeBlock(
        unsafe.encrypt(forth, word(from, at), word(from, at + 4), word(from, at + 8), word(from, at + 12)),
        into,
        to,
      );
    },
    decrypt(from, at, into, to) {
      back ??= unsafe.expandKeyDecLE(own);
      writeBlock(
        unsafe.decrypt(back, word(from, at), word(from, at + 4), word(from, at + 8), word(from, at + 12)),
        into,
        to,
      );
    },
  };
}

/** Throws `input-invalid` for a key that is not of 16, 24 or 32 bytes. */
export function refuseWrongKey(key: Uint8Array): void {
  if (key.length === 16 || key.length === 24 || key.length === 32) return;
  throw new StillhouseError('input-invalid', `The key has ${key.length} bytes, and AES takes 16, 24 or 32.`, {
    remedy: 'Keep a key of that length, or say that it is written as hexadecimal digits or Base64.',
  });
}

interface Block {
  readonly s0: number;
  readonly s1: number;
  readonly s2: number;
  readonly s3: number;
}

const word = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);

function writeBlock({ s0, s1, s2, s3 }: Block, into: Uint8Array, to: number): void {
  writeWord(s0, into, to);
  writeWord(s1, into, to + 4);
  writeWord(s2, into, to + 8);
  writeWord(s3, into, to + 12);
}

function writeWord(value: number, into: Uint8Array, to: number): void {
  into[to] = value;
  into[to + 1] = value >>> 8;
  into[to + 2] = value >>> 16;
  into[to + 3] = value >>> 24;
}
