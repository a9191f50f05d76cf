import { identifier, literal, rawSql, type Sql, sql } from '../core/sql.ts';
import type { Session } from '../engine/engine.ts';
import { foldName } from './model.ts';
import { executeScript, queryRows, text } from './store/execute.ts';
import { hiddenSchema, type Store } from './store/names.ts';

/** A function that daily SQL needs and the offline engine lacks or has in a form that cannot be calculated with. */
export interface OfflineMacro {
  readonly name: string;
  /** As shown in completion, such as `today() → DATE`. */
  readonly signature: string;
  readonly description: string;
  readonly kind: 'macro' | 'table-macro';
  readonly parameters: readonly string[];
  /** What it stands for. */
  readonly body: Sql;
  /** Takes the place of a function of the engine, which gives another type. */
  readonly shadows?: true;
}

const utcNow = sql`CAST(system.main.now() AS TIMESTAMP)`;

/**
 * All macros, made in the project's `main` schema: there every session finds them whatever its search path, they last,
 * and views that use them go on working when another program opens the file. Moments are TIMESTAMP in UTC throughout,
 * since intervals, parts and formats of a TIMESTAMP WITH TIME ZONE need time zone data that is not on board.
 */
export const offlineMacros: readonly OfflineMacro[] = [
  {
    name: 'today',
    signature: 'today() → DATE',
    description: 'The current date in UTC.',
    kind: 'macro',
    parameters: [],
    body: sql`CAST(${utcNow} AS DATE)`,
  },
  {
    name: 'current_date',
    signature: 'current_date → DATE',
    description: 'The current date in UTC.',
    kind: 'macro',
    parameters: [],
    body: sql`CAST(${utcNow} AS DATE)`,
  },
  {
    name: 'now',
    signature: 'now() → TIMESTAMP',
    description: 'The moment the transaction began, in UTC and without a zone, so that `now() - INTERVAL 7 DAY` works.',
    kind: 'macro',
    parameters: [],
    body: utcNow,
    shadows: true,
  },
  {
    name: 'get_current_timestamp',
    signature: 'current_timestamp → TIMESTAMP',
    description: 'The moment the transaction began, in UTC and without a zone: what `current_timestamp` stands for.',
    kind: 'macro',
    parameters: [],
    body: utcNow,
    shadows: true,
  },
  {
    name: 'current_localtimestamp',
    signature: 'localtimestamp → TIMESTAMP',
    description: 'The moment the transaction began, in UTC: what `localtimestamp` stands for.',
    kind: 'macro',
    parameters: [],
    body: utcNow,
  },
  {
    name: 'get_current_time',
    signature: 'current_time → TIME',
    description: 'The time of day in UTC: what `current_time` stands for.',
    kind: 'macro',
    parameters: [],
    body: sql`CAST(${utcNow} AS TIME)`,
  },
  {
    name: 'current_localtime',
    signature: 'localtime → TIME',
    description: 'The time of day in UTC: what `localtime` stands for.',
    kind: 'macro',
    parameters: [],
    body: sql`CAST(${utcNow} AS TIME)`,
  },
  {
    name: 'table_exists',
    signature: "table_exists(name) → VARCHAR 'true' or 'false'",
    description: 'Whether a table or view of this name, in any schema of the project, exists.',
    kind: 'macro',
    parameters: ['name'],
    body: sql`CAST(EXISTS (
  FROM (SELECT table_name FROM duckdb_tables() UNION ALL SELECT view_name FROM duckdb_views()) AS relation(relation_name)
  WHERE lower(relation_name) = lower(name)
) AS VARCHAR)`,
  },
  {
    name: 'history_meta',
    signature: 'history_meta(table_name) → TABLE (snapshot_id, parent_id, is_current, made_current_at, operation, …)',
    description: "The snapshots of a table, oldest first: `FROM history_meta('orders')`.",
    kind: 'table-macro',
    parameters: ['table_name'],
    body: rawSql(`SELECT s.snapshot_id, s.parent_id, lead(s.snapshot_id) OVER (ORDER BY s.snapshot_id) IS NULL AS is_current,
  s.committed_at AS made_current_at, s.operation, s.batch_id, s.rows_added, s.rows_removed, s.row_count, s.source
FROM ${hiddenSchema}.snapshot AS s
JOIN ${hiddenSchema}.dataset AS d ON d.dataset_id = s.dataset_id
WHERE NOT d.dropped
  AND lower(table_name) IN (lower(d.table_name), lower(d.schema_name || '.' || d.table_name))
ORDER BY s.snapshot_id`),
  },
];

/**
 * Makes the macros that are missing. A user's own macro of the same name stays. Where a view already relies on the
 * engine's type of `now()`, it is not shadowed, since the view would break.
 */
export async function createMacros(session: Session, store: Store): Promise<void> {
  const found = await queryRows(
    session,
    sql`SELECT DISTINCT function_name AS name
FROM duckdb_functions()
WHERE database_name = ${literal(store.database)}
  AND schema_name = 'main'
  AND NOT internal`,
  );
  const present = new Set(found.map((row) => foldName(text(row.name))));
  const missing = offlineMacros.filter((macro) => !present.has(macro.name));
  if (missing.length === 0) return;
  const views = await queryRows(
    session,
    sql`SELECT view_name
FROM duckdb_views()
WHERE NOT internal
  AND regexp_matches("sql", 'now|current_timestamp', 'i')`,
  );
  const wanted = missing.filter((macro) => macro.shadows !== true || views.length === 0);
  await executeScript(
    session,
    wanted.map((macro) => createMacro(store, macro)),
  );
}

function createMacro(store: Store, { name, kind, parameters, body }: OfflineMacro): Sql {
  const owner = sql`${identifier(store.database)}.main.${identifier(name)}`;
  const table = kind === 'table-macro' ? sql` TABLE` : sql``;
  return sql`CREATE MACRO ${owner}(${rawSql(parameters.join(', '))}) AS${table} ${body}`;
}
