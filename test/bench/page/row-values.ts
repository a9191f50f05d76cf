import type { Batch } from '../../../src/engine/batch.ts';
import type { Query } from '../../../src/engine/engine.ts';
import { valueAt, type Value } from '../../../src/engine/value.ts';

/** The values of a row, from left to right; columns may share a name. */
export type Row = readonly Value[];

/** Reads a small result to its end. */
export async function rowValues(query: Query): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let batch = await query.next(); batch !== undefined; batch = await query.next()) rows.push(...rowsOf(batch));
  await query.close();
  return rows;
}

export function rowsOf({ columns, rowCount }: Batch): readonly Row[] {
  return Array.from({ length: rowCount }, (_, row) => columns.map((column) => valueAt(column, row)));
}
