import { StillhouseError } from '../../core/error.ts';
import { collect } from '../../engine/collect.ts';
import type { QueryOptions, Session } from '../../engine/engine.ts';
import { valueAt } from '../../engine/value.ts';
import type { StatementResult } from './writing.ts';

/** Runs a statement to its end and keeps what it gives back. */
export async function runWhole(session: Session, statement: string, options: QueryOptions): Promise<StatementResult> {
  const { columns, batches } = await collect(session, statement, options);
  return { columns, batches };
}

/** The rows a write changed: counted where it returns them, told by the engine where it does not. */
export function changedRows(result: StatementResult, returning: boolean): number {
  if (returning) return result.batches.reduce((sum, batch) => sum + batch.rowCount, 0);
  const column = result.batches.find((batch) => batch.rowCount > 0)?.columns[0];
  const count = column === undefined ? undefined : valueAt(column, 0);
  if (result.columns[0]?.name !== 'Count' || typeof count !== 'bigint') {
    throw new StillhouseError('internal', 'The engine did not tell how many rows it changed.');
  }
  return Number(count);
}
