import { type Batch, batchBytes } from '../engine/batch.ts';
import type { CellPlace } from './row-source.ts';

/** Consecutive batches in memory, with rows found by binary search. */
export interface HeldRows {
  readonly rowCount: number;
  readonly bytes: number;
  readonly batches: readonly Batch[];
  add(batch: Batch): void;
  cell(row: number, column: number): CellPlace | undefined;
}

/** Starts empty; `row` counts from 0 over all batches added. */
export function createHeldRows(): HeldRows {
  const batches: Batch[] = [];
  const starts: number[] = [];
  let rowCount = 0;
  let bytes = 0;

  const batchOf = (row: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  return {
    get rowCount() {
      return rowCount;
    },
    get bytes() {
      return bytes;
    },
    batches,
    add(batch) {
      if (batch.rowCount === 0) return;
      starts.push(rowCount);
      batches.push(batch);
      rowCount += batch.rowCount;
      bytes += batchBytes(batch);
    },
    cell(row, column) {
      if (row < 0 || row >= rowCount) return undefined;
      const index = batchOf(row);
      const found = batches[index]?.columns[column];
      return found === undefined ? undefined : { column: found, row: row - (starts[index] ?? 0) };
    },
  };
}
