import { byteKind, byteKinds } from './byte-kinds.ts';
import type { CsvDialect } from './dialect.ts';
import {
  createRecordLayout,
  escapedField,
  growLayout,
  quotedField,
  type RecordFault,
  type RecordLayout,
  seenBeyondAscii,
  seenLineFeed,
  seenLoneQuote,
  seenLoneReturn,
  seenNul,
  seenPaddedQuote,
  seenQuoted,
  seenQuotedLineEnd,
  seenReturn,
  seenReturnLineFeed,
} from './record-layout.ts';

/** Finds the fields of one record after the other in UTF-8 bytes. */
export interface Tokenizer {
  readonly layout: RecordLayout;
  /**
   * Reads the record that starts at `start` into the layout. False when the record does not end before `end` although more
   * bytes may follow (`atEnd` not set): read it again from its start once there are more. `start` must lie before `end`.
   */
  readonly read: (bytes: Uint8Array, start: number, end: number, atEnd: boolean) => boolean;
}

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const tab = 9;

/**
 * A quote opens a quoted field only at the field's start, blanks before it not counted; elsewhere it is data. After the
 * closing quote only blanks may come. A backslash escapes quote, delimiter, line end and itself; before others it is data.
 */
export function createTokenizer(dialect: CsvDialect): Tokenizer {
  const layout = createRecordLayout();
  const outside = byteKinds(dialect, false);
  const inside = byteKinds(dialect, true);
  const delimiter = dialect.delimiter.charCodeAt(0);
  const doubling = dialect.escape === 'doubled';
  const returnEnds = dialect.newline === 'cr' || dialect.newline === 'any';
  const isBlank = (byte: number | undefined) => (byte === space || byte === tab) && byte !== delimiter;

  const onlyBlanks = (bytes: Uint8Array, from: number, to: number): boolean => {
    for (let at = from; at < to; at++) if (!isBlank(bytes[at])) return false;
    return true;
  };

  const read: Tokenizer['read'] = (bytes, start, end, atEnd) => {
    const kinds = outside;
    let { starts, ends, marks } = layout;
    let at = start;
    let field = 0;
    let fieldStart = start;
    let fieldEnd = -1;
    let mark = 0;
    let lines = 1;
    let seen = 0;
    let fault: RecordFault = 'none';

    for (;;) {
      while (at < end && kinds[bytes[at] ?? 0] === byteKind.plain) at++;
      if (at === end) {
        if (!atEnd) return false;
        layout.next = at;
        break;
      }
      const kind = kinds[bytes[at] ?? 0];
      if (kind === byteKind.delimiter) {
        if (field === starts.length - 1) {
          growLayout(layout);
          ({ starts, ends, marks } = layout);
        }
        starts[field] = fieldStart;
        ends[field] = fieldEnd < 0 ? at : fieldEnd;
        marks[field] = mark;
        field++;
        at++;
        fieldStart = at;
        fieldEnd = -1;
        mark = 0;
      } else if (kind === byteKind.lineFeed) {
        layout.next = at + 1;
        seen |= seenLineFeed;
        break;
      } else if (kind === byteKind.beyondAscii) {
        seen |= seenBeyondAscii;
        at++;
      } else if (kind === byteKind.carriageReturn) {
        if (at + 1 === end && !atEnd) return false;
        if (at + 1 < end && bytes[at + 1] === lineFeed) {
          layout.next = at + 2;
          seen |= seenReturnLineFeed;
          break;
        }
        if (returnEnds || at + 1 === end) {
          layout.next = at + 1;
          seen |= seenReturn;
          break;
        }
        if (fieldEnd >= 0) {
          fault = 'text-after-quote';
          break;
        }
        seen |= seenLoneReturn;
        at++;
      } else if (kind === byteKind.nul) {
        seen |= seenNul;
        at++;
      } else if (kind === byteKind.backslash) {
        if (at + 1 === end && !atEnd) return false;
        mark |= escapedField;
        if (bytes[at + 1] === lineFeed) lines++;
        at += escapedLength(bytes, at, end, kinds);
      } else if (at !== fieldStart && !onlyBlanks(bytes, fieldStart, at)) {
        seen |= seenLoneQuote;
        at++;
      } else {
        seen |= at === fieldStart ? seenQuoted : seenQuoted | seenPaddedQuote;
        mark = quotedField;
        fieldStart = ++at;
        for (;;) {
          while (at < end && inside[bytes[at] ?? 0] === byteKind.plain) at++;
          if (at >= end) {
            if (!atEnd) return false;
            fault = 'unclosed-quote';
            break;
          }
          const kindInside = inside[bytes[at] ?? 0];
          if (kindInside === byteKind.quote) {
            if (at + 1 === end && !atEnd) return false;
            if (!doubling || at + 1 === end || bytes[at + 1] !== bytes[at]) break;
            mark |= escapedField;
            at += 2;
          } else if (kindInside === byteKind.backslash) {
            mark |= escapedField;
            if (bytes[at + 1] === lineFeed) lines++;
            at += escapedLength(bytes, at, end, inside);
          } else {
            if (kindInside === byteKind.beyondAscii) seen |= seenBeyondAscii;
            else if (kindInside === byteKind.nul) seen |= seenNul;
            else {
              seen |= seenQuotedLineEnd;
              if (kindInside === byteKind.lineFeed || bytes[at + 1] !== lineFeed) lines++;
            }
            at++;
          }
        }
        if (fault !== 'none') break;
        fieldEnd = at++;
        while (at < end && isBlank(bytes[at])) {
          seen |= seenPaddedQuote;
          at++;
        }
        if (at < end && bytes[at] !== delimiter && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) {
          fault = 'text-after-quote';
          break;
        }
      }
    }
    starts[field] = fieldStart;
    ends[field] = fieldEnd < 0 ? at : fieldEnd;
    marks[field] = mark;
    layout.fieldCount = field + 1;
    layout.end = at;
    layout.lines = lines;
    layout.seen = seen;
    layout.fault = fault;
    return fault === 'none' || endAtFirstLine(bytes, start, end, returnEnds, layout) || atEnd;
  };

  return { layout, read };
}

/** Bytes that a backslash and what it escapes take. */
function escapedLength(bytes: Uint8Array, at: number, end: number, kinds: Uint8Array): number {
  const next = at + 1 < end ? kinds[bytes[at + 1] ?? 0] : byteKind.plain;
  return next === byteKind.plain || next === byteKind.beyondAscii || next === byteKind.nul ? 1 : 2;
}

/**
 * A faulty record is cut at its first physical line, so that a stray quote cannot swallow the lines behind it. False when the
 * line does not end before `end`, or ends with a CR that an LF may follow.
 */
function endAtFirstLine(
  bytes: Uint8Array,
  start: number,
  end: number,
  returnEnds: boolean,
  layout: RecordLayout,
): boolean {
  let at = start;
  while (at < end && bytes[at] !== lineFeed && !(returnEnds && bytes[at] === carriageReturn)) at++;
  const returnBefore = at > start && at < end && bytes[at] === lineFeed && bytes[at - 1] === carriageReturn;
  const pair = at + 1 < end && bytes[at] === carriageReturn && bytes[at + 1] === lineFeed;
  layout.end = returnBefore ? at - 1 : at;
  layout.next = Math.min(end, at + (pair ? 2 : 1));
  layout.lines = 1;
  return at < end && !(bytes[at] === carriageReturn && at + 1 === end);
}
