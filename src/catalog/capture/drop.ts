import { sql } from '../../core/sql.ts';
import type { Dataset } from '../model.ts';
import { markDropped } from '../store/write-rows.ts';
import { runWhole } from './result.ts';
import { buryTable, endBuried, hideTable, keepsByRename } from './retire.ts';
import { type Captured, changeTo, type Effect, type UserStatement, type Writing } from './writing.ts';

/** DROP TABLE: the table is hidden, or its rows are buried and the statement runs. */
export async function captureDrop(writing: Writing, before: Dataset, statement: UserStatement): Promise<Captured> {
  const snapshot = writing.numbers.snapshot();
  if (await keepsByRename(writing, before)) {
    const ending = await hideTable(writing, before, snapshot);
    return {
      result: await runWhole(writing.session, sql`SELECT true AS "Success" WHERE false`.text, {}),
      rowsAffected: 0,
      effects: [dropped(writing, before, before, snapshot, ending)],
    };
  }
  const effect = await buryForDrop(writing, before, snapshot);
  return { result: await statement.run(), rowsAffected: 0, effects: [effect] };
}

/** Takes down a dataset whose table the coming statement drops, whichever way. */
export async function buryForDrop(writing: Writing, before: Dataset, snapshot: number): Promise<Effect> {
  const ending = await endBuried(writing, before, snapshot);
  return dropped(writing, before, await buryTable(writing, before, snapshot), snapshot, ending);
}

function dropped(
  writing: Writing,
  before: Dataset,
  dataset: Dataset,
  snapshot: number,
  ending: Effect['statements'],
): Effect {
  return {
    change: changeTo(
      snapshot,
      before,
      { ...dataset, rowCount: 0 },
      { operation: 'drop', added: 0, removed: before.rowCount },
    ),
    statements: [...ending, markDropped(writing.store, before.id, true)],
  };
}
