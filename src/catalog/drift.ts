import { literal, relation, sql } from '../core/sql.ts';
import { adoptTable } from './capture/create.ts';
import { startGeneration } from './capture/retire.ts';
import { changeTo, type Effect, tableOf, type Writing } from './capture/writing.ts';
import { type Dataset, findDataset, tableKey } from './model.ts';
import { describeColumns, sameColumns } from './store/definition.ts';
import { countRows, execute, executeScript, integer, queryRows, text } from './store/execute.ts';
import { hiddenSchema, historyTable, metadata, projectTable, stagingPattern } from './store/names.ts';
import { deleteSegments, endGeneration, markDropped } from './store/write-rows.ts';

/** Something that another program did to the file, found on opening; as a sentence for the user. */
export interface Drift {
  readonly kind: 'changed' | 'appeared' | 'vanished' | 'history-lost';
  readonly schema: string;
  readonly name: string;
  readonly message: string;
}

/**
 * Compares the tables that are there with those recorded, and records what differs. Rows and columns are counted, not
 * read: a change of values that leaves both as they were is not seen.
 */
export async function settleDrift(
  writing: Writing,
): Promise<{ readonly effects: readonly Effect[]; readonly drift: readonly Drift[] }> {
  const effects: Effect[] = [];
  const drift: Drift[] = [];
  const tables = await dropStaging(writing, await readTables(writing));
  const hidden = await settleHidden(writing, tables, drift);
  for (const dataset of writing.transaction.state.datasets.values()) {
    const key = tableKey(dataset.schema, dataset.name);
    const present = tables.delete(key);
    const effect = present ? await settleChanged(writing, dataset) : await settleVanished(writing, dataset);
    if (effect === undefined) continue;
    effects.push(effect);
    const { schema, name } = dataset;
    drift.push(
      present
        ? { kind: 'changed', schema, name, message: `Another program changed "${name}". Its history begins anew.` }
        : { kind: 'vanished', schema, name, message: `Another program removed "${name}".` },
    );
  }
  for (const [key, { schema, name }] of tables) {
    if (hidden.has(key) || schema === hiddenSchema) continue;
    if (findDataset(writing.transaction.state, schema, name) !== undefined) continue;
    effects.push(await adoptTable(writing, schema, name, 'external'));
    drift.push({ kind: 'appeared', schema, name, message: `"${name}" was made by another program.` });
  }
  return { effects, drift };
}

type Tables = Map<string, { readonly schema: string; readonly name: string }>;

async function readTables({ session, store }: Writing): Promise<Tables> {
  const found = await queryRows(
    session,
    sql`SELECT schema_name, table_name
FROM duckdb_tables()
WHERE database_name = ${literal(store.database)}
  AND NOT internal
  AND NOT temporary
ORDER BY schema_name, table_name`,
  );
  return new Map(
    found.map((row) => {
      const place = { schema: text(row.schema_name), name: text(row.table_name) };
      return [tableKey(place.schema, place.name), place];
    }),
  );
}

/** Drops what imports and restores that did not end have left, beside the datasets and in the hidden schema. */
async function dropStaging({ session, store }: Writing, tables: Tables): Promise<Tables> {
  const pattern = new RegExp(stagingPattern);
  const kept: Tables = new Map();
  for (const [key, place] of tables) {
    if (!pattern.test(place.name)) kept.set(key, place);
    else await execute(session, sql`DROP TABLE ${relation(projectTable(store, place.schema, place.name))}`);
  }
  return kept;
}

/** Gives the keys of hidden tables that are as they were, and gives up the versions of those that are not. */
async function settleHidden(writing: Writing, tables: Tables, drift: Drift[]): Promise<ReadonlySet<string>> {
  const { session, store } = writing;
  const found = await queryRows(
    session,
    sql`SELECT g.generation_id, g.ended, g.hidden_schema, g.hidden_table, d.table_name
FROM ${metadata(store, 'generation')} AS g
JOIN ${metadata(store, 'dataset')} AS d ON d.dataset_id = g.dataset_id
WHERE g.hidden_table IS NOT NULL
  AND g.hidden_schema <> ${literal(hiddenSchema)}
  AND NOT g.lost`,
  );
  const keys = new Set<string>();
  for (const row of found) {
    const [schema, hiddenName, name] = [text(row.hidden_schema), text(row.hidden_table), text(row.table_name)];
    const key = tableKey(schema, hiddenName);
    keys.add(key);
    if (tables.has(key)) continue;
    await execute(
      session,
      endGeneration(store, integer(row.generation_id), { snapshot: integer(row.ended), lost: true }),
    );
    const message = `Another program removed former versions of "${name}".`;
    drift.push({ kind: 'history-lost', schema, name, message });
  }
  return keys;
}

async function settleChanged(writing: Writing, dataset: Dataset): Promise<Effect | undefined> {
  const table = tableOf(writing, dataset);
  const rowCount = await countRows(writing.session, table);
  const columns = await describeColumns(writing.session, table);
  if (rowCount === dataset.rowCount && sameColumns(columns, dataset.generation.columns)) return undefined;
  const snapshot = writing.numbers.snapshot();
  await loseGeneration(writing, dataset, snapshot);
  const { generation, statements } = startGeneration(writing, dataset.id, snapshot, columns, false);
  const change = changeTo(
    snapshot,
    dataset,
    { ...dataset, generation, rowCount },
    { operation: 'external', added: rowCount, removed: dataset.rowCount },
  );
  return { change, statements };
}

async function settleVanished(writing: Writing, dataset: Dataset): Promise<Effect> {
  const snapshot = writing.numbers.snapshot();
  await loseGeneration(writing, dataset, snapshot);
  const change = changeTo(
    snapshot,
    dataset,
    { ...dataset, rowCount: 0 },
    { operation: 'drop', added: 0, removed: dataset.rowCount },
  );
  return { change, statements: [markDropped(writing.store, dataset.id, true)] };
}

async function loseGeneration({ session, store }: Writing, { generation }: Dataset, snapshot: number): Promise<void> {
  await executeScript(session, [
    deleteSegments(store, generation.id),
    endGeneration(store, generation.id, { snapshot, lost: true }),
    ...(generation.history ? [sql`DROP TABLE ${historyTable(store, generation.id)}`] : []),
  ]);
}
