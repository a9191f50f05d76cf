import { createCancelSource } from '../../../../src/core/cancel.ts';
import { textAt } from '../../../../src/engine/text.ts';
import type { ExtractEvent, ImportCounts, ImportNote, Reject } from '../../../../src/ingest/contract.ts';
import type { CsvOptions } from '../../../../src/ingest/csv/csv-options.ts';
import { type CsvDialect, standardDialect } from '../../../../src/ingest/csv/dialect.ts';
import { extractCsv } from '../../../../src/ingest/csv/records.ts';
import { memorySource } from '../../../support/byte-source.ts';

export interface ExtractedRows {
  /** `record`, `line`, and the fields. */
  readonly rows: readonly (readonly (string | null)[])[];
  readonly rejects: readonly Reject[];
  readonly counts: ImportCounts;
  readonly notes: readonly ImportNote[];
}

/** Extracts a text in pieces of `chunkSize` bytes, with `names` a, b, c … */
export async function extractRows(
  text: string | Uint8Array,
  fieldCount: number,
  dialect: Partial<CsvDialect> = {},
  chunkSize = 1 << 16,
  others: Partial<CsvOptions> = {},
): Promise<ExtractedRows> {
  const names = Array.from({ length: fieldCount }, (_, index) => String.fromCharCode(97 + index));
  const options: CsvOptions = {
    dialect: { ...standardDialect, ...dialect },
    encoding: 'utf-8',
    names,
    nullTexts: [],
    ...others,
  };
  const events: ExtractEvent[] = [];
  const source = memorySource('test.csv', text, chunkSize);
  for await (const event of extractCsv(source, options, createCancelSource().signal)) events.push(event);
  const rows = events.flatMap((event) =>
    event.kind !== 'batch'
      ? []
      : Array.from({ length: event.batch.rowCount }, (_, row) =>
          event.batch.columns.map((column) => textAt(column, row)),
        ),
  );
  const rejects = events.flatMap((event) => (event.kind === 'rejects' ? event.rejects : []));
  const end = events.at(-1);
  if (end?.kind !== 'done') throw new Error('The last event has to be the end.');
  return { rows, rejects, counts: end.counts, notes: end.notes };
}
