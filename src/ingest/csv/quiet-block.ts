import type { CsvDialect } from './dialect.ts';

/** What a stretch of bytes holds that has no quotes, counted without looking at its fields one by one. */
export interface QuietCounts {
  /** Behind the last whole record; the stretch's start when it is not quiet or holds no whole record. */
  readonly next: number;
  readonly records: number;
  readonly emptyLines: number;
  readonly ragged: number;
  readonly lineFeeds: number;
  readonly returnLineFeeds: number;
  readonly longestRecord: number;
  readonly beyondAscii: boolean;
}

const lineFeed = 10;
const carriageReturn = 13;

/** Words after which a lane of a count could run over. */
const laneLimit = 255;

/** The byte in all four lanes of a word. */
const lanes = (byte: number) => Math.imul(byte, 0x01010101);

/** Nonzero when some byte of the word is zero. */
const hasZero = (word: number) => (word - 0x01010101) & ~word & 0x80808080;

/** 1 in each lane whose byte is zero. */
const zeroLanes = (word: number) => ~(((word & 0x7f7f7f7f) + 0x7f7f7f7f) | word | 0x7f7f7f7f) >>> 7;

const sumOfLanes = (counts: number) =>
  (counts & 255) + ((counts >>> 8) & 255) + ((counts >>> 16) & 255) + (counts >>> 24);

/**
 * Gives a counter for stretches of whole lines. A stretch is quiet when it has no quote, NUL, backslash that escapes, lone CR
 * or line with a single field. Four bytes are looked at in one step, as the lanes of a word (Warren, Hacker's Delight, 6-1).
 */
export function createQuietCounter(
  dialect: CsvDialect,
  fieldCount: number,
): (bytes: Uint8Array, start: number, end: number) => QuietCounts {
  const delimiter = dialect.delimiter.charCodeAt(0);
  const quote = dialect.quote === '' ? 0 : dialect.quote.charCodeAt(0);
  const escape = dialect.escape === 'backslash' ? 92 : 0;
  const delimiterLanes = lanes(delimiter);
  const quoteLanes = lanes(quote);
  const escapeLanes = lanes(escape);
  const lineFeedLanes = lanes(lineFeed);
  const returnLanes = lanes(carriageReturn);

  return (bytes, start, end) => {
    const { byteOffset } = bytes;
    const base = (byteOffset + start + 3) & ~3;
    const wordCount = Math.max(0, byteOffset + end - base) >> 2;
    const words = new Int32Array(bytes.buffer, wordCount === 0 ? 0 : base, wordCount);
    let next = start;
    let [records, emptyLines, ragged, returnLineFeeds, longestRecord] = [0, 0, 0, 0, 0];
    let fields = 1;
    let counts = 0;
    let room = laneLimit;
    let noise = 0;
    let high = 0;
    let at = start;

    while (at < end) {
      let index = (byteOffset + at - base) >> 2;
      if (byteOffset + at >= base && ((byteOffset + at) & 3) === 0) {
        while (index < words.length && room > 0) {
          const word = words[index] ?? 0;
          if ((hasZero(word ^ lineFeedLanes) | hasZero(word ^ returnLanes)) !== 0) break;
          noise |= hasZero(word) | hasZero(word ^ quoteLanes) | hasZero(word ^ escapeLanes);
          high |= word;
          counts += zeroLanes(word ^ delimiterLanes);
          room--;
          index++;
        }
        at = base - byteOffset + 4 * index;
        if (room === 0) {
          fields += sumOfLanes(counts);
          counts = 0;
          room = laneLimit;
          continue;
        }
      }
      const stop = Math.min(end, at + 4 - ((byteOffset + at) & 3));
      for (; at < stop; at++) {
        const byte = bytes[at] ?? 0;
        if (byte === delimiter) fields++;
        else if (byte === carriageReturn) noise |= at + 1 < end && bytes[at + 1] !== lineFeed ? 1 : 0;
        else if (byte === lineFeed) {
          fields += sumOfLanes(counts);
          const paired = at > next && bytes[at - 1] === carriageReturn;
          const length = at - next - (paired ? 1 : 0);
          if (length === 0 && fieldCount > 1) emptyLines++;
          else records++;
          if (fields !== fieldCount && length > 0) ragged++;
          if (fields === 1 && fieldCount > 1 && length > 0) noise |= 1;
          if (paired) returnLineFeeds++;
          if (length > longestRecord) longestRecord = length;
          fields = 1;
          counts = 0;
          room = laneLimit;
          next = at + 1;
        } else if (byte === 0 || byte === quote || byte === escape) noise |= 1;
        else high |= byte << 24;
      }
    }
    if (noise !== 0) return { ...nothing, next: start };
    const lineFeeds = records + emptyLines - returnLineFeeds;
    const beyondAscii = (high & 0x80808080) !== 0;
    return { next, records, emptyLines, ragged, lineFeeds, returnLineFeeds, longestRecord, beyondAscii };
  };
}

const nothing: QuietCounts = {
  next: 0,
  records: 0,
  emptyLines: 0,
  ragged: 0,
  lineFeeds: 0,
  returnLineFeeds: 0,
  longestRecord: 0,
  beyondAscii: false,
};
