import { StillhouseError } from '../../core/error.ts';
import { identifier, relation, type Sql, sql } from '../../core/sql.ts';
import { startGeneration } from '../capture/retire.ts';
import { changeTo, type Effect, type Writing } from '../capture/writing.ts';
import { type DroppedDataset, findDataset, type Generation } from '../model.ts';
import { describeColumns } from '../store/definition.ts';
import { countRows, execute } from '../store/execute.ts';
import { projectTable, temporaryTable } from '../store/names.ts';
import { replaceSegments, segmentsSql } from '../store/segments.ts';
import { markDropped, renameDataset, resumeGeneration } from '../store/write-rows.ts';
import { findVersion, type TableVersion } from '../travel/version.ts';
import { makeVersion } from './make-version.ts';

/** Brings back a dropped table as it was last, under its own name or another. */
export async function undropDataset(writing: Writing, dropped: DroppedDataset, name: string): Promise<Effect> {
  const { session, store, transaction } = writing;
  const { id, schema } = dropped;
  if (findDataset(transaction.state, schema, name) !== undefined) {
    throw new StillhouseError('input-invalid', `There is another table "${name}" now.`, {
      remedy: 'Bring the dropped one back under another name.',
    });
  }
  const last = dropped.snapshot - 1;
  const version = await findVersion(session, store, dropped, last);
  const snapshot = writing.numbers.snapshot();
  const table = relation(projectTable(store, schema, name));
  await execute(session, sql`CREATE SCHEMA IF NOT EXISTS ${relation([store.database, schema])}`);
  const movesBack = version.table !== undefined && version.tableSchema === schema;
  if (movesBack) await execute(session, sql`ALTER TABLE ${version.table} RENAME TO ${identifier(name)}`);
  else await makeVersion(writing, dropped, version, last, name);
  const rowCount = await countRows(session, table);
  const { generation, statements } = movesBack
    ? await resume(writing, version, snapshot)
    : startGeneration(writing, id, snapshot, await describeColumns(session, table));
  const did = { operation: 'restore', added: rowCount, removed: 0 } as const;
  return {
    change: changeTo(snapshot, dropped, { id, schema, name, generation, rowCount }, did),
    statements: [markDropped(store, id, false), renameDataset(store, id, schema, name), ...statements],
  };
}

/** Goes on with the generation that the hidden table kept. Its births stay, so they are written out as segments. */
async function resume(
  { session, store }: Writing,
  { generation: id, stored, history, dense }: TableVersion,
  snapshot: number,
): Promise<{ readonly generation: Generation; readonly statements: readonly Sql[] }> {
  await execute(
    session,
    sql`CREATE OR REPLACE TEMP TABLE ${temporaryTable('segments')} AS
SELECT row_number() OVER (ORDER BY ordinal) AS ordinal, row_count, snapshot_id
FROM (${segmentsSql(store, id)})`,
  );
  return {
    generation: { id, columns: stored, history, dense },
    statements: [resumeGeneration(store, id), ...replaceSegments(store, { generation: id, snapshot, dense })],
  };
}
