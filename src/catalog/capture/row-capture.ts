import { type Sql, sql } from '../../core/sql.ts';
import type { Dataset, Operation } from '../model.ts';
import { execute } from '../store/execute.ts';
import { temporaryTable } from '../store/names.ts';
import { computeSegments, type Reordering, replaceSegments } from '../store/segments.ts';
import { buryRemoved, withHistory } from './history.ts';
import { changeTo, type Effect, type Writing } from './writing.ts';

/** What became of the rows that the temporary table `removed` holds. */
export interface RowChanges {
  readonly operation: Operation;
  /** Rows of `removed`. */
  readonly removed: number;
  /** Those of them whose place a new version took: a condition on `removed`, and their number. */
  readonly inPlace: Sql;
  readonly replacedInPlace: number;
  /** Rows that came at the end. */
  readonly appended: number;
}

/** Buries the removed versions and rewrites the segments; drops `removed`. Runs after the user's statement. */
export async function settleRows(writing: Writing, before: Dataset, changes: RowChanges): Promise<Effect> {
  const { store, session } = writing;
  const snapshot = writing.numbers.snapshot();
  const dataset = changes.removed === 0 ? before : await withHistory(writing, before);
  if (changes.removed > 0) await buryRemoved(writing, dataset, snapshot);
  const dense = dataset.generation.dense && changes.removed === changes.replacedInPlace;
  const reordering: Reordering = {
    generation: dataset.generation.id,
    snapshot,
    rowCount: before.rowCount,
    removed: sql`SELECT "rank", ${changes.inPlace} AS in_place FROM ${temporaryTable('removed')}`,
    appended: changes.appended,
    dense,
  };
  await execute(session, computeSegments(store, reordering), writing.signal);
  const change = changeTo(
    snapshot,
    before,
    {
      ...dataset,
      generation: { ...dataset.generation, dense },
      rowCount: before.rowCount - changes.removed + changes.replacedInPlace + changes.appended,
    },
    {
      operation: changes.operation,
      added: changes.replacedInPlace + changes.appended,
      removed: changes.removed,
    },
  );
  return {
    change,
    statements: [...replaceSegments(store, reordering), sql`DROP TABLE ${temporaryTable('removed')}`],
  };
}

/** The live rows with `rid`, their `rank` and their numbered columns. */
export function rankedRows(table: Sql, columns: Sql, byRowId: boolean): Sql {
  const rank = byRowId ? sql`rowid` : sql`row_number() OVER () - 1`;
  return sql`SELECT rowid AS rid, ${rank} AS "rank", ${columns}
FROM ${table}`;
}
