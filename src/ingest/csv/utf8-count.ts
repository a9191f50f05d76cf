import { sequenceLength } from '../json/utf8.ts';

/** What the bytes beyond ASCII of a file are; counts go on from call to call. */
export interface Utf8Counts {
  /** Valid sequences of two to four bytes. */
  sequences: number;
  /** Bytes that belong to no valid sequence. */
  wrong: number;
  /** The first wrong byte, and its position in the bytes of the call that met it. */
  wrongByte: number;
  firstWrong: number;
}

export function createUtf8Counts(): Utf8Counts {
  return { sequences: 0, wrong: 0, wrongByte: 0, firstWrong: -1 };
}

/** Checks a range of bytes; true when all of it is valid UTF-8. */
export function countUtf8(bytes: Uint8Array, start: number, end: number, counts: Utf8Counts): boolean {
  const before = counts.wrong;
  let at = start;
  while (at < end) {
    if ((bytes[at] ?? 0) < 128) {
      at = end - at > skipFrom ? skipAscii(bytes, at, end) : at + 1;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length > 0 && at + length <= end) {
      counts.sequences++;
      at += length;
      continue;
    }
    if (counts.wrong === 0) {
      counts.wrongByte = bytes[at] ?? 0;
      counts.firstWrong = at;
    }
    counts.wrong++;
    at++;
  }
  return counts.wrong === before;
}

/** Stretches shorter than this many bytes are not worth making a view of words for. */
const skipFrom = 512;

/** Passes ASCII, four bytes at a time, up to a character beyond it or the end. */
function skipAscii(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && ((bytes.byteOffset + at) & 3) !== 0) {
    if ((bytes[at] ?? 0) > 127) return at;
    at++;
  }
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, (end - at) >> 2);
  let index = 0;
  while (index < words.length && ((words[index] ?? 0) & 0x80808080) === 0) index++;
  at += 4 * index;
  while (at < end && (bytes[at] ?? 0) < 128) at++;
  return at;
}
