import type { ImportNote } from '../contract.ts';
import type { CsvDialect } from './dialect.ts';
import { detectEncoding, type Encoding, type EncodingChoice, headToUtf8 } from './encoding.ts';
import type { Sample } from './sample.ts';
import { checkChoices } from './check-choices.ts';
import { type Evidence, sniffDialect } from './sniff.ts';

/** What the user has chosen about a file; everything else is found out. */
export interface CsvChoices {
  readonly encoding?: Encoding;
  readonly dialect?: Partial<CsvDialect>;
  /** Texts that mean NULL where they are not quoted, besides the empty one. */
  readonly nullTexts?: readonly string[];
}

/** A record as texts, NULL where a field is empty. */
export type SampleRow = readonly (string | null)[];

/** What the beginning of a file tells. */
export interface CsvHead {
  readonly encoding: EncodingChoice;
  readonly sample: Sample;
  readonly dialect: CsvDialect;
  readonly evidence: readonly Evidence[];
  /** One name for each column; none when there is no record. */
  readonly names: readonly string[];
  readonly rows: readonly SampleRow[];
  readonly notes: readonly ImportNote[];
}

/** Reads the beginning of a file. `whole` tells that it is all of the file. */
export function readHead(head: Uint8Array<ArrayBuffer>, whole: boolean, choices: CsvChoices): CsvHead {
  checkChoices(choices);
  const encoding =
    choices.encoding === undefined ? detectEncoding(head) : { encoding: choices.encoding, evidence: 'as chosen' };
  const sample = { bytes: headToUtf8(head, encoding.encoding), whole };
  const { records, ...sniffed } = sniffDialect(sample, choices.dialect);
  const nullTexts = new Set(choices.nullTexts);
  const isNull = (record: (typeof records)[number], index: number) =>
    nullTexts.has(record.cells[index] ?? '') && record.quoted[index] !== true;
  const rows = records.map((record) =>
    nullTexts.size === 0 ? record.cells : record.cells.map((cell, index) => (isNull(record, index) ? null : cell)),
  );
  return { encoding, sample, ...sniffed, rows };
}
