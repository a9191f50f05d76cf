import { StillhouseError } from '../core/error.ts';
import { identifier, literal, relation, type RelationName, type Sql, sql } from '../core/sql.ts';
import { adoptTable, captureReplace } from './capture/create.ts';
import { changeTo, type Effect, tableOf, type Writing } from './capture/writing.ts';
import { type Dataset, findDataset, foldName, type Operation } from './model.ts';
import { execute, queryRows } from './store/execute.ts';
import { projectTable, type Store } from './store/names.ts';

/** A filled table that is to become a dataset, or part of one. */
export interface Publication {
  /** The table with the rows. In the target's own schema of the project it is renamed, from anywhere else copied. */
  readonly staging: RelationName;
  readonly schema: string;
  readonly name: string;
  /** `append` matches columns by name; `replace` creates where nothing is. */
  readonly mode: 'create' | 'append' | 'replace';
}

/** A name for a table to be filled and then published into the same schema. */
export function stagingName(store: Store, schema: string, purpose: 'import' | 'restore', number: number): RelationName {
  return projectTable(store, schema, `~${purpose} ${number}`);
}

/** Publishes one table. The staging table is gone afterwards, unless it lay outside the project. */
export async function publishTable(writing: Writing, publication: Publication): Promise<Effect> {
  const { schema, name, mode, staging } = publication;
  const before = findDataset(writing.transaction.state, schema, name);
  checkTarget(publication, before === undefined ? await viewAt(writing, schema, name) : 'table');
  if (before === undefined) {
    await become(writing, staging, schema, name);
    return adoptTable(writing, schema, name, 'create');
  }
  return mode === 'append'
    ? appendRows(writing, before, staging)
    : replaceDataset(writing, before, staging, 'overwrite');
}

/** Fails when a name cannot be published to in this mode, given what has it now. */
export function checkTarget({ mode, name }: Omit<Publication, 'staging'>, present: 'table' | 'view' | undefined): void {
  if (present === 'view') {
    throw new StillhouseError('input-invalid', `There is a view "${name}" already.`, {
      remedy: 'Choose another name, or drop the view first.',
    });
  }
  if (present === 'table' && mode === 'create') {
    throw new StillhouseError('input-invalid', `There is a table "${name}" already.`, {
      remedy: 'Choose another name, or append to it, or replace it.',
    });
  }
  if (present === undefined && mode === 'append') {
    throw new StillhouseError('input-invalid', `There is no table "${name}" to append to.`, {
      remedy: 'Create it with this import instead.',
    });
  }
}

async function viewAt({ session, store }: Writing, schema: string, name: string): Promise<'view' | undefined> {
  const found = await queryRows(
    session,
    sql`SELECT view_name
FROM duckdb_views()
WHERE database_name = ${literal(store.database)}
  AND lower(schema_name) = lower(${literal(schema)})
  AND lower(view_name) = lower(${literal(name)})`,
  );
  return found.length === 0 ? undefined : 'view';
}

/** Puts a filled table in the place of a dataset's own. */
export async function replaceDataset(
  writing: Writing,
  before: Dataset,
  staging: RelationName,
  operation: Operation,
): Promise<Effect> {
  const nothing = { columns: [], batches: [] };
  const captured = await captureReplace(
    writing,
    before,
    {
      async run() {
        await execute(writing.session, sql`DROP TABLE ${tableOf(writing, before)}`);
        await become(writing, staging, before.schema, before.name);
        return nothing;
      },
    },
    async (interim) => {
      await become(writing, staging, before.schema, interim[interim.length - 1] ?? '');
      return nothing;
    },
    operation,
  );
  const [effect] = captured.effects;
  if (effect === undefined) throw new StillhouseError('internal', 'A replaced table left no trace.');
  return effect;
}

async function appendRows(writing: Writing, before: Dataset, staging: RelationName): Promise<Effect> {
  const { session, signal } = writing;
  const added = await execute(
    session,
    sql`INSERT INTO ${tableOf(writing, before)} BY NAME
FROM ${relation(staging)}`,
    signal,
  );
  if (isInProject(writing.store, staging)) await execute(session, sql`DROP TABLE ${relation(staging)}`);
  const change = changeTo(
    writing.numbers.snapshot(),
    before,
    { ...before, rowCount: before.rowCount + added },
    { operation: 'append', added, removed: 0 },
  );
  return { change, statements: [] };
}

async function become(writing: Writing, staging: RelationName, schema: string, name: string): Promise<void> {
  const { session, store, signal } = writing;
  const renamed = sql`ALTER TABLE ${relation(staging)} RENAME TO ${identifier(name)}`;
  const copied = sql`CREATE TABLE ${relation(projectTable(store, schema, name))} AS\nFROM ${relation(staging)}`;
  const stays = isInProject(store, staging) && foldName(staging[1] ?? '') === foldName(schema);
  const statement: Sql = stays ? renamed : copied;
  await execute(session, statement, signal);
  if (!stays && isInProject(store, staging)) await execute(session, sql`DROP TABLE ${relation(staging)}`);
}

function isInProject(store: Store, staging: RelationName): boolean {
  if (staging.length !== 3) {
    throw new StillhouseError('internal', 'A staging table is named in full: database, schema and name.');
  }
  return foldName(staging[0] ?? '') === foldName(store.database);
}
