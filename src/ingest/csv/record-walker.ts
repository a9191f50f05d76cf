import { StillhouseError } from '../../core/error.ts';
import { createByteWindow } from './byte-window.ts';
import type { CsvDialect } from './dialect.ts';
import { type RecordLayout, seenLoneQuote } from './record-layout.ts';
import { createTokenizer } from './tokenizer.ts';

/** Why a line was given up. A `leftover` follows a faulty line and looks like a part of its record. */
export type WalkFault = 'text-after-quote' | 'unclosed-quote' | 'too-long' | 'leftover';

/** Hears of what a file holds, in order. Bytes and layout are good during the call only. */
export interface RecordVisitor {
  /** The record that names the columns. */
  header(bytes: Uint8Array, start: number, layout: RecordLayout): void;
  /** A record whose fields were found; there may be too many or too few. `line` counts from 1. */
  record(bytes: Uint8Array, start: number, layout: RecordLayout, line: number): void;
  /** The first physical line of a record that cannot be read. */
  faulty(bytes: Uint8Array, start: number, layout: RecordLayout, line: number, fault: WalkFault): void;
  /** A blank line or a remark behind the header, with its `seen…` bits; `blanks` is a line that is blank but not empty. */
  skipped(kind: 'empty' | 'blanks' | 'comment', seen: number): void;
  /** May take whole records without looking at their fields; gives their end, or `start` to have them shown one by one. */
  readonly take?: (bytes: Uint8Array, start: number, end: number) => TakenRecords;
}

/** Records that a visitor took at once, each of them one line. */
export interface TakenRecords {
  readonly next: number;
  readonly lines: number;
}

/** Cuts UTF-8 chunks into records and shows them to a visitor. */
export interface RecordWalker {
  push(chunk: Uint8Array<ArrayBuffer>): void;
  /** Reads what is left when there are no more chunks. */
  finish(): void;
  /** Physical lines done. */
  readonly lines: number;
}

/** Bytes beyond which a record is given up as one whose quote was never closed. */
export const longestRecord = 64 << 20;

/** Bytes that a visitor is offered to take at once. */
const blockLength = 1 << 16;

/** Blocks between two offers, when the visitor declines again and again. */
const mostPatience = 16;

const lineFeed = 10;
const carriageReturn = 13;

/**
 * A record that cannot be read costs its first physical line and no more: reading goes on at the next line. Lines behind it
 * that have the wrong number of fields or stray quotes are leftovers of it, until the first line that reads well.
 */
export function createRecordWalker(
  dialect: CsvDialect,
  fieldCount: number,
  visitor: RecordVisitor,
  longest = longestRecord,
): RecordWalker {
  const tokenizer = createTokenizer(dialect);
  const { layout } = tokenizer;
  const window = createByteWindow();
  const comment = new TextEncoder().encode(dialect.comment);
  const returnEnds = dialect.newline === 'cr' || dialect.newline === 'any';
  let linesToSkip = dialect.skipLines;
  let headerDue = dialect.header;
  let recovering = false;
  let lines = 0;
  let retryAt = 0;
  let patience = 1;

  const isComment = (bytes: Uint8Array, start: number, end: number): boolean => {
    if (comment.length === 0 || end - start < comment.length) return false;
    return comment.every((byte, index) => bytes[start + index] === byte);
  };

  /** Where the line behind the one at `start` begins; -1 when that is not known yet. */
  const nextLine = (bytes: Uint8Array, start: number, end: number, atEnd: boolean): number => {
    let at = start;
    while (at < end && bytes[at] !== lineFeed && !(returnEnds && bytes[at] === carriageReturn)) at++;
    if (at === end || (bytes[at] === carriageReturn && at + 1 === end)) return atEnd ? end : -1;
    return at + (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? 2 : 1);
  };

  /** Shows one record or line and gives its end, or -1 when more bytes are needed. */
  const step = (bytes: Uint8Array, start: number, end: number, atEnd: boolean): number => {
    const short = end - start < comment.length && !atEnd;
    if (short) return -1;
    if (linesToSkip > 0 || isComment(bytes, start, end)) {
      const next = nextLine(bytes, start, end, atEnd);
      if (next < 0) return -1;
      lines++;
      if (linesToSkip > 0) linesToSkip--;
      else if (!headerDue) visitor.skipped('comment', 0);
      return next;
    }
    if (!tokenizer.read(bytes, start, end, atEnd)) return -1;
    show(bytes, start);
    lines += layout.lines;
    return layout.next;
  };

  const show = (bytes: Uint8Array, start: number) => {
    const { fault, end, fieldCount: found } = layout;
    if (fault !== 'none') {
      recovering = true;
      headerDue = false;
      visitor.faulty(bytes, start, layout, lines + 1, fault);
    } else if (end === start && (fieldCount > 1 || headerDue)) {
      if (!headerDue) visitor.skipped('empty', layout.seen);
    } else if (found === 1 && fieldCount > 1 && isBlank(bytes, start, end)) {
      if (!headerDue) visitor.skipped('blanks', layout.seen);
    } else if (headerDue) {
      headerDue = false;
      visitor.header(bytes, start, layout);
    } else if (recovering && (found !== fieldCount || (layout.seen & seenLoneQuote) !== 0)) {
      visitor.faulty(bytes, start, layout, lines + 1, 'leftover');
    } else {
      recovering = false;
      visitor.record(bytes, start, layout, lines + 1);
    }
  };

  const giveUp = (bytes: Uint8Array, start: number, end: number): number => {
    const next = nextLine(bytes, start, end, false);
    if (next < 0) {
      throw new StillhouseError('file-format', `Line ${lines + 1} is longer than ${longest >> 20} MB.`, {
        remedy: 'This is no text file with lines, or its line ends are of another kind: choose them in the import.',
      });
    }
    recovering = true;
    Object.assign(layout, { end: next, next, lines: 1, fieldCount: 0, seen: 0 });
    visitor.faulty(bytes, start, layout, lines + 1, 'too-long');
    lines++;
    return next;
  };

  const takeBlock = (bytes: Uint8Array, at: number, end: number): number => {
    if (visitor.take === undefined || comment.length > 0 || linesToSkip > 0 || headerDue || recovering) return at;
    const taken = visitor.take(bytes, at, Math.min(end, at + blockLength));
    lines += taken.lines;
    return taken.next;
  };

  const walk = (atEnd: boolean) => {
    const { bytes, end } = window;
    let at = window.start;
    let offerAt = at;
    while (at < end) {
      if (at >= offerAt) {
        const taken = takeBlock(bytes, at, end);
        patience = taken === at ? Math.min(mostPatience, 2 * patience) : 1;
        offerAt = taken === at ? at + patience * blockLength : taken;
        if (taken !== at) {
          at = taken;
          continue;
        }
      }
      let next = step(bytes, at, end, atEnd);
      if (next < 0 && end - at > longest) next = giveUp(bytes, at, end);
      if (next < 0) break;
      at = next;
    }
    window.consumeTo(at);
    retryAt = 2 * (end - at);
  };

  return {
    push(chunk) {
      window.append(chunk);
      if (window.end - window.start >= Math.min(retryAt, longest + 1)) walk(false);
    },
    finish() {
      walk(true);
    },
    get lines() {
      return lines;
    },
  };
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] !== 32 && bytes[at] !== 9) return false;
  return true;
}
