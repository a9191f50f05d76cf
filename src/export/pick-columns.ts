import type { Batch } from '../engine/batch.ts';

/** Batches with some columns, by index, in the order given. */
export async function* pickColumns(
  batches: AsyncIterable<Batch>,
  columns: readonly number[],
): AsyncGenerator<Batch, void> {
  for await (const { rowCount, columns: all } of batches) {
    yield { rowCount, columns: columns.flatMap((index) => all[index] ?? []) };
  }
}
