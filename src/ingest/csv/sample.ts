import { byteKind, byteKinds } from './byte-kinds.ts';
import type { CsvDialect } from './dialect.ts';
import { escapedField, quotedField, type RecordFault, seenBeyondAscii } from './record-layout.ts';
import { createTokenizer } from './tokenizer.ts';

/** One record of a sample, its fields decoded; NULL for an empty field that is not quoted. */
export interface SampleRecord {
  readonly cells: readonly (string | null)[];
  /** The physical line it starts on, from 1. */
  readonly line: number;
  readonly fault: RecordFault;
  /** Which fields are quoted. */
  readonly quoted: readonly boolean[];
  /** Nothing but blanks. */
  readonly isBlank: boolean;
  /** The record as it stands in the file. */
  readonly text: string;
}

/** The beginning of a file in UTF-8, without its mark. */
export interface Sample {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The sample is the whole file, so that its last record is complete. */
  readonly whole: boolean;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The first records of a sample under a dialect, remarks, titles and header among them; a record cut off at the end is left out. */
export function readSample({ bytes, whole }: Sample, dialect: CsvDialect, most: number): SampleRecord[] {
  const { layout, read } = createTokenizer(dialect);
  const records: SampleRecord[] = [];
  let line = 1;
  for (let start = 0; start < bytes.length && records.length < most; start = layout.next) {
    if (!read(bytes, start, bytes.length, whole)) break;
    const text = decoder.decode(bytes.subarray(start, layout.end));
    const sliceable = (layout.seen & seenBeyondAscii) === 0;
    const cells = Array.from({ length: layout.fieldCount }, (_, field) => {
      const [from = 0, to = 0, mark = 0] = [layout.starts[field], layout.ends[field], layout.marks[field]];
      if (from === to && (mark & quotedField) === 0) return null;
      const cell = sliceable ? text.slice(from - start, to - start) : decoder.decode(bytes.subarray(from, to));
      return (mark & escapedField) === 0 ? cell : unescaped(cell, dialect);
    });
    records.push({
      cells,
      line,
      fault: layout.fault,
      quoted: cells.map((_, index) => ((layout.marks[index] ?? 0) & quotedField) !== 0),
      isBlank: text.trim() === '' && layout.fieldCount === 1,
      text,
    });
    line += layout.lines;
  }
  return records;
}

function unescaped(cell: string, dialect: CsvDialect): string {
  if (dialect.escape === 'doubled') return cell.replaceAll(dialect.quote + dialect.quote, dialect.quote);
  const kinds = byteKinds(dialect, false);
  return cell.replace(/\\([^])/g, (pair, next: string) => {
    const kind = kinds[next.charCodeAt(0)] ?? byteKind.beyondAscii;
    return kind === byteKind.plain || kind >= byteKind.beyondAscii ? pair : next;
  });
}
