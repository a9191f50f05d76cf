import { type CancelSignal, throwIfCancelled } from '../../core/cancel.ts';
import type { ExtractEvent } from '../contract.ts';

/** An open Parquet file, as a library reads it. */
export interface ParquetReader {
  readonly rowCount: number;
  /** Some consecutive rows as a complete Arrow IPC stream; also without rows it has the columns. */
  read(range: { readonly offset: number; readonly limit: number }): Promise<Uint8Array<ArrayBuffer>>;
}

/** Rows of one Arrow stream handed to the engine. */
const groupRows = 65_536;

/** Reads a Parquet file in groups of rows; the engine takes its types as they are. `size` is the file's, in bytes. */
export async function* extractParquet(
  reader: ParquetReader,
  size: number,
  signal: CancelSignal,
): AsyncGenerator<ExtractEvent, void> {
  const { rowCount } = reader;
  for (let offset = 0; offset < Math.max(rowCount, 1); offset += groupRows) {
    throwIfCancelled(signal);
    const rows = Math.min(groupRows, rowCount - offset);
    yield { kind: 'stream', stream: await reader.read({ offset, limit: groupRows }), rows };
    yield { kind: 'progress', bytes: rowCount === 0 ? size : Math.round((size * (offset + rows)) / rowCount) };
  }
  yield { kind: 'done', counts: { read: rowCount, loaded: rowCount, rejected: 0, skipped: 0 }, notes: [] };
}
