import { cancelledError } from '../core/cancel.ts';
import { type Batch, batchBytes } from '../engine/batch.ts';
import { concatBatches } from './concat.ts';
import type { ResultSpace } from './result-space.ts';
import { createStoredSql, dropStoredSql, storedName, type StoredResult } from './stored-table.ts';
import { withTextColumns } from './text-column.ts';

/** Rows and bytes appended at once: each append costs a few milliseconds however small it is. */
const groupRows = 65_536;
const groupBytes = 16 << 20;

/** Kinds of columns that the engine cannot take back as they came. */
const unstorable: ReadonlySet<string> = new Set(['null', 'enum', 'fixed-blob']);

/** Makes the result's table and fills it with the rows held; leaves no table behind when it fails or is stopped. */
export async function storeRows(
  space: ResultSpace,
  stored: StoredResult,
  batches: readonly Batch[],
  isStopped: () => boolean,
): Promise<StoredResult> {
  const writer = await space.writer();
  const names = stored.columns.map((_, index) => storedName(index));
  await writer.exec(createStoredSql(stored).text);
  try {
    for (const group of grouped(batches)) {
      if (isStopped()) throw cancelledError();
      const batch = withTextColumns(concatBatches(group), (column) => unstorable.has(column.type.kind));
      await writer.append(['main', stored.table], names, batch, { create: false });
    }
  } catch (error) {
    await writer.exec(dropStoredSql(stored).text);
    throw error;
  }
  return stored;
}

function* grouped(batches: readonly Batch[]): Generator<readonly Batch[]> {
  let group: Batch[] = [];
  let rows = 0;
  let bytes = 0;
  for (const batch of batches) {
    const size = batchBytes(batch);
    if (group.length > 0 && (rows + batch.rowCount > groupRows || bytes + size > groupBytes)) {
      yield group;
      group = [];
      rows = 0;
      bytes = 0;
    }
    group.push(batch);
    rows += batch.rowCount;
    bytes += size;
  }
  if (group.length > 0) yield group;
}
