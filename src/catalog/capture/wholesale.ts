import type { Dataset, Operation } from '../model.ts';
import { countRows } from '../store/execute.ts';
import { deleteSegments, insertSegment, setFolded } from '../store/write-rows.ts';
import { buryAll, withHistory } from './history.ts';
import { type Captured, changeTo, tableOf, type UserStatement, type Writing } from './writing.ts';

/** Any write to a table whose rows cannot be told apart: all old rows die and all rows there afterwards are new. */
export async function captureWholesale(
  writing: Writing,
  before: Dataset,
  operation: Operation,
  statement: UserStatement,
): Promise<Captured> {
  const snapshot = writing.numbers.snapshot();
  const dataset = await withHistory(writing, before);
  await buryAll(writing, dataset, snapshot);
  const result = await statement.run();
  const rowCount = await countRows(writing.session, tableOf(writing, dataset), writing.signal);
  const generation = { ...dataset.generation, dense: false };
  const change = changeTo(
    snapshot,
    before,
    { ...dataset, generation, rowCount },
    { operation, added: rowCount, removed: before.rowCount },
  );
  const statements = oneSegment(writing, generation.id, rowCount, snapshot, false);
  return { result, rowsAffected: Math.max(rowCount, before.rowCount), effects: [{ change, statements }] };
}

/** Metadata for a generation whose live rows were all born in one snapshot. */
export function oneSegment(
  { store }: Pick<Writing, 'store'>,
  generation: number,
  rowCount: number,
  snapshot: number,
  dense: boolean,
) {
  return [
    deleteSegments(store, generation),
    ...(rowCount === 0 ? [] : [insertSegment(store, generation, rowCount, snapshot)]),
    setFolded(store, generation, snapshot, dense),
  ];
}
