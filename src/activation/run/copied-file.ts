import { throwIfCancelled } from '../../core/cancel.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ColumnInfo } from '../../engine/types.ts';
import { canCopy, canDelimit, copyRowsSql } from '../../export/csv-copy.ts';
import { delimitedWriter } from '../../export/delimited.ts';
import type { DelimitedOptions } from '../../export/export-format.ts';
import type { SendSettings } from '../prepare/send-settings.ts';
import { writeOptions } from '../prepare/write-options.ts';
import type { WriteFileRequest } from './write-file-request.ts';

/** Bytes read back at once from what the engine wrote. */
const readBytes = 4 << 20;

/** How the engine is to write a delimited file. */
export interface CopyOptions {
  readonly delimited: DelimitedOptions;
  readonly quoteAll: boolean;
}

/** How the engine itself writes such a file; `undefined` where it would come out otherwise than by our own writer. */
export function copyOptions(
  settings: Pick<SendSettings, 'file' | 'fields'>,
  columns: readonly ColumnInfo[],
): CopyOptions | undefined {
  const { format } = settings.file;
  if (format !== 'csv' && format !== 'tsv') return undefined;
  const { delimited, quoteAll = false } = writeOptions(settings);
  const chosen = format === 'tsv' ? { ...delimited, delimiter: '\t' } : delimited;
  return canCopy(columns) && canDelimit(chosen) ? { delimited: chosen, quoteAll } : undefined;
}

/** The file in pieces, which the engine writes into one of its own first: many times faster than row by row. */
export async function* copiedFile(
  engine: Pick<Engine, 'createOutput'>,
  { session, rows, rowCount, signal, onRows }: WriteFileRequest,
  columns: readonly ColumnInfo[],
  { delimited, quoteAll }: CopyOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const output = await engine.createOutput();
  let told = 0;
  const tell = (fraction: number) => {
    const done = Math.max(told, Math.floor(fraction * rowCount));
    onRows(done - told);
    told = done;
  };
  try {
    await session.exec(copyRowsSql(rows, columns, output.path, delimited, quoteAll).text, { signal, onProgress: tell });
    tell(1);
    const { head } = delimitedWriter(columns, delimited, quoteAll);
    if (head !== '') yield new TextEncoder().encode(head);
    const size = await output.size();
    for (let offset = 0; offset < size; offset += readBytes) {
      throwIfCancelled(signal);
      yield await output.read(offset, Math.min(readBytes, size - offset));
    }
  } finally {
    await output.discard();
  }
}
