import type { Batch } from '../engine/batch.ts';
import type { ColumnInfo } from '../engine/types.ts';
import { delimitedWriter } from './delimited.ts';
import { writeExcel } from './excel/excel.ts';
import type { Gzip } from './excel/zip.ts';
import type { ExportFormat, ExportNote, ExportOptions } from './export-format.ts';
import { jsonArrayWriter, ndjsonWriter } from './json-rows.ts';
import { type ParquetEncoder, writeParquet } from './parquet/parquet.ts';
import { type TextWriter, writeText } from './text-writer.ts';

/** What to write, and how. */
export interface EncodeTask {
  readonly format: ExportFormat;
  readonly options: ExportOptions;
  readonly columns: readonly ColumnInfo[];
  /** The name of an Excel sheet. */
  readonly sheetName: string;
}

/** What writers of files need of the platform. */
export interface EncodePorts {
  readonly gzip: Gzip;
  /** Loads the library that writes Parquet. */
  parquet(): Promise<ParquetEncoder>;
}

/** A file in pieces; when it ends it tells what the format could not keep. */
export type EncodedPieces = AsyncGenerator<Uint8Array<ArrayBuffer>, readonly ExportNote[]>;

/** Writes rows in a format, piece by piece; batches are asked for one at a time. */
export async function encodeRows(
  { format, options, columns, sheetName }: EncodeTask,
  batches: AsyncIterable<Batch>,
  { gzip, parquet }: EncodePorts,
): Promise<EncodedPieces> {
  const text = (writer: TextWriter) => withoutNotes(writeText(writer, batches));
  switch (format) {
    case 'csv':
      return text(delimitedWriter(columns, options.delimited, options.quoteAll));
    case 'tsv':
      return text(delimitedWriter(columns, { ...options.delimited, delimiter: '\t' }, options.quoteAll));
    case 'ndjson':
      return text(ndjsonWriter(columns, options.omitted));
    case 'json':
      return text(jsonArrayWriter(columns, options.omitted));
    case 'excel':
      return writeExcel(columns, batches, gzip, sheetName);
    case 'parquet':
      return writeParquet(columns, batches, await parquet(), options.compression);
  }
}

async function* withoutNotes(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): EncodedPieces {
  yield* pieces;
  return [];
}
