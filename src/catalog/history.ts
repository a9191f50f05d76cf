import { literal, sql } from '../core/sql.ts';
import type { Session } from '../engine/engine.ts';
import type { Operation, Snapshot } from './model.ts';
import { integer, queryRows, text } from './store/execute.ts';
import { columnsFrom } from './store/load.ts';
import { metadata, type Store } from './store/names.ts';

/** A dataset's snapshots, oldest first. */
export async function readHistory(session: Session, store: Store, dataset: number): Promise<readonly Snapshot[]> {
  const found = await queryRows(
    session,
    sql`WITH shaped AS (
  SELECT s.*, shape.columns
  FROM ${metadata(store, 'snapshot')} AS s
  ASOF LEFT JOIN ${metadata(store, 'shape')} AS shape
    ON shape.generation_id = s.generation_id AND s.snapshot_id >= shape.snapshot_id
  WHERE s.dataset_id = ${literal(dataset)}
)
SELECT shaped.* EXCLUDE (committed_at), epoch_ms(shaped.committed_at) AS committed_ms,
  lead(shaped.snapshot_id) OVER (ORDER BY shaped.snapshot_id) IS NULL AS is_current,
  shaped.operation <> 'drop'
    AND g.lost IS NOT DISTINCT FROM false
    AND shaped.snapshot_id >= coalesce(d.earliest_snapshot_id, 0) AS available
FROM shaped
JOIN ${metadata(store, 'dataset')} AS d ON d.dataset_id = shaped.dataset_id
LEFT JOIN ${metadata(store, 'generation')} AS g ON g.generation_id = shaped.generation_id
ORDER BY shaped.snapshot_id`,
  );
  return found.map((row) => ({
    id: integer(row.snapshot_id),
    parent: row.parent_id === null ? undefined : integer(row.parent_id),
    batch: text(row.batch_id),
    operation: text(row.operation) as Operation, // written by us alone
    committedAt: new Date(integer(row.committed_ms)),
    rowsAdded: integer(row.rows_added),
    rowsRemoved: integer(row.rows_removed),
    rowCount: integer(row.row_count),
    source: text(row.source),
    columns: columnsFrom(row.columns).map(({ name, type }) => ({ name, type })),
    isCurrent: row.is_current === true,
    available: row.available === true,
  }));
}
