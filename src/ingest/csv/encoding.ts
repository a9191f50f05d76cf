import { StillhouseError } from '../../core/error.ts';
import { createTranscoder } from '../json/encoding.ts';
import { countUtf8, createUtf8Counts, type Utf8Counts } from './utf8-count.ts';

/** The encodings that are read. Windows-1252 includes Latin-1 but for control characters nobody writes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** An encoding, and in words what speaks for it. */
export interface EncodingChoice {
  readonly encoding: Encoding;
  readonly evidence: string;
}

/**
 * The encoding of a file by its first bytes. ASCII alone counts as UTF-8: bytes beyond that may follow later, which is for
 * the scanner to find.
 */
export function detectEncoding(head: Uint8Array): EncodingChoice {
  return byMark(head) ?? byNuls(head) ?? byBytes(head);
}

function byMark(head: Uint8Array): EncodingChoice | undefined {
  const [first, second, third, fourth] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return { encoding: 'utf-8', evidence: 'the file starts with the mark of UTF-8' };
  }
  if (first === 0xff && second === 0xfe) {
    if (third === 0 && fourth === 0) throw wideError();
    return { encoding: 'utf-16le', evidence: 'the file starts with the mark of UTF-16 (little endian)' };
  }
  if (first === 0xfe && second === 0xff) {
    return { encoding: 'utf-16be', evidence: 'the file starts with the mark of UTF-16 (big endian)' };
  }
  return undefined;
}

function wideError(): StillhouseError {
  return new StillhouseError('file-format', 'The file is encoded as UTF-32, which is not read here.', {
    remedy: 'Save it as UTF-8 and import it again.',
  });
}

/** In UTF-16 every second byte of Western text is NUL. */
function byNuls(head: Uint8Array): EncodingChoice | undefined {
  const units = Math.floor(Math.min(head.length, 4096) / 2);
  if (units < 2) return undefined;
  let even = 0;
  let odd = 0;
  for (let unit = 0; unit < units; unit++) {
    if (head[2 * unit] === 0) even++;
    if (head[2 * unit + 1] === 0) odd++;
  }
  const most = units / 2;
  if (odd > most && even === 0) return { encoding: 'utf-16le', evidence: 'every second byte is NUL, as in UTF-16' };
  if (even > most && odd === 0) return { encoding: 'utf-16be', evidence: 'every first byte is NUL, as in UTF-16' };
  return undefined;
}

function byBytes(head: Uint8Array): EncodingChoice {
  const counts = createUtf8Counts();
  countUtf8(head, 0, wholeCharacters(head), counts);
  if (counts.wrong > 0) return encodingFromCounts(counts);
  if (counts.sequences === 0) return { encoding: 'utf-8', evidence: 'the beginning is plain ASCII' };
  return { encoding: 'utf-8', evidence: 'every character beyond ASCII is valid UTF-8' };
}

/** The length without a character of UTF-8 that the end of the piece cuts off. */
function wholeCharacters(piece: Uint8Array): number {
  for (let back = 1; back <= 3; back++) {
    const byte = piece[piece.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return piece.length - back;
  }
  return piece.length;
}

/** UTF-8 or Windows-1252, for bytes that are not all UTF-8: text in the one hardly ever looks like the other. */
export function encodingFromCounts({ sequences, wrong, wrongByte }: Utf8Counts): EncodingChoice {
  const found = `byte 0x${wrongByte.toString(16).toUpperCase()}`;
  return sequences > wrong
    ? { encoding: 'utf-8', evidence: `characters beyond ASCII are UTF-8, although ${found} is not` }
    : { encoding: 'windows-1252', evidence: `${found} is not valid UTF-8` };
}

/** The chunks of a file in an encoding as UTF-8 without its mark. What means nothing in the encoding becomes invalid UTF-8. */
export async function* toUtf8(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  encoding: Encoding,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const transcoder = createTranscoder(encoding);
  let beginning: Uint8Array<ArrayBuffer> | undefined = new Uint8Array(0);
  for await (const chunk of chunks) {
    const piece = transcoder.push(chunk);
    if (beginning === undefined) {
      if (piece.length > 0) yield piece;
      continue;
    }
    beginning = joined(beginning, piece);
    if (beginning.length < 3) continue;
    yield withoutMark(beginning);
    beginning = undefined;
  }
  const rest = joined(beginning ?? new Uint8Array(0), transcoder.flush());
  if (rest.length > 0) yield rest;
}

/** A whole piece of a file as UTF-8 without its mark, for looking at a file's beginning. */
export function headToUtf8(head: Uint8Array<ArrayBuffer>, encoding: Encoding): Uint8Array<ArrayBuffer> {
  return withoutMark(createTranscoder(encoding).push(head));
}

function withoutMark(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function joined(one: Uint8Array<ArrayBuffer>, other: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
