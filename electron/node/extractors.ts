import { StillhouseError } from '../../src/core/error.ts';
import { extractCsv } from '../../src/ingest/csv/records.ts';
import { scanCsv } from '../../src/ingest/csv/scan.ts';
import { extractSheet } from '../../src/ingest/excel/extract.ts';
import { openWorkbook } from '../../src/ingest/excel/workbook.ts';
import { extractJson } from '../../src/ingest/json/extract.ts';
import { extractParquet } from '../../src/ingest/parquet/extract.ts';
import type { Extractors, ImportFile } from '../../src/ingest/run/request.ts';
import { createFileSource } from './file-source.ts';
import { openParquet } from './parquet.ts';

/** A file of the disk, ready to be imported. */
export function importFileAt(filePath: string): ImportFile {
  const source = createFileSource(filePath);
  return { source, chosen: { name: source.name, size: source.size, source: filePath } };
}

/** Reads files in place, in the thread that asks. */
export const nodeExtractors: Extractors = {
  csv: ({ source }, options, signal) => extractCsv(source, options, signal),
  scanCsv: ({ source }, options, signal) => scanCsv(source, options, signal),
  json: ({ source }, options, signal) => extractJson(source, options, signal),
  async *parquet({ source, chosen }, signal) {
    if (typeof chosen?.source !== 'string') throw new StillhouseError('internal', 'A Parquet file needs a path.');
    yield* extractParquet(await openParquet(chosen.source), source.size, signal);
  },
  excel: ({ source }, options, signal) =>
    extractSheet(source, (bytes) => Promise.resolve(openWorkbook(bytes, source.name)), options, signal),
};
