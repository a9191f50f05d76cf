import { identifier, literal, relation, type Sql, sql } from '../../core/sql.ts';
import type { Dataset, Generation } from '../model.ts';
import { numberColumns, readDefinition } from '../store/definition.ts';
import { execute, integer, queryRows } from '../store/execute.ts';
import { projectTable, retiredName } from '../store/names.ts';
import { deleteSegments, endGeneration, insertGeneration, insertShape } from '../store/write-rows.ts';
import { buryAll, withHistory } from './history.ts';
import { tableOf, type Writing } from './writing.ts';

/** Up to this many rows are copied into the history, so that often replaced small tables leave no trail of tables. */
const fewRows = 100_000;

/**
 * Whether the rows of a table that ends are kept by renaming it, which costs nothing. Not with few rows, and not when an
 * index, a foreign key or a sequence hangs on the table and would bind others to a hidden one.
 */
export async function keepsByRename(writing: Writing, dataset: Dataset): Promise<boolean> {
  if (dataset.rowCount <= fewRows) return false;
  const { session, store } = writing;
  const isTable = sql`database_name = ${literal(store.database)}
    AND schema_name = ${literal(dataset.schema)}
    AND table_name = ${literal(dataset.name)}`;
  const [row] = await queryRows(
    session,
    sql`WITH entry AS (
  SELECT table_oid
  FROM duckdb_tables()
  WHERE ${isTable}
)
SELECT
  (SELECT count(*) FROM duckdb_indexes() WHERE ${isTable})
  + (SELECT count(*) FROM duckdb_constraints() WHERE ${isTable} AND constraint_type = 'FOREIGN KEY')
  + (
    SELECT count(*)
    FROM duckdb_dependencies()
    WHERE objid IN (SELECT table_oid FROM entry) OR refobjid IN (SELECT table_oid FROM entry)
  ) AS bonds`,
  );
  return integer(row?.bonds) === 0;
}

/** Gives the table the name it is hidden under. Its generation, with segments and all, goes on there as it is. */
export async function hideTable(writing: Writing, dataset: Dataset, snapshot: number): Promise<readonly Sql[]> {
  const { session, store } = writing;
  const { create, comments } = await readDefinition(session, store, dataset.schema, dataset.name);
  const hidden = retiredName(dataset.name, snapshot);
  writing.prepared = true;
  await execute(session, sql`ALTER TABLE ${tableOf(writing, dataset)} RENAME TO ${identifier(hidden)}`);
  return [
    endGeneration(store, dataset.generation.id, {
      snapshot,
      hidden: [dataset.schema, hidden],
      definition: { create, comments },
    }),
  ];
}

/** Copies all rows into the history, for a table that is about to lose them. The generation may go on. */
export async function buryTable(writing: Writing, dataset: Dataset, snapshot: number): Promise<Dataset> {
  if (dataset.rowCount === 0) return dataset;
  const kept = await withHistory(writing, dataset);
  await buryAll(writing, kept, snapshot);
  return kept;
}

/** Ends a generation whose rows all lie in the history. Reads the table's definition, so it comes before the statement. */
export async function endBuried(writing: Writing, dataset: Dataset, snapshot: number): Promise<readonly Sql[]> {
  const { session, store } = writing;
  const definition = await readDefinition(session, store, dataset.schema, dataset.name);
  const { id } = dataset.generation;
  return [deleteSegments(store, id), endGeneration(store, id, { snapshot, definition })];
}

/** A new generation with the metadata that starts it; its first rows are born in `snapshot`. */
export function startGeneration(
  { store, numbers }: Pick<Writing, 'store' | 'numbers'>,
  dataset: number,
  snapshot: number,
  columns: readonly { readonly name: string; readonly type: string }[],
  dense = true,
): { readonly generation: Generation; readonly statements: readonly Sql[] } {
  const generation: Generation = {
    id: numbers.generation(),
    columns: numberColumns(columns),
    history: false,
    dense,
  };
  return {
    generation,
    statements: [
      insertGeneration(store, dataset, generation),
      insertShape(store, generation.id, snapshot, generation.columns),
    ],
  };
}

/** A table's name in the schema it is already in, for `ALTER TABLE … RENAME TO`. */
export function renameTable(writing: Writing, schema: string, from: string, to: string): Sql {
  return sql`ALTER TABLE ${relation(projectTable(writing.store, schema, from))} RENAME TO ${identifier(to)}`;
}
