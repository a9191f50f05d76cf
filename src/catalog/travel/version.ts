import { StillhouseError } from '../../core/error.ts';
import { literal, relation, type Sql, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import type { StoredColumn } from '../model.ts';
import { hidesRowId, type TableDefinition } from '../store/definition.ts';
import { columnsFrom } from '../store/load.ts';
import { integer, queryRows, text } from '../store/execute.ts';
import { metadata, projectTable, type Store } from '../store/names.ts';

/** Where the rows of a dataset as of one snapshot are to be found. */
export interface TableVersion {
  /** The dataset's own snapshot that was current. */
  readonly snapshot: number;
  readonly generation: number;
  /** The columns as they were, in their order. */
  readonly columns: readonly StoredColumn[];
  /** The columns as the table has them now. */
  readonly stored: readonly StoredColumn[];
  /** The table with the generation's surviving rows, live or hidden; absent when all lie in the history. */
  readonly table: Sql | undefined;
  readonly tableSchema: string;
  readonly history: boolean;
  readonly dense: boolean;
  /** What has to be unchanged for ranks read from the metadata to stay true. */
  readonly folded: number;
  readonly ended: number | undefined;
  /** How the table of an ended generation was made. */
  readonly definition: TableDefinition | undefined;
}

/** A dataset by its id, with the name to call it by in messages. */
export interface DatasetName {
  readonly id: number;
  readonly schema: string;
  readonly name: string;
}

/** Finds the version that was current at a snapshot of the project. Fails with the earliest one that can be had. */
export async function findVersion(
  session: Session,
  store: Store,
  dataset: DatasetName,
  snapshot: number,
): Promise<TableVersion> {
  const shapes = (upTo: Sql) => sql`(
    SELECT arg_max(columns, snapshot_id)
    FROM ${metadata(store, 'shape')} AS shape
    WHERE shape.generation_id = g.generation_id${upTo}
  )`;
  const [row] = await queryRows(
    session,
    sql`SELECT s.snapshot_id, s.operation, g.generation_id, g.folded, g.history, g.dense, g.ended, g.hidden_schema,
  g.hidden_table, g.definition, g.comments, g.lost, s.snapshot_id < coalesce(d.earliest_snapshot_id, 0) AS expired,
  d.schema_name, d.table_name,
  ${shapes(sql` AND shape.snapshot_id <= ${literal(snapshot)}`)} AS columns,
  ${shapes(sql``)} AS stored
FROM ${metadata(store, 'snapshot')} AS s
LEFT JOIN ${metadata(store, 'generation')} AS g ON g.generation_id = s.generation_id
JOIN ${metadata(store, 'dataset')} AS d ON d.dataset_id = s.dataset_id
WHERE s.dataset_id = ${literal(dataset.id)}
  AND s.snapshot_id <= ${literal(snapshot)}
ORDER BY s.snapshot_id DESC
LIMIT 1`,
  );
  if (row === undefined) {
    throw await unavailable(session, store, dataset, `"${dataset.name}" did not exist yet at snapshot ${snapshot}.`);
  }
  if (row.expired === true) {
    throw await unavailable(session, store, dataset, `Snapshot ${snapshot} of "${dataset.name}" has expired.`);
  }
  if (row.operation === 'drop') {
    const message = `"${dataset.name}" had been dropped at snapshot ${integer(row.snapshot_id)}.`;
    throw new StillhouseError('input-invalid', message, { remedy: 'Take a snapshot from before.' });
  }
  if (row.lost === true) {
    const message = `Snapshot ${snapshot} of "${dataset.name}" is lost: another program changed the table afterwards.`;
    throw await unavailable(session, store, dataset, message);
  }
  const hidden = row.hidden_table === null ? undefined : [text(row.hidden_schema), text(row.hidden_table)];
  const [schema = '', name = ''] = hidden ?? [text(row.schema_name), text(row.table_name)];
  const ended = row.ended === null ? undefined : integer(row.ended);
  const table = relation(projectTable(store, schema, name));
  const stored = columnsFrom(row.stored);
  return {
    snapshot: integer(row.snapshot_id),
    generation: integer(row.generation_id),
    columns: columnsFrom(row.columns),
    stored,
    tableSchema: schema,
    table: ended !== undefined && hidden === undefined ? undefined : table,
    history: row.history === true,
    dense: row.dense === true && !hidesRowId({ columns: stored }),
    folded: integer(row.folded),
    ended,
    definition:
      row.definition === null ? undefined : { create: text(row.definition), comments: commentsFrom(row.comments) },
  };
}

/** An error about a version that cannot be had, naming the earliest that can. */
async function unavailable(
  session: Session,
  store: Store,
  dataset: DatasetName,
  message: string,
): Promise<StillhouseError> {
  const [row] = await queryRows(
    session,
    sql`SELECT min(s.snapshot_id) AS earliest
FROM ${metadata(store, 'snapshot')} AS s
JOIN ${metadata(store, 'generation')} AS g ON g.generation_id = s.generation_id
JOIN ${metadata(store, 'dataset')} AS d ON d.dataset_id = s.dataset_id
WHERE s.dataset_id = ${literal(dataset.id)}
  AND NOT g.lost
  AND s.operation <> 'drop'
  AND s.snapshot_id >= coalesce(d.earliest_snapshot_id, 0)`,
  );
  const earliest = row?.earliest;
  return new StillhouseError('input-invalid', message, {
    remedy:
      earliest === null || earliest === undefined
        ? 'No snapshot of it is available.'
        : `The earliest snapshot available is ${integer(earliest)}.`,
  });
}

function commentsFrom(value: unknown): ReadonlyMap<string | undefined, string> {
  const items = (Array.isArray(value) ? value : []) as readonly Readonly<Record<string, string | null>>[]; // a LIST of STRUCT of texts
  return new Map(items.map((item) => [item.column_name ?? undefined, item.comment ?? '']));
}
