import { queryRows, text } from '../../catalog/store/execute.ts';
import { StillhouseError } from '../../core/error.ts';
import { identifier, literal, relation, type Sql, sql } from '../../core/sql.ts';
import type { ChosenFile, Engine, Session } from '../../engine/engine.ts';

const former = 'former';

/**
 * Copies a whole database, hidden tables, views, macros, sequences and indexes included, into the engine's own empty one,
 * whose file then holds live data alone. Throws `database-damaged` where the two differ afterwards in anything. The old
 * file stays attached until the engine is closed, which lets go of it only then.
 */
export async function copyDatabase(
  engine: Engine,
  from: ChosenFile,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<void> {
  const session = await engine.openSession();
  try {
    const file = await engine.attachFile(from);
    const [row] = await queryRows(session, sql`SELECT current_database() AS name`);
    const own = text(row?.name);
    await session.exec(sql`ATTACH ${literal(file.path)} AS ${identifier(former)} (READ_ONLY)`.text);
    await session.exec(sql`COPY FROM DATABASE ${identifier(former)} TO ${identifier(own)}`.text, { onProgress });
    const [before, after] = [await describeAll(session, former), await describeAll(session, own)];
    const lost = before.find((line, index) => line !== after[index]) ?? after[before.length];
    if (lost !== undefined) {
      throw new StillhouseError('database-damaged', 'The rewritten database differs from the one it was made of.', {
        remedy: 'The old file stays as it was. Check the disk, and try again.',
        technical: lost,
      });
    }
    await session.exec(sql`DETACH ${identifier(former)}`.text);
  } finally {
    await session.close();
  }
  await engine.database.checkpoint();
}

/** Every object of a database with its definition, and a checksum of every table. */
async function describeAll(session: Session, database: string): Promise<readonly string[]> {
  const own = sql`database_name = ${literal(database)} AND NOT internal`;
  const objects = await queryRows(
    session,
    sql`SELECT concat_ws(' ', kind, schema_name, name, definition, comment) AS line
FROM (
  SELECT 'table' AS kind, schema_name, table_name AS name, "sql" AS definition, comment FROM duckdb_tables() WHERE ${own}
  UNION ALL
  SELECT 'view', schema_name, view_name, "sql", comment FROM duckdb_views() WHERE ${own}
  UNION ALL
  SELECT 'index', schema_name, index_name, "sql", comment FROM duckdb_indexes() WHERE database_name = ${literal(database)}
  UNION ALL
  SELECT 'sequence', schema_name, sequence_name, "sql", comment FROM duckdb_sequences() WHERE database_name = ${literal(database)}
  UNION ALL
  SELECT 'macro', schema_name, function_name, concat(CAST(parameters AS VARCHAR), macro_definition), comment FROM duckdb_functions() WHERE ${own}
  UNION ALL
  SELECT 'type', schema_name, type_name, CAST(labels AS VARCHAR), comment FROM duckdb_types() WHERE ${own}
  UNION ALL
  SELECT 'column', schema_name, concat(table_name, '.', column_name), data_type, comment FROM duckdb_columns() WHERE ${own}
)
ORDER BY line`,
  );
  const tables = await queryRows(
    session,
    sql`SELECT schema_name, table_name FROM duckdb_tables() WHERE ${own} ORDER BY schema_name, table_name`,
  );
  const sums: string[] = [];
  for (const row of tables) {
    const name = [text(row.schema_name), text(row.table_name)];
    sums.push(`${name.join('.')} ${await checksum(session, relation([database, ...name]))}`);
  }
  return [...objects.map((row) => text(row.line)), ...sums];
}

/** The number of rows and a checksum of them that does not depend on their order. */
async function checksum(session: Session, table: Sql): Promise<string> {
  const [row] = await queryRows(
    session,
    sql`SELECT concat(count(*), ' rows, ', bit_xor(hash(entry))) AS line FROM ${table} AS entry`,
  );
  return text(row?.line);
}
