import { StillhouseError } from '../core/error.ts';
import { type Sql, sql } from '../core/sql.ts';
import { changeTo, type Effect, type Writing } from './capture/writing.ts';
import { findDataset } from './model.ts';
import { readRowPlaces, type RowPlace } from './row-places.ts';
import { countRows, execute, executeScript } from './store/execute.ts';
import { temporaryTable } from './store/names.ts';
import { computeSegments, type Reordering, replaceSegments } from './store/segments.ts';

/** The condition, on the stored columns of a place, for rows that are to go; `undefined` leaves the place whole. */
export type DoomedRows = (place: RowPlace) => Sql | undefined;

/** Rows removed for good from one place. */
export interface ErasedRows {
  readonly place: RowPlace;
  readonly rows: number;
}

/**
 * Removes rows of live tables and of all former versions and keeps nothing of them: no snapshot has them any more. Live
 * tables get a snapshot that says how many went.
 */
export async function eraseRows(
  writing: Writing,
  doomed: DoomedRows,
  keep: (effects: readonly Effect[]) => Promise<void>,
): Promise<readonly ErasedRows[]> {
  const erased: ErasedRows[] = [];
  for (const place of await readRowPlaces(writing.session, writing.store)) {
    const condition = doomed(place);
    if (condition === undefined) continue;
    const rows =
      place.kind === 'history'
        ? await deleteRows(writing, place, condition)
        : await eraseRanked(writing, place, condition, keep);
    if (rows > 0) erased.push({ place, rows });
  }
  return erased;
}

function deleteRows({ session, signal }: Writing, { table }: RowPlace, condition: Sql): Promise<number> {
  return execute(session, sql`DELETE FROM ${table}\nWHERE ${condition}`, signal);
}

/** Deletes rows of a table whose births are told by rank, and closes the gaps in the segments. */
async function eraseRanked(
  writing: Writing,
  place: RowPlace,
  condition: Sql,
  keep: (effects: readonly Effect[]) => Promise<void>,
): Promise<number> {
  const { session, store, signal, numbers } = writing;
  const removed = temporaryTable('removed');
  await execute(
    session,
    sql`CREATE OR REPLACE TEMP TABLE ${removed} AS
SELECT "rank"
FROM (
  SELECT row_number() OVER () - 1 AS "rank", ${condition} AS doomed
  FROM ${place.table}
)
WHERE doomed`,
    signal,
  );
  const rows = await countRows(session, removed);
  if (rows === 0) {
    await execute(session, sql`DROP TABLE ${removed}`);
    return 0;
  }
  const reordering: Reordering = {
    generation: place.generation,
    snapshot: numbers.snapshot(),
    rowCount: await countRows(session, place.table),
    removed: sql`SELECT "rank", false AS in_place FROM ${removed}`,
    appended: 0,
    dense: false,
  };
  await execute(session, computeSegments(store, reordering), signal);
  if ((await deleteRows(writing, place, condition)) !== rows) {
    throw new StillhouseError('internal', `The rows to erase from "${place.name}" are not those that were found.`);
  }
  const statements = [...replaceSegments(store, reordering), sql`DROP TABLE ${removed}`];
  if (place.kind === 'replaced') await executeScript(session, statements);
  else await keep([liveEffect(writing, place, reordering, rows, statements)]);
  return rows;
}

function liveEffect(
  { transaction }: Writing,
  { schema, name }: RowPlace,
  { snapshot }: Reordering,
  removed: number,
  statements: readonly Sql[],
): Effect {
  const before = findDataset(transaction.state, schema, name);
  if (before === undefined) throw new StillhouseError('internal', `The table "${name}" is not recorded.`);
  const generation = { ...before.generation, dense: false };
  const after = { ...before, generation, rowCount: before.rowCount - removed };
  return { change: changeTo(snapshot, before, after, { operation: 'delete', added: 0, removed }), statements };
}
