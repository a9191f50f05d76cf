import { StillhouseError } from '../../core/error.ts';
import type { JsonEncoding } from './options.ts';
import { sequenceLength, writeCodePoint } from './utf8.ts';

/**
 * The encoding that a byte order mark or the place of NUL bytes tells; JSON text starts with an ASCII character (RFC 4627,
 * section 3). Everything else is read as UTF-8.
 */
export function detectEncoding(head: Uint8Array): JsonEncoding {
  const [first = 0, second = 0, third = 0, fourth = 0] = head;
  const isWide = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  if (head.length >= 4 && ((isWide && third === 0 && fourth === 0) || (first === 0 && second === 0))) {
    throw new StillhouseError('file-format', 'The file is encoded as UTF-32, which is not read here.', {
      remedy: 'Save it as UTF-8 and import it again.',
    });
  }
  if (head.length < 2) return 'utf-8';
  if (isWide) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : 'utf-8';
}

/** Turns the pieces of a file into UTF-8, one by one. */
export interface Transcoder {
  push(chunk: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
  /** What is still held back at the end of the file. */
  flush(): Uint8Array<ArrayBuffer>;
}

const nothing = new Uint8Array(0);

/** Bytes that mean nothing in the encoding become bytes that are no UTF-8, so that the record they are in is rejected. */
export function createTranscoder(encoding: JsonEncoding): Transcoder {
  switch (encoding) {
    case 'utf-8':
      return { push: (chunk) => chunk, flush: () => nothing };
    case 'utf-16le':
      return utf16Transcoder(0);
    case 'utf-16be':
      return utf16Transcoder(1);
    case 'windows-1252':
      return { push: fromWindows1252, flush: () => nothing };
  }
}

/** `lowByte` is where a unit's less significant byte stands. */
function utf16Transcoder(lowByte: 0 | 1): Transcoder {
  let held: Uint8Array<ArrayBuffer> = nothing;
  return {
    push(chunk) {
      const source = new Uint8Array(held.length + chunk.length);
      source.set(held);
      source.set(chunk, held.length);
      const unit = (at: number) => ((source[at + 1 - lowByte] ?? 0) << 8) | (source[at + lowByte] ?? 0);
      const target = new Uint8Array(source.length * 2);
      let length = 0;
      let at = 0;
      while (at + 1 < source.length) {
        const high = unit(at);
        const isHigh = high >= 0xd800 && high < 0xdc00;
        if (isHigh && at + 3 >= source.length) break;
        const low = isHigh ? unit(at + 2) : 0;
        const isPair = low >= 0xdc00 && low < 0xe000;
        length += writeCodePoint(isPair ? 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00) : high, target, length);
        at += isPair ? 4 : 2;
      }
      held = source.slice(at);
      return target.subarray(0, length);
    },
    flush: () => (held.length === 0 ? nothing : new Uint8Array([0xff])),
  };
}

/** Characters 0x80 to 0x9f of Windows-1252; the five undefined bytes stand for themselves, as the WHATWG table has it. */
const upperControls =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f'.concat(
    '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178',
  );

function fromWindows1252(chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  const target = new Uint8Array(chunk.length * 3);
  let length = 0;
  for (const byte of chunk) {
    const code = byte >= 0x80 && byte < 0xa0 ? upperControls.charCodeAt(byte - 0x80) : byte;
    length += writeCodePoint(code, target, length);
  }
  return target.subarray(0, length);
}

/** Whether bytes are UTF-8; a character cut off at the end does not count. */
export function isUtf8(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    if ((bytes[at] ?? 0) < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length <= 0) return at - length >= bytes.length;
    at += length;
  }
  return true;
}
