import {
  backslash,
  closeBrace,
  closeBracket,
  colon,
  comma,
  lineFeed,
  openBrace,
  openBracket,
  quote,
  space,
} from './bytes.ts';
import { lost, needsMore } from './framing.ts';
import type { Scanner } from './scanner.ts';

/** How far a faulty record may reach before what follows it counts as lost. */
const reach = 2 ** 24;

/**
 * Where the faulty value at `start` ends, judged by its brackets: at the comma or bracket behind it in an array, behind its
 * own closing bracket elsewhere. A bracket that closes an outer one closes the inner ones too. `lost` when the array itself
 * is closed inside of the value, or quotes seem to be the wrong way round.
 */
export function endByBrackets(scanner: Scanner, start: number, inArray: boolean): number {
  const { bytes, end } = scanner;
  const closers: number[] = [];
  let at = start;
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) {
      at = endOfString(scanner, at);
      if (at < 0) return at;
    } else if (byte === openBrace || byte === openBracket) {
      closers.push(byte === openBrace ? closeBrace : closeBracket);
    } else if (byte === closeBrace || byte === closeBracket) {
      if (inArray && byte === closeBracket && !closers.includes(byte)) return closers.length === 0 ? at : lost;
      while (closers.length > 0 && closers.pop() !== byte);
      if (closers.length === 0 && !inArray) return at + 1;
    } else if (closers.length === 0) {
      if (inArray ? byte === comma : byte === lineFeed && at > start) return at;
    }
  }
  return outOfBytes(scanner, start);
}

/**
 * Where a string's closing quote stands. `lost` when text follows at once: then it is rather the opening quote of the next
 * string, and one is missing before.
 */
function endOfString(scanner: Scanner, start: number): number {
  const { bytes, end } = scanner;
  let at = start + 1;
  for (; at < end && bytes[at] !== quote; at++) {
    if (bytes[at] === lineFeed) return lost;
    if (bytes[at] === backslash) at++;
  }
  const next = bytes[at + 1] ?? 0;
  if (at + 1 >= end) return outOfBytes(scanner, start);
  const isOrdinary = next === comma || next === colon || next === closeBrace || next === closeBracket || next === quote;
  return isOrdinary || next <= space ? at : lost;
}

/**
 * Where the next line begins just as the faulty record at `start` does: the same white space, then the same bracket. Gives
 * the place of the line break before it. Lines inside a record are indented deeper; where a record starts with a bracket
 * alone on a line without indentation, that cannot be relied on.
 */
export function endByLines(scanner: Scanner, start: number): number {
  const { bytes, end } = scanner;
  const lineStart = start === 0 ? 0 : bytes.lastIndexOf(lineFeed, start - 1) + 1;
  const indent = bytes[lineStart] === openBracket ? start : lineStart;
  for (let at = indent; at < start; at++) if ((bytes[at] ?? 0) > space && bytes[at] !== comma) return lost;
  const isBare = indent === start && (bytes[start + 1] ?? 0) <= space;
  if (isBare || (bytes[start] !== openBrace && bytes[start] !== openBracket)) return lost;
  const length = start - indent + 1;
  for (let at = bytes.indexOf(lineFeed, start); at >= 0 && at + length < end; at = bytes.indexOf(lineFeed, at + 1)) {
    let same = 0;
    while (same < length && bytes[at + 1 + same] === bytes[indent + same]) same++;
    if (same === length) return at;
  }
  return outOfBytes(scanner, start);
}

function outOfBytes(scanner: Scanner, start: number): number {
  return scanner.final || scanner.end - start > reach ? lost : needsMore;
}

/** Line breaks in a stretch of bytes. */
export function countLines(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (bytes[at] === lineFeed) count++;
  return count;
}
