import { type CancelSignal, throwIfCancelled } from '../core/cancel.ts';
import { StillhouseError } from '../core/error.ts';
import { collect } from '../engine/collect.ts';
import type { Batch } from '../engine/batch.ts';
import { sliceBatch } from './concat.ts';
import type { HeldRows } from './held-rows.ts';
import type { Page } from './page-cache.ts';
import type { ResultSpace } from './result-space.ts';
import { storedRowsSql, type StoredResult } from './stored-table.ts';

/** Reads one page of the result's table. */
export async function readPage(
  space: ResultSpace,
  stored: StoredResult,
  page: Page,
  signal: CancelSignal,
): Promise<readonly Batch[]> {
  const width = page.endColumn - page.firstColumn;
  const columns = Array.from({ length: width }, (_, index) => page.firstColumn + index);
  const statement = storedRowsSql(stored, columns, page.startRow, page.endRow);
  const { batches, rowCount } = await collect(await space.reader(), statement.text, { signal });
  if (rowCount === page.endRow - page.startRow) return batches;
  throw new StillhouseError('internal', `Rows ${page.startRow + 1} to ${page.endRow} could not be read back.`);
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly signal: CancelSignal | undefined;
}

/** Rows in order: those held first, then the rest from the result's table. */
export async function* readRows(
  space: ResultSpace,
  held: HeldRows,
  stored: StoredResult,
  { start, end, signal }: Range,
): AsyncGenerator<Batch, void> {
  let first = 0;
  for (const batch of held.batches) {
    throwIfCancelled(signal);
    const from = Math.max(start - first, 0);
    const to = Math.min(end - first, batch.rowCount);
    if (from < to) yield sliceBatch(batch, from, to);
    first += batch.rowCount;
  }
  if (end > first) yield* readStored(space, stored, { start: Math.max(start, first), end, signal });
}

async function* readStored(
  space: ResultSpace,
  stored: StoredResult,
  { start, end, signal }: Range,
): AsyncGenerator<Batch, void> {
  const all = stored.columns.map((_, index) => index);
  const { session, giveBack } = await space.borrow();
  const query = session.query(storedRowsSql(stored, all, start, end).text, signal === undefined ? {} : { signal });
  try {
    for (let batch = await query.next(); batch !== undefined; batch = await query.next()) yield batch;
  } finally {
    await query.close();
    giveBack();
  }
}
