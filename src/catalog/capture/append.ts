import type { Dataset } from '../model.ts';
import { countRows } from '../store/execute.ts';
import { changedRows } from './result.ts';
import { type Captured, changeTo, tableOf, type UserStatement, type Writing } from './writing.ts';

/** INSERT and COPY FROM: the new rows are those behind the old end, so that the snapshot alone tells where they are. */
export async function captureAppend(writing: Writing, dataset: Dataset, statement: UserStatement): Promise<Captured> {
  const result = await statement.run();
  const added = statement.plain
    ? changedRows(result, statement.returning)
    : (await countRows(writing.session, tableOf(writing, dataset))) - dataset.rowCount;
  if (added === 0) return { result, rowsAffected: 0, effects: [] };
  const change = changeTo(
    writing.numbers.snapshot(),
    dataset,
    { ...dataset, rowCount: dataset.rowCount + added },
    { operation: 'append', added, removed: 0 },
  );
  return { result, rowsAffected: added, effects: [{ change, statements: [] }] };
}
