import { StillhouseError } from '../../core/error.ts';
import type { Scanner } from './scanner.ts';

/** Zero bytes behind the window's end: more than any read looks ahead without checking. */
const padding = 64;

/** Bytes kept before the place of reading, for finding the start of its line. */
const kept = 256;

/** A record must fit into memory; beyond this size it is refused. */
const largestRecord = 2 ** 29;

/** Puts more of the file behind the bytes that a scanner has not used up yet. */
export function appendBytes(scanner: Scanner, chunk: Uint8Array): void {
  const start = Math.max(0, scanner.at - kept);
  const live = scanner.end - start;
  if (live > largestRecord) {
    throw new StillhouseError('file-format', `The record at line ${scanner.line} is larger than 512 MB.`, {
      remedy: 'If the file is one object around a list, choose the list as the place of the records.',
    });
  }
  const { bytes } = scanner;
  if (scanner.end + chunk.length + padding > bytes.length) {
    const needed = live + chunk.length + padding;
    const room = needed * 2 > bytes.length ? new Uint8Array(needed * 2) : bytes;
    if (room === bytes) bytes.copyWithin(0, start, scanner.end);
    else room.set(bytes.subarray(start, scanner.end));
    scanner.bytes = room;
    scanner.at -= start;
    scanner.end = live;
  }
  scanner.bytes.set(chunk, scanner.end);
  scanner.end += chunk.length;
  scanner.bytes.fill(0, scanner.end, scanner.end + padding);
}

/** Bytes of a byte order mark in UTF-8. */
export const markLength = 3;

/** Moves past the byte order mark with which a file may start. */
export function skipMark(scanner: Scanner): void {
  const [first, second, third] = scanner.bytes;
  if (scanner.at === 0 && first === 0xef && second === 0xbb && third === 0xbf) scanner.at = markLength;
}
