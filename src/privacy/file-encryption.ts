import { cmac } from '@noble/ciphers/aes.js';
import { StillhouseError } from '../core/error.ts';
import { refuseWrongKey } from './aes/block-cipher.ts';
import { createGcm, type Gcm, tagLength } from './aes/gcm.ts';

/**
 * Encrypted files, piece by piece. The format, version 1:
 * - a head of 26 bytes: `STILLENC`, the version 1, the binary logarithm of the chunk size (16), 16 random bytes of salt;
 * - chunks of 65,536 bytes, the last of 0 to 65,536, each sealed with AES-256-GCM and followed by its tag of 16 bytes.
 *
 * Each file has a key of its own: AES-CMAC in the counter mode of NIST SP 800-108 over the kept key, with the label
 * `stillhouse file` and the salt. The nonce of a chunk is 7 zeros, its number from 0 in 4 bytes, and 1 for the last chunk
 * or 0; the head is authenticated with each. So chunks cannot be changed, exchanged, left out or cut off unnoticed (the
 * STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár 2015). A file has at most 2^32 chunks.
 */
const mark = new TextEncoder().encode('STILLENC');
const version = 1;
const chunkLog = 16;
const chunkSize = 2 ** chunkLog;
const saltLength = 16;
const headLength = mark.length + 2 + saltLength;

/** Turns pieces of a file into pieces of another; the last come from `finish`. */
export interface FileCipher {
  push(piece: Uint8Array): readonly Uint8Array[];
  finish(): readonly Uint8Array[];
}

/** Encrypts a file under a key of 16, 24 or 32 bytes; `salt` is 16 bytes that nobody can foretell, new for each file. */
export function createFileEncryptor(key: Uint8Array, salt: Uint8Array): FileCipher {
  if (salt.length !== saltLength) throw new StillhouseError('internal', 'The salt of a file has 16 bytes.');
  const head = joined([mark, Uint8Array.of(version, chunkLog), salt]);
  const gcm = createGcm(fileKey(key, salt), head);
  const chunks = chunked(chunkSize, (bytes, number, isLast) => sealed(gcm, bytes, number, isLast));
  let isBegun = false;
  const begun = (pieces: readonly Uint8Array[]) => {
    const all = isBegun ? pieces : [head, ...pieces];
    isBegun = true;
    return all;
  };
  return {
    push: (piece) => begun(chunks.push(piece)),
    finish: () => begun(chunks.finish()),
  };
}

/** Decrypts it. Throws `file-format` for a file that is none, was changed or cut off, or has another key. */
export function createFileDecryptor(key: Uint8Array): FileCipher {
  let head = new Uint8Array(0);
  let chunks: FileCipher | undefined;
  return {
    push(piece) {
      if (chunks !== undefined) return chunks.push(piece);
      head = joined([head, piece]);
      if (head.length < headLength) return [];
      const rest = head.subarray(headLength);
      const gcm = openHead(key, head.slice(0, headLength));
      chunks = chunked(chunkSize + tagLength, (bytes, number, isLast) => opened(gcm, bytes, number, isLast));
      return chunks.push(rest);
    },
    finish() {
      if (chunks === undefined) throw damaged('It is shorter than its head.');
      return chunks.finish();
    },
  };
}

function openHead(key: Uint8Array, head: Uint8Array): Gcm {
  if (mark.some((byte, index) => head[index] !== byte)) throw damaged('It does not begin as encrypted files do.');
  if (head[mark.length] !== version || head[mark.length + 1] !== chunkLog) {
    throw new StillhouseError('file-format', 'The file was encrypted by another version.', {
      remedy: 'Decrypt it with the version that made it, or a later one.',
    });
  }
  return createGcm(fileKey(key, head.subarray(mark.length + 2)), head);
}

/** KDF in counter mode with CMAC (NIST SP 800-108, section 4.1): 256 bits. */
function fileKey(key: Uint8Array, salt: Uint8Array): Uint8Array {
  refuseWrongKey(key);
  const label = new TextEncoder().encode('stillhouse file');
  return joined(
    [1, 2].map((counter) =>
      cmac(joined([Uint8Array.of(counter), label, Uint8Array.of(0), salt, Uint8Array.of(1, 0)]), key),
    ),
  );
}

/** Cuts pieces into chunks of a size; the last chunk, which may be whole or empty, is known only at the end. */
function chunked(size: number, work: (bytes: Uint8Array, number: number, isLast: boolean) => Uint8Array): FileCipher {
  let waiting: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  return {
    push(piece) {
      waiting.push(piece);
      length += piece.length;
      if (length <= size) return [];
      const all = joined(waiting);
      const done: Uint8Array[] = [];
      let start = 0;
      for (; all.length - start > size; start += size)
        done.push(work(all.subarray(start, start + size), number++, false));
      waiting = [all.slice(start)];
      length = all.length - start;
      return done;
    },
    finish: () => [work(joined(waiting), number, true)],
  };
}

function sealed(gcm: Gcm, bytes: Uint8Array, number: number, isLast: boolean): Uint8Array {
  const [chunk] = gcm.seal([{ nonce: nonceOf(number, isLast), bytes }]);
  return chunk ?? new Uint8Array(0);
}

function opened(gcm: Gcm, bytes: Uint8Array, number: number, isLast: boolean): Uint8Array {
  const [chunk] = gcm.open([{ nonce: nonceOf(number, isLast), bytes }]);
  if (chunk === undefined) throw damaged('It was changed or cut off, or its key is another.');
  return chunk;
}

function nonceOf(number: number, isLast: boolean): Uint8Array {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, number);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let start = 0;
  for (const part of parts) {
    all.set(part, start);
    start += part.length;
  }
  return all;
}

function damaged(why: string): StillhouseError {
  return new StillhouseError('file-format', `The file cannot be decrypted. ${why}`, {
    remedy: 'Check that it is whole and that the key is the one it was encrypted with.',
  });
}
