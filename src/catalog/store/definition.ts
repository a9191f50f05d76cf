import { StillhouseError } from '../../core/error.ts';
import { identifier, joinSql, literal, rawSql, relation, type Sql, sql } from '../../core/sql.ts';
import { createCursor } from '../../dialect/token-cursor.ts';
import type { Session } from '../../engine/engine.ts';
import { type Generation, foldName, type StoredColumn } from '../model.ts';
import { queryRows, text } from './execute.ts';
import { projectTable, type Store } from './names.ts';

/** How a table was made, so that it can be made again under another name. */
export interface TableDefinition {
  /** The engine's `CREATE TABLE` with all constraints and defaults. */
  readonly create: string;
  /** Comments by column name; the table's own under `undefined`. */
  readonly comments: ReadonlyMap<string | undefined, string>;
}

/** The columns of a table or view, in order. */
export async function describeColumns(
  session: Session,
  table: Sql,
): Promise<readonly { readonly name: string; readonly type: string }[]> {
  const found = await queryRows(session, sql`DESCRIBE ${table}`);
  return found.map((row) => ({ name: text(row.column_name), type: text(row.column_type) }));
}

/** Numbers columns for a new generation. */
export function numberColumns(columns: readonly { readonly name: string; readonly type: string }[]): StoredColumn[] {
  return columns.map(({ name, type }, index) => ({ id: index + 1, name, type }));
}

export function sameColumns(
  a: readonly { readonly name: string; readonly type: string }[],
  b: readonly { readonly name: string; readonly type: string }[],
): boolean {
  return a.length === b.length && a.every(({ name, type }, index) => b[index]?.name === name && b[index].type === type);
}

/** The stored columns as `"name" AS c1, …`, so that no name of the user's can clash with ours. */
export function numberedColumns(generation: Generation, table?: string): Sql {
  const owner = table === undefined ? sql`` : sql`${identifier(table)}.`;
  return joinSql(
    generation.columns.map(({ id, name }) => sql`${owner}${identifier(name)} AS ${numberedColumn(id)}`),
    ', ',
  );
}

/** The names `c1, c2, …` of a generation's columns. */
export function columnNumbers(generation: Generation): Sql {
  return joinSql(
    generation.columns.map(({ id }) => numberedColumn(id)),
    ', ',
  );
}

export function numberedColumn(id: number): Sql {
  return identifier(`c${id}`);
}

/** Whether a column hides the engine's `rowid`, so that rows cannot be told apart by it. */
export function hidesRowId({ columns }: Pick<Generation, 'columns'>): boolean {
  return columns.some(({ name }) => foldName(name) === 'rowid');
}

export async function readDefinition(
  session: Session,
  store: Store,
  schema: string,
  name: string,
): Promise<TableDefinition> {
  const where = sql`database_name = ${literal(store.database)}
  AND schema_name = ${literal(schema)}
  AND table_name = ${literal(name)}`;
  const found = await queryRows(
    session,
    sql`SELECT NULL AS column_name, "sql" AS definition, comment
FROM duckdb_tables()
WHERE ${where}
UNION ALL
SELECT column_name, NULL, comment
FROM duckdb_columns()
WHERE ${where}
  AND comment IS NOT NULL`,
  );
  const create = found.find((row) => row.definition !== null)?.definition;
  if (create === undefined) throw new StillhouseError('internal', `The table "${name}" has no definition.`);
  const comments = new Map<string | undefined, string>();
  for (const row of found) {
    if (row.comment === null) continue;
    comments.set(row.column_name === null ? undefined : text(row.column_name), text(row.comment));
  }
  return { create: text(create), comments };
}

/** The columns of a table's primary key or unique constraint; `undefined` when it has none or several of them. */
export async function readOnlyKey(
  session: Session,
  store: Store,
  { schema, name }: { readonly schema: string; readonly name: string },
): Promise<readonly string[] | undefined> {
  const found = await queryRows(
    session,
    sql`SELECT constraint_column_names AS names
FROM duckdb_constraints()
WHERE database_name = ${literal(store.database)}
  AND schema_name = ${literal(schema)}
  AND table_name = ${literal(name)}
  AND constraint_type IN ('PRIMARY KEY', 'UNIQUE')`,
  );
  const names = found.length === 1 ? found[0]?.names : undefined;
  return Array.isArray(names) ? names.map(text) : undefined;
}

/** The statements that make a table like the defined one. */
export function createLike(store: Store, definition: TableDefinition, schema: string, name: string): readonly Sql[] {
  const cursor = createCursor(definition.create);
  cursor.accept('CREATE');
  cursor.accept('TABLE');
  cursor.relation();
  const body = definition.create.slice(cursor.offset).replace(/[;\s]+$/, '');
  const table = relation(projectTable(store, schema, name));
  const comments = [...definition.comments].map(([column, comment]) =>
    column === undefined
      ? sql`COMMENT ON TABLE ${table} IS ${literal(comment)}`
      : sql`COMMENT ON COLUMN ${table}.${identifier(column)} IS ${literal(comment)}`,
  );
  return [sql`CREATE TABLE ${table}${rawSql(body)}`, ...comments];
}

/** The columns that values can be inserted into: all but the generated ones. */
export function insertableColumns(columns: readonly StoredColumn[], create: string): readonly StoredColumn[] {
  const cursor = createCursor(create);
  while (!cursor.ended && cursor.peek() !== '(') cursor.skip();
  cursor.skip();
  const generated = new Set<string>();
  let column = cursor.relation();
  while (!cursor.ended) {
    const word = cursor.peek();
    if (word === 'GENERATED') generated.add(foldName(column?.[0] ?? ''));
    if (word === '(') cursor.skipGroup();
    else cursor.skip();
    if (word === ',') column = cursor.relation();
  }
  return columns.filter(({ name }) => !generated.has(foldName(name)));
}
