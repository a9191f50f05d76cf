import type { ExtractedColumn, ImportNote, Reject } from '../contract.ts';
import { appendBytes, skipMark } from './byte-window.ts';
import { openBrace } from './bytes.ts';
import { planRecords } from './column-plan.ts';
import { detectShape } from './detect-shape.ts';
import { createTranscoder, detectEncoding, isUtf8 } from './encoding.ts';
import { findLists, type RecordsCandidate } from './find-lists.ts';
import { createFraming, createScanner, type JsonFormat } from './format.ts';
import { Inference } from './inference.ts';
import { Notes } from './notes.ts';
import type { JsonEncoding, JsonOptions, JsonShape } from './options.ts';
import { type PreviewRow, PreviewSink } from './preview.ts';
import { RecordReader } from './record-reader.ts';
import { RecordShape } from './record-shape.ts';
import { Scanner } from './scanner.ts';

/** What the first bytes of a JSON file tell, for the import preview. */
export interface JsonSniff {
  readonly shape: JsonShape;
  readonly encoding: JsonEncoding;
  /** What `extractJson` takes to read the file the way it is shown here. */
  readonly options: JsonOptions;
  /** Lists that could be the records of a file that is one object, the largest first. */
  readonly candidates: readonly RecordsCandidate[];
  /** Names and types as far as the sample tells; all records decide in the end. */
  readonly columns: readonly ExtractedColumn[];
  /** The first 50 good records, column by column. */
  readonly preview: readonly PreviewRow[];
  /** Good records in the sample. */
  readonly records: number;
  readonly rejects: readonly Reject[];
  readonly notes: readonly ImportNote[];
}

/**
 * Looks at the first bytes of a file. The last record counts when it is whole, and is no fault when it is cut off. Choices
 * of the user go before what would be guessed.
 * Throws `file-format` when the bytes are not JSON.
 */
export function sniffJson(head: Uint8Array, fileName: string, choice: JsonOptions = {}): JsonSniff {
  const notes = new Notes();
  const encoding = choice.encoding ?? guessEncoding(head, notes);
  const text = createTranscoder(encoding).push(new Uint8Array(head));
  const shape = choice.shape ?? detectShape(text, fileName);
  const candidates = shape === 'object' ? listsOf(text) : [];
  const recordsAt = choice.recordsAt ?? likelyRecords(candidates, text.length);
  const format: JsonFormat = { shape, encoding, recordsAt };
  const scanner = openScanner(createScanner(format), text);
  const records = new RecordShape();
  const sink = new PreviewSink(scanner, new Inference(scanner), records);
  const reader = new RecordReader(scanner, createFraming(format, scanner, notes), notes);
  reader.run(sink, sink);
  const rejects = reader.takeRejects();
  const found = [...notes.list()];
  scanner.final = true;
  reader.run(sink, sink);
  const plan = planRecords(records);
  return {
    shape,
    encoding,
    options: { shape, encoding, ...(recordsAt.length > 0 && { recordsAt }) },
    candidates,
    columns: plan.columns.map(({ name, type }) => ({ name, type })),
    preview: sink.rows(records, plan),
    records: sink.records,
    rejects,
    notes: [...found, ...plan.notes],
  };
}

function openScanner(scanner: Scanner, text: Uint8Array): Scanner {
  appendBytes(scanner, text);
  skipMark(scanner);
  return scanner;
}

function guessEncoding(head: Uint8Array, notes: Notes): JsonEncoding {
  const encoding = detectEncoding(head);
  if (encoding !== 'utf-8' || isUtf8(head)) return encoding;
  notes.add('encoding', 'The file is not valid UTF-8, as JSON should be: it is read as Windows-1252 (Latin-1).');
  return 'windows-1252';
}

function listsOf(text: Uint8Array): RecordsCandidate[] {
  const scanner = openScanner(new Scanner(false), text);
  return scanner.next() === openBrace ? findLists(scanner) : [];
}

/** The largest list, when it is most of the file. */
function likelyRecords([largest]: readonly RecordsCandidate[], length: number): readonly string[] {
  return largest !== undefined && largest.count > 1 && largest.bytes * 2 > length ? largest.path : [];
}
