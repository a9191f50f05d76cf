import { relation, type RelationName, type Sql, sql } from '../../core/sql.ts';
import type { Dataset, Operation } from '../model.ts';
import { describeColumns, sameColumns } from '../store/definition.ts';
import { countRows, execute, queryRows } from '../store/execute.ts';
import { projectTable } from '../store/names.ts';
import { insertDataset } from '../store/write-rows.ts';
import { buryTable, endBuried, hideTable, keepsByRename, renameTable, startGeneration } from './retire.ts';
import { oneSegment } from './wholesale.ts';
import {
  type Captured,
  changeTo,
  type Effect,
  type StatementResult,
  tableOf,
  type UserStatement,
  type Writing,
} from './writing.ts';

/** A table that has just come into the project as a new dataset. */
export async function adoptTable(
  writing: Writing,
  schema: string,
  name: string,
  operation: 'create' | 'external',
): Promise<Effect> {
  const { session, store, numbers } = writing;
  const table = relation(projectTable(store, schema, name));
  const snapshot = numbers.snapshot();
  const id = numbers.dataset();
  const columns = await describeColumns(session, table);
  const rowCount = await countRows(session, table);
  const dense = operation === 'create' || (await hasNoGaps(writing, table, rowCount));
  const { generation, statements } = startGeneration(writing, id, snapshot, columns, dense);
  return {
    change: changeTo(
      snapshot,
      undefined,
      { id, schema, name, generation, rowCount },
      {
        operation,
        added: rowCount,
        removed: 0,
      },
    ),
    statements: [insertDataset(store, id, schema, name), ...statements],
  };
}

/** Whether `rowid` counts the rows without a gap. */
async function hasNoGaps({ session }: Writing, table: Sql, rowCount: number): Promise<boolean> {
  const [row] = await queryRows(session, sql`SELECT CAST(max(rowid) AS VARCHAR) AS last FROM ${table}`);
  return (row?.last ?? '-1') === String(rowCount - 1);
}

/** CREATE TABLE where no table of that name was. */
export async function captureCreate(
  writing: Writing,
  [schema, name]: readonly [schema: string, name: string],
  statement: UserStatement,
): Promise<Captured> {
  const result = await statement.run();
  const effect = await adoptTable(writing, schema, name, 'create');
  return { result, rowsAffected: effect.change.added, effects: [effect] };
}

/** A statement that makes a table under the name it is given, such as `CREATE TABLE … AS` with the name exchanged. */
export type MakeTable = (name: RelationName) => Promise<StatementResult>;

/**
 * CREATE OR REPLACE TABLE over a dataset. A large old table is hidden, and the new one is made under another name first,
 * since its query may read the old one; a small one is buried, and goes on as the same generation if its columns stay.
 */
export async function captureReplace(
  writing: Writing,
  before: Dataset,
  statement: Pick<UserStatement, 'run'>,
  makeAs: MakeTable | undefined,
  operation: Operation = 'overwrite',
): Promise<Captured> {
  const { session, store, numbers } = writing;
  const snapshot = numbers.snapshot();
  const table = tableOf(writing, before);
  if (makeAs !== undefined && (await keepsByRename(writing, before))) {
    const interim = `~${before.name}@${snapshot} new`;
    writing.prepared = true;
    const result = await makeAs(projectTable(store, before.schema, interim));
    const ending = await hideTable(writing, before, snapshot);
    await execute(session, renameTable(writing, before.schema, interim, before.name));
    return overwritten(writing, before, before, { snapshot, operation, result, ending });
  }
  const ending = await endBuried(writing, before, snapshot);
  const dataset = await buryTable(writing, before, snapshot);
  const result = await statement.run();
  const columns = await describeColumns(session, table);
  if (!sameColumns(columns, before.generation.columns)) {
    return overwritten(writing, before, dataset, { snapshot, operation, result, ending });
  }
  const rowCount = await countRows(session, table);
  const generation = { ...dataset.generation, dense: true };
  const change = changeTo(
    snapshot,
    before,
    { ...dataset, generation, rowCount },
    { operation, added: rowCount, removed: before.rowCount },
  );
  const statements = oneSegment(writing, generation.id, rowCount, snapshot, true);
  return { result, rowsAffected: rowCount, effects: [{ change, statements }] };
}

/** The effect of a new table under a dataset's name, with a generation of its own. */
async function overwritten(
  writing: Writing,
  before: Dataset,
  dataset: Dataset,
  replacement: {
    readonly snapshot: number;
    readonly operation: Operation;
    readonly result: StatementResult;
    readonly ending: Effect['statements'];
  },
): Promise<Captured> {
  const { snapshot, operation, result, ending } = replacement;
  const table = tableOf(writing, dataset);
  const columns = await describeColumns(writing.session, table);
  const rowCount = await countRows(writing.session, table);
  const { generation, statements } = startGeneration(writing, dataset.id, snapshot, columns);
  const change = changeTo(
    snapshot,
    before,
    { ...dataset, generation, rowCount },
    { operation, added: rowCount, removed: before.rowCount },
  );
  return { result, rowsAffected: rowCount, effects: [{ change, statements: [...ending, ...statements] }] };
}
