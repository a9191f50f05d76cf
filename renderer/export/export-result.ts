import { type CancelSignal, throwIfCancelled } from '../../src/core/cancel.ts';
import type { Batch } from '../../src/engine/batch.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { ColumnInfo } from '../../src/engine/types.ts';
import { canCopy, copyDelimitedSql } from '../../src/export/csv-copy.ts';
import { delimitedWriter } from '../../src/export/delimited.ts';
import { checkExcelSize } from '../../src/export/excel/excel.ts';
import type { DelimitedOptions, ExportFormat, ExportNote, ExportOptions } from '../../src/export/export-format.ts';
import { pickColumns } from '../../src/export/pick-columns.ts';
import type { ResultSet } from '../../src/results/result-set.ts';
import { encodeInWorker } from './encode-in-worker.ts';
import type { SaveSink } from './save-sink.ts';

export interface ExportRequest {
  readonly result: ResultSet;
  readonly engine: Engine;
  readonly format: ExportFormat;
  readonly options: ExportOptions;
  /** Columns by index, in the order of the file. */
  readonly columns: readonly number[];
  /** The name of an Excel sheet. */
  readonly sheetName: string;
  readonly sink: SaveSink;
  readonly signal: CancelSignal;
  readonly onProgress: (progress: ExportProgress) => void;
}

export interface ExportProgress {
  /** Rows written so far, where that is known. */
  readonly rows: number | undefined;
  /** 0…1. */
  readonly fraction: number;
}

/** Bytes read back at once from a file that the engine wrote. */
const readBytes = 4 << 20;

/** How much of the work is done when the engine has written its file. */
const copyShare = 0.8;

/**
 * Writes a result to a sink, which gets all of it or, when anything fails or is cancelled, is aborted. Gives notes on what
 * the file could not keep.
 */
export async function exportResult(request: ExportRequest): Promise<readonly ExportNote[]> {
  const { sink } = request;
  try {
    const notes = await writeRows(request);
    throwIfCancelled(request.signal);
    await sink.commit();
    return notes;
  } catch (error) {
    await sink.abort();
    throw error;
  }
}

async function writeRows(request: ExportRequest): Promise<readonly ExportNote[]> {
  const { result, format, options, columns, sheetName, sink, signal } = request;
  const infos = columns.flatMap((index) => result.columns[index] ?? []);
  const delimited = delimitedOptions(format, options);
  if (format === 'excel') checkExcelSize(columns.length, result.state().rowCount);
  if (delimited !== undefined && options.quoteAll !== true && canCopy(infos)) {
    await copyRows(request, infos, delimited);
    return [];
  }
  const batches = counted(pickColumns(result.batches({ signal }), columns), request);
  const pieces = encodeInWorker({ format, options, columns: infos, sheetName }, batches, signal);
  try {
    for (;;) {
      const step = await pieces.next();
      if (step.done === true) return step.value;
      await sink.write(step.value);
    }
  } finally {
    await pieces.return([]);
  }
}

function delimitedOptions(format: ExportFormat, { delimited }: ExportOptions): DelimitedOptions | undefined {
  if (format === 'csv') return delimited;
  return format === 'tsv' ? { ...delimited, delimiter: '\t' } : undefined;
}

/** The engine writes the rows into a file of its own, which is then read in pieces. */
async function copyRows(
  request: ExportRequest,
  infos: readonly ColumnInfo[],
  options: DelimitedOptions,
): Promise<void> {
  const { result, engine, columns, sink, signal, onProgress } = request;
  const stored = await result.materialize(signal);
  const output = await engine.createOutput();
  const { session, giveBack } = await result.space.borrow();
  try {
    await session.exec(copyDelimitedSql(stored, columns, output.path, options).text, {
      signal,
      onProgress: (fraction) => {
        onProgress({ rows: undefined, fraction: fraction * copyShare });
      },
    });
    const { head } = delimitedWriter(infos, options);
    if (head !== '') await sink.write(new TextEncoder().encode(head));
    const size = await output.size();
    for (let offset = 0; offset < size; offset += readBytes) {
      throwIfCancelled(signal);
      await sink.write(await output.read(offset, Math.min(readBytes, size - offset)));
      onProgress({ rows: undefined, fraction: copyShare + (1 - copyShare) * Math.min(1, (offset + readBytes) / size) });
    }
  } finally {
    giveBack();
    await output.discard();
  }
}

/** Rows between two reports of progress. */
const reportedRows = 20_000;

async function* counted(
  batches: AsyncIterable<Batch>,
  { result, onProgress }: ExportRequest,
): AsyncGenerator<Batch, void> {
  let rows = 0;
  let reported = 0;
  for await (const batch of batches) {
    yield batch;
    rows += batch.rowCount;
    if (rows - reported < reportedRows) continue;
    reported = rows;
    onProgress({ rows, fraction: rows / Math.max(1, result.state().rowCount) });
  }
}
