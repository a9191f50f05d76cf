import { StillhouseError } from '../../core/error.ts';
import { literal, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import type { Value } from '../../engine/value.ts';
import { type CatalogState, type Dataset, type DroppedDataset, type StoredColumn, tableKey } from '../model.ts';
import { executeScript, integer, queryRows, text } from './execute.ts';
import { hiddenSchema, metadata, type Store } from './names.ts';
import { createMetadata, formatVersion } from './schema.ts';

/** The stored tables as the metadata tells them, and the highest numbers given out so far. */
export interface LoadedCatalog {
  readonly state: CatalogState;
  readonly lastSnapshot: number;
  readonly lastDataset: number;
  readonly lastGeneration: number;
  /** No commit may be dated before this one. */
  readonly lastCommit: Date;
}

/** Creates the metadata where it is missing. Fails on a file that a newer product wrote. */
export async function prepareMetadata(session: Session, store: Store): Promise<void> {
  const [found] = await queryRows(
    session,
    sql`SELECT count(*) AS "schemas"
FROM duckdb_schemas()
WHERE database_name = ${literal(store.database)}
  AND schema_name = ${literal(hiddenSchema)}`,
  );
  if (integer(found?.schemas) === 0) {
    await executeScript(session, [sql`BEGIN TRANSACTION`, ...createMetadata(store), sql`COMMIT`]);
  }
  const [format] = await queryRows(session, sql`SELECT version FROM ${metadata(store, 'format')}`);
  if (integer(format?.version) > formatVersion) {
    throw new StillhouseError('project-invalid', 'This project was last saved by a newer version of Stillhouse.', {
      remedy: 'Open it with that version or a later one.',
    });
  }
}

/** Reads the catalog. Sees what the session's transaction sees. */
export async function loadCatalog(session: Session, store: Store): Promise<LoadedCatalog> {
  const found = await queryRows(
    session,
    sql`WITH latest AS (
  SELECT dataset_id, max(snapshot_id) AS snapshot_id
  FROM ${metadata(store, 'snapshot')}
  GROUP BY dataset_id
),
shape AS (
  SELECT generation_id, arg_max(columns, snapshot_id) AS columns
  FROM ${metadata(store, 'shape')}
  GROUP BY generation_id
)
SELECT d.dataset_id, d.schema_name, d.table_name, d.dropped, g.lost, s.snapshot_id, s.row_count,
  epoch_ms(s.committed_at) AS committed_ms, g.generation_id, g.history, g.dense, shape.columns
FROM ${metadata(store, 'dataset')} AS d
JOIN latest USING (dataset_id)
JOIN ${metadata(store, 'snapshot')} AS s ON s.snapshot_id = latest.snapshot_id
JOIN ${metadata(store, 'generation')} AS g ON g.generation_id = s.generation_id
JOIN shape ON shape.generation_id = g.generation_id
ORDER BY d.dataset_id`,
  );
  const datasets = new Map<string, Dataset>();
  const dropped = new Map<number, DroppedDataset>();
  for (const row of found) {
    const names = { id: integer(row.dataset_id), schema: text(row.schema_name), name: text(row.table_name) };
    const snapshot = integer(row.snapshot_id);
    const moment = new Date(integer(row.committed_ms));
    if (row.dropped === true) {
      if (row.lost !== true) dropped.set(names.id, { ...names, snapshot, droppedAt: moment });
      continue;
    }
    datasets.set(tableKey(names.schema, names.name), {
      ...names,
      snapshot,
      writtenAt: moment,
      rowCount: integer(row.row_count),
      generation: {
        id: integer(row.generation_id),
        columns: columnsFrom(row.columns),
        history: row.history === true,
        dense: row.dense === true,
      },
    });
  }
  const [last] = await queryRows(
    session,
    sql`SELECT
  (SELECT greatest(max(snapshot_id), (SELECT max(last_snapshot_id) FROM ${metadata(store, 'format')}))
    FROM ${metadata(store, 'snapshot')}) AS "snapshot",
  (SELECT coalesce(epoch_ms(max(committed_at)), 0) FROM ${metadata(store, 'snapshot')}) AS "commit",
  (SELECT coalesce(max(dataset_id), 0) FROM ${metadata(store, 'dataset')}) AS "dataset",
  (SELECT coalesce(max(generation_id), 0) FROM ${metadata(store, 'generation')}) AS "generation"`,
  );
  return {
    state: { datasets, dropped },
    lastSnapshot: integer(last?.snapshot),
    lastDataset: integer(last?.dataset),
    lastGeneration: integer(last?.generation),
    lastCommit: new Date(integer(last?.commit)),
  };
}

/** The columns of a shape as the metadata stores them. */
export function columnsFrom(value: Value | undefined): StoredColumn[] {
  const items: readonly Value[] = Array.isArray(value) ? (value as readonly Value[]) : []; // isArray loses the element type
  return items.map((item) => {
    const fields = (item ?? {}) as Readonly<Record<string, Value>>; // the metadata declares a STRUCT
    return { id: integer(fields.id), name: text(fields.name), type: text(fields.type) };
  });
}
