import { RecordBatchReader } from 'apache-arrow';
import type { Batch } from '../engine/batch.ts';
import type { ColumnInfo } from '../engine/types.ts';
import { type ArrowData, type ArrowField, decodeBatch, decodeFields } from './decode.ts';

/** A complete Arrow IPC stream as columns and batches. */
export function decodeStream(stream: Uint8Array): {
  readonly columns: readonly ColumnInfo[];
  readonly batches: readonly Batch[];
} {
  const reader = RecordBatchReader.from(stream).open();
  const columns = decodeFields(reader.schema.fields as readonly ArrowField[]); // arrow's own classes, read structurally
  const batches = [...reader].map(
    (batch) => decodeBatch(batch.numRows, batch.data.children as unknown as readonly ArrowData[]), // as above
  );
  return { columns, batches };
}
