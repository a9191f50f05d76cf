import { type CancelSignal, throwIfCancelled } from '../../core/cancel.ts';
import type { ByteSource } from '../contract.ts';
import type { CsvDialect } from './dialect.ts';
import { type Encoding, toUtf8 } from './encoding.ts';
import { createQuietCounter } from './quiet-block.ts';
import {
  type RecordLayout,
  seenBeyondAscii,
  seenLineFeed,
  seenLoneQuote,
  seenLoneReturn,
  seenNul,
  seenPaddedQuote,
  seenQuotedLineEnd,
  seenReturn,
  seenReturnLineFeed,
} from './record-layout.ts';
import { createRecordWalker, type RecordVisitor } from './record-walker.ts';
import type { Sample } from './sample.ts';
import { countUtf8, createUtf8Counts, type Utf8Counts } from './utf8-count.ts';

export interface ScanOptions {
  readonly dialect: CsvDialect;
  readonly encoding: Encoding;
  /** Fields that every record should have. */
  readonly fieldCount: number;
}

/** What a file holds, counted from its bytes without the database. The header is looked at too, but is no record. */
export interface ScanResult {
  /** Records behind the header, good or faulty, without blank lines and remarks. */
  readonly records: number;
  /** Lines with nothing in them; in files of one column they are records. */
  readonly emptyLines: number;
  /** Lines of blanks alone. */
  readonly blankLines: number;
  readonly comments: number;
  /** Physical lines of the whole file. */
  readonly lines: number;
  /** Records with too few or too many fields. */
  readonly ragged: number;
  /** Lines given up: unclosed quotes, text behind a closing quote. */
  readonly faulty: number;
  /** Lines that end with LF, CR LF and CR. */
  readonly lineFeeds: number;
  readonly returnLineFeeds: number;
  readonly returns: number;
  readonly withNul: number;
  readonly withLoneQuote: number;
  readonly withPaddedQuote: number;
  readonly withLoneReturn: number;
  readonly withQuotedLineEnd: number;
  readonly utf8: Readonly<Utf8Counts>;
  /** Bytes of the longest record in UTF-8. */
  readonly longestRecord: number;
}

/** Reads a file once and counts. */
export async function scanCsv(
  source: ByteSource,
  { dialect, encoding, fieldCount }: ScanOptions,
  signal: CancelSignal,
  onRead?: (bytes: number) => void,
): Promise<ScanResult> {
  const counter = createScanCounter(dialect, fieldCount);
  const walker = createRecordWalker(dialect, fieldCount, counter.visitor);
  for await (const chunk of toUtf8(source.stream(onRead), encoding)) {
    throwIfCancelled(signal);
    walker.push(chunk);
  }
  walker.finish();
  return counter.result(walker.lines);
}

/** Counts what the beginning of a file holds; a record that the end of the sample cuts off is left out. */
export function scanSample({ bytes, whole }: Sample, { dialect, fieldCount }: ScanOptions): ScanResult {
  const counter = createScanCounter(dialect, fieldCount);
  const walker = createRecordWalker(dialect, fieldCount, counter.visitor);
  walker.push(bytes);
  if (whole) walker.finish();
  return counter.result(walker.lines);
}

/** Records are counted by the set of their `seen…` bits, which costs one addition for each. */
function createScanCounter(dialect: CsvDialect, fieldCount: number) {
  const countQuiet = createQuietCounter(dialect, fieldCount);
  const bySeen = new Int32Array(1024);
  const utf8 = createUtf8Counts();
  const skips = { empty: 0, blanks: 0, comment: 0 };
  let records = 0;
  let ragged = 0;
  let faulty = 0;
  let longestRecord = 0;

  const look = (bytes: Uint8Array, start: number, layout: RecordLayout) => {
    bySeen[layout.seen] = (bySeen[layout.seen] ?? 0) + 1;
    longestRecord = Math.max(longestRecord, layout.end - start);
    if ((layout.seen & seenBeyondAscii) !== 0) countUtf8(bytes, start, layout.end, utf8);
  };

  const visitor: RecordVisitor = {
    header: look,
    record(bytes, start, layout) {
      records++;
      if (layout.fieldCount !== fieldCount) ragged++;
      look(bytes, start, layout);
    },
    faulty(bytes, start, layout) {
      records++;
      faulty++;
      countUtf8(bytes, start, layout.end, utf8);
    },
    skipped(kind, seen) {
      skips[kind]++;
      bySeen[seen] = (bySeen[seen] ?? 0) + 1;
    },
    take(bytes, start, end) {
      const quiet = countQuiet(bytes, start, end);
      if (quiet.beyondAscii) countUtf8(bytes, start, quiet.next, utf8);
      records += quiet.records;
      ragged += quiet.ragged;
      skips.empty += quiet.emptyLines;
      longestRecord = Math.max(longestRecord, quiet.longestRecord);
      bySeen[seenLineFeed] = (bySeen[seenLineFeed] ?? 0) + quiet.lineFeeds;
      bySeen[seenReturnLineFeed] = (bySeen[seenReturnLineFeed] ?? 0) + quiet.returnLineFeeds;
      return { next: quiet.next, lines: quiet.lineFeeds + quiet.returnLineFeeds };
    },
  };

  const withBit = (bit: number) => bySeen.reduce((sum, count, seen) => ((seen & bit) === 0 ? sum : sum + count), 0);

  return {
    visitor,
    result: (lines: number): ScanResult => ({
      records,
      emptyLines: skips.empty,
      blankLines: skips.blanks,
      comments: skips.comment,
      lines,
      ragged,
      faulty,
      lineFeeds: withBit(seenLineFeed),
      returnLineFeeds: withBit(seenReturnLineFeed),
      returns: withBit(seenReturn),
      withNul: withBit(seenNul),
      withLoneQuote: withBit(seenLoneQuote),
      withPaddedQuote: withBit(seenPaddedQuote),
      withLoneReturn: withBit(seenLoneReturn),
      withQuotedLineEnd: withBit(seenQuotedLineEnd),
      utf8,
      longestRecord,
    }),
  };
}
