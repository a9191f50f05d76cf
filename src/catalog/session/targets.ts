import { StillhouseError } from '../../core/error.ts';
import { literal, sql } from '../../core/sql.ts';
import { captureAlter } from '../capture/alter.ts';
import { captureRows } from '../capture/capture.ts';
import { captureCreate, captureReplace } from '../capture/create.ts';
import { captureDrop } from '../capture/drop.ts';
import { captureDropSchema } from '../capture/drop-schema.ts';
import type { VolatileNames } from '../capture/volatile.ts';
import type { Captured, Writing } from '../capture/writing.ts';
import { findDataset, foldName } from '../model.ts';
import { integer, queryRows } from '../store/execute.ts';
import type { SessionParts } from './parts.ts';
import { refuseHidden } from './names.ts';
import type { TablePlace } from './resolve.ts';
import type { StatementOptions } from './outcome.ts';
import type { ReadStatement } from './statement.ts';
import { checkStatement, makeUnderName, userStatement } from './user-statement.ts';

/** How a write is to be captured. */
export interface CaptureOptions {
  readonly thorough: boolean;
  readonly volatileNames: () => Promise<VolatileNames>;
}

/** Stands for some table, to find out where its schema is. */
const anyTable = '';

/** Whether a statement writes to the project's own database: to a table there, or to none that is known elsewhere. */
export async function isOurs(parts: SessionParts, { class: kind }: ReadStatement): Promise<boolean> {
  const { names, core, transactions } = parts;
  if (!('target' in kind)) return true;
  if (kind.kind === 'create-table' && kind.temporary) {
    names.noteTemporary(kind.target);
    return false;
  }
  const place = await (kind.kind === 'rows' || kind.kind === 'alter-table' || kind.kind === 'drop-table'
    ? names.find(kind.target, transactions.state)
    : names.place(kind.kind === 'drop-schema' ? [...kind.target, anyTable] : kind.target));
  if (place === undefined) return true;
  if (foldName(place.database) === 'temp') names.noteTemporary(kind.target);
  return foldName(place.database) === foldName(core.store.database);
}

/** Runs a write to the project in its transaction and captures what it did. */
export async function captureStatement(
  parts: SessionParts,
  writing: Writing,
  statement: ReadStatement,
  options: StatementOptions,
  how: CaptureOptions,
): Promise<Captured> {
  const { class: kind, text } = statement;
  const user = userStatement(writing, statement, options);
  const justRun = async (): Promise<Captured> => ({ result: await user.run(), rowsAffected: 0, effects: [] });
  if (!('target' in kind) || kind.kind === 'drop-schema') parts.core.objectsVersion++;
  if (!('target' in kind)) return justRun();
  if (statement.indirect && kind.kind !== 'rows') {
    throw new StillhouseError(
      'capability',
      'EXPLAIN ANALYZE runs the statement it explains, and cannot do that here.',
      {
        remedy: 'Use it with SELECT, INSERT, UPDATE, DELETE or MERGE.',
        statement: text,
      },
    );
  }
  if (kind.kind === 'drop-schema') {
    const inside = await parts.names.place([...kind.target, anyTable]);
    if (inside === undefined) return justRun();
    await refuseHidden(writing.session, writing.store, { ...inside, name: inside.schema });
    return captureDropSchema(writing, inside.schema, user);
  }
  const place = await targetPlace(parts, writing, kind);
  if (place === undefined) return justRun();
  await refuseHidden(writing.session, writing.store, place);
  const dataset = findDataset(writing.transaction.state, place.schema, place.name);
  if (dataset === undefined) {
    const creates = kind.kind === 'create-table' && !(kind.ifNotExists && (await isTaken(writing, place)));
    return creates ? captureCreate(writing, [place.schema, place.name], user) : justRun();
  }
  switch (kind.kind) {
    case 'create-table':
      if (!kind.orReplace) return justRun();
      await checkStatement(writing.session, text, options.signal);
      return captureReplace(writing, dataset, user, makeUnderName(writing.session, statement, options));
    case 'alter-table':
      return captureAlter(writing, dataset, user, how.thorough);
    case 'drop-table':
      return captureDrop(writing, dataset, user);
    case 'rows':
      if (user.plain && kind.verb !== 'insert' && kind.verb !== 'copy') {
        await checkStatement(writing.session, text, options.signal);
      }
      return captureRows(writing, dataset, kind.verb, user, how);
  }
}

async function targetPlace(
  { names }: SessionParts,
  writing: Writing,
  kind: Extract<ReadStatement['class'], { kind: 'rows' | 'create-table' | 'alter-table' | 'drop-table' }>,
): Promise<TablePlace | undefined> {
  const found = kind.kind === 'create-table' ? undefined : await names.find(kind.target, writing.transaction.state);
  return found ?? names.place(kind.target);
}

/** Whether a table or view of this name is there already: `IF NOT EXISTS` then does nothing. */
async function isTaken({ session, store }: Writing, { schema, name }: TablePlace): Promise<boolean> {
  const [row] = await queryRows(
    session,
    sql`SELECT count(*) AS relations
FROM (
  SELECT database_name, schema_name, table_name FROM duckdb_tables()
  UNION ALL
  SELECT database_name, schema_name, view_name FROM duckdb_views()
)
WHERE database_name = ${literal(store.database)}
  AND lower(schema_name) = lower(${literal(schema)})
  AND lower(table_name) = lower(${literal(name)})`,
  );
  return integer(row?.relations) > 0;
}
