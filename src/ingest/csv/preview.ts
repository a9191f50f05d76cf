import type { ImportNote } from '../contract.ts';
import { decideType, type TypeDecision } from '../values/decide.ts';
import type { CsvDialect } from './dialect.ts';
import type { EncodingChoice } from './encoding.ts';
import { type CsvChoices, readHead, type SampleRow } from './head.ts';
import type { Evidence } from './sniff.ts';

export interface PreviewColumn extends TypeDecision {
  readonly name: string;
  /** Up to five different values. */
  readonly examples: readonly string[];
}

/** A CSV file by its beginning, before anything is imported. */
export interface CsvPreview {
  readonly encoding: EncodingChoice;
  readonly dialect: CsvDialect;
  readonly evidence: readonly Evidence[];
  /** With the types that the sample speaks for; an import decides over all rows. */
  readonly columns: readonly PreviewColumn[];
  /** The first records as texts, NULL where a field is empty. */
  readonly rows: readonly SampleRow[];
  readonly notes: readonly ImportNote[];
}

const rowsShown = 100;
const examplesShown = 5;

/**
 * Looks at the first bytes of a file, decompressed. `whole` tells that these are all its bytes. A file without any record
 * gives no columns.
 */
export function previewCsv(head: Uint8Array<ArrayBuffer>, whole: boolean, choices: CsvChoices = {}): CsvPreview {
  const { encoding, dialect, evidence, notes, names, rows } = readHead(head, whole, choices);
  return {
    encoding,
    dialect,
    evidence,
    columns: names.map((name, index) => previewColumn(name, index, rows)),
    rows: rows.slice(0, rowsShown),
    notes,
  };
}

function previewColumn(name: string, index: number, rows: readonly SampleRow[]): PreviewColumn {
  const values = rows.map((cells) => cells[index] ?? null);
  const examples = new Set<string>();
  for (const value of values) {
    if (value !== null) examples.add(value);
    if (examples.size === examplesShown) break;
  }
  return { name, ...decideType(name, values), examples: [...examples] };
}
