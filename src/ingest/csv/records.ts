import { throwIfCancelled } from '../../core/cancel.ts';
import { uniqueName } from '../../core/names.ts';
import type { ExtractedColumn, Extractor } from '../contract.ts';
import type { CsvOptions } from './csv-options.ts';
import { toUtf8 } from './encoding.ts';
import { createExtraction } from './extraction.ts';
import { createRecordWalker } from './record-walker.ts';

/** Bytes on disk between two progress events. */
const progressStep = 1 << 20;

/**
 * Reads a CSV file byte by byte into a column of line numbers and one text column for each field, NULL where a field is empty
 * and not quoted. Records with the wrong number of fields, stray quotes or bytes that are no UTF-8 become rejects;
 * `createRecordWalker` tells how reading goes on behind them.
 */
export const extractCsv: Extractor<CsvOptions> = async function* (source, options, signal) {
  const extraction = createExtraction(options);
  const walker = createRecordWalker(options.dialect, options.names.length, extraction.visitor);
  let bytesRead = 0;
  let bytesTold = 0;
  yield { kind: 'columns', columns: columnsOf(options.names) };
  for await (const chunk of toUtf8(
    source.stream((bytes) => (bytesRead = bytes)),
    options.encoding,
  )) {
    throwIfCancelled(signal);
    walker.push(chunk);
    yield* extraction.drain();
    if (bytesRead - bytesTold < progressStep) continue;
    bytesTold = bytesRead;
    yield { kind: 'progress', bytes: bytesRead };
  }
  walker.finish();
  yield* extraction.finish();
};

function columnsOf(names: readonly string[]): readonly ExtractedColumn[] {
  const line: ExtractedColumn = {
    name: uniqueName('line', names),
    type: { kind: 'integer', bits: 64, signed: true },
  };
  return [line, ...names.map((name): ExtractedColumn => ({ name, type: { kind: 'text' } }))];
}
