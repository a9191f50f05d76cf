import type { ExtractEvent, ImportNote, Reject } from '../contract.ts';
import type { CsvOptions } from './csv-options.ts';
import { faultReason, raggedReason } from './fault-words.ts';
import { type RecordLayout, seenBeyondAscii, seenLoneReturn, seenNul, seenPaddedQuote } from './record-layout.ts';
import type { RecordVisitor } from './record-walker.ts';
import { TextBatch } from './text-batch.ts';
import { countUtf8, createUtf8Counts } from './utf8-count.ts';

/** A reject shows at most this many characters of its record. */
const valueLength = 1000;

/** Turns records into batches and rejects, which are fetched with `drain` whenever the caller likes. */
export interface Extraction {
  readonly visitor: RecordVisitor;
  /** What is ready to be handed on. */
  drain(): ExtractEvent[];
  /** What is left at the end of the file, `done` included. */
  finish(): ExtractEvent[];
}

export function createExtraction({ dialect, names, nullTexts }: CsvOptions): Extraction {
  const batch = new TextBatch(dialect, names.length, nullTexts);
  const utf8 = createUtf8Counts();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const counts = { read: 0, loaded: 0, rejected: 0, skipped: 0 };
  const seenCounts = { nul: 0, loneReturn: 0, paddedQuote: 0 };
  let records = 0;
  let ready: ExtractEvent[] = [];
  let rejects: Reject[] = [];

  const reject = (bytes: Uint8Array, start: number, end: number, line: number, reason: string) => {
    const text = decoder.decode(bytes.subarray(start, Math.min(end, start + 4 * valueLength)));
    counts.rejected++;
    rejects.push({ record: records, line, value: Array.from(text).slice(0, valueLength).join(''), reason });
  };

  const record: RecordVisitor['record'] = (bytes, start, layout, line) => {
    records++;
    const { seen, fieldCount, end } = layout;
    if (fieldCount !== names.length) {
      reject(bytes, start, end, line, raggedReason(fieldCount, names.length));
      return;
    }
    if ((seen & seenBeyondAscii) !== 0 && !countUtf8(bytes, start, end, utf8)) {
      reject(bytes, start, end, line, wrongByteReason(bytes, start, end));
      return;
    }
    if ((seen & (seenNul | seenLoneReturn | seenPaddedQuote)) !== 0) noteSeen(seen);
    batch.add(bytes, layout, records, line);
    counts.loaded++;
    if (batch.isFull) ready.push({ kind: 'batch', batch: batch.take() });
  };

  const noteSeen = (seen: number) => {
    if ((seen & seenNul) !== 0) seenCounts.nul++;
    if ((seen & seenLoneReturn) !== 0) seenCounts.loneReturn++;
    if ((seen & seenPaddedQuote) !== 0) seenCounts.paddedQuote++;
  };

  const drain = (): ExtractEvent[] => {
    if (rejects.length > 0) ready.push({ kind: 'rejects', rejects });
    const events = ready;
    rejects = [];
    ready = [];
    return events;
  };

  return {
    visitor: {
      header: () => undefined,
      record,
      faulty(bytes, start, layout: RecordLayout, line, fault) {
        records++;
        reject(bytes, start, layout.end, line, faultReason(fault));
      },
      skipped() {
        counts.skipped++;
      },
    },
    drain,
    finish() {
      if (!batch.isEmpty) ready.push({ kind: 'batch', batch: batch.take() });
      counts.read = records + counts.skipped;
      return [...drain(), { kind: 'done', counts, notes: notesOf(seenCounts) }];
    },
  };
}

function wrongByteReason(bytes: Uint8Array, start: number, end: number): string {
  const counts = createUtf8Counts();
  countUtf8(bytes, start, end, counts);
  return `it holds the byte 0x${counts.wrongByte.toString(16).toUpperCase()}, which is not valid UTF-8`;
}

function notesOf(seen: { nul: number; loneReturn: number; paddedQuote: number }): ImportNote[] {
  const notes: ImportNote[] = [
    { code: 'nul-character', message: 'Records hold NUL characters, which were kept.', count: seen.nul },
    {
      code: 'lone-return',
      message: 'Records hold carriage returns inside a field, which were kept.',
      count: seen.loneReturn,
    },
    { code: 'padded-quote', message: 'Blanks around quoted fields were left out.', count: seen.paddedQuote },
  ];
  return notes.filter(({ count }) => count > 0);
}
