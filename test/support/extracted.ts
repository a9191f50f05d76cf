import { createCancelSource } from '../../src/core/cancel.ts';
import type { Batch } from '../../src/engine/batch.ts';
import { sqlTypeName } from '../../src/engine/types.ts';
import { type Value, valueAt } from '../../src/engine/value.ts';
import type {
  ByteSource,
  ExtractedColumn,
  Extractor,
  ImportCounts,
  ImportNote,
  Reject,
} from '../../src/ingest/contract.ts';

/** All that an extractor yielded for a small file; what a second `columns` event made void is left out. */
export interface Extracted {
  readonly columns: readonly ExtractedColumn[];
  /** Name and SQL type of each column: `id BIGINT`. */
  readonly schema: readonly string[];
  readonly batches: readonly Batch[];
  /** Values without the record number, row by row. */
  readonly rows: readonly (readonly Value[])[];
  readonly records: readonly number[];
  readonly rejects: readonly Reject[];
  readonly counts: ImportCounts;
  readonly notes: readonly ImportNote[];
  /** How often columns were announced. */
  readonly passes: number;
}

/** Runs an extractor to its end. */
export async function extracted<Options>(
  extract: Extractor<Options>,
  source: ByteSource,
  options: Options,
): Promise<Extracted> {
  let columns: readonly ExtractedColumn[] = [];
  let batches: Batch[] = [];
  let rejects: Reject[] = [];
  let passes = 0;
  for await (const event of extract(source, options, createCancelSource().signal)) {
    if (event.kind === 'columns') {
      ({ columns } = event);
      batches = [];
      rejects = [];
      passes++;
    } else if (event.kind === 'batch') batches.push(event.batch);
    else if (event.kind === 'rejects') rejects.push(...event.rejects);
    else if (event.kind === 'done') {
      const all = batches.flatMap(batchRows);
      return {
        columns,
        schema: columns.map((column) => `${column.name} ${sqlTypeName(column.type)}`),
        batches,
        rows: all.map((row) => row.slice(1)),
        records: all.map((row) => Number(row[0])),
        rejects,
        counts: event.counts,
        notes: event.notes,
        passes,
      };
    }
  }
  throw new Error('The extractor ended without a word.');
}

function batchRows(batch: Batch): Value[][] {
  return Array.from({ length: batch.rowCount }, (_, row) => batch.columns.map((column) => valueAt(column, row)));
}

/** Everything that must not depend on how a file was cut into pieces, as one text. */
export function summaryOf({ schema, rows, records, rejects, counts, notes }: Extracted): string {
  const codes = notes.map((note) => `${note.code} ${note.count}`);
  const exact = (_: string, value: unknown) => {
    if (typeof value === 'bigint') return `${value}n`;
    return typeof value === 'number' && (Object.is(value, -0) || !Number.isFinite(value))
      ? `${1 / value} ${value}`
      : value;
  };
  return JSON.stringify({ schema, rows, records, rejects, counts, codes }, exact, 1);
}
