import { identifier, joinSql, literal, rawSql, relation, type Sql, sql } from '../core/sql.ts';
import { carriedType } from '../engine/carried-type.ts';
import { scratchDatabase } from '../engine/engine.ts';
import type { ColumnInfo } from '../engine/types.ts';

/** A result as a table of the scratch database: row i has `rowid` i, column i is called `c<i>`. */
export interface StoredResult {
  readonly table: string;
  /** The quoted, qualified name, to stand in FROM. */
  readonly relation: Sql;
  /** The result's columns under their display names, which may repeat; in SQL use `storedColumn`. */
  readonly columns: readonly ColumnInfo[];
}

/** The name of a column in the stored table. */
export function storedName(index: number): string {
  return `c${index}`;
}

/** A column of the stored table, quoted. */
export function storedColumn(index: number): Sql {
  return identifier(storedName(index));
}

/** The type a column has in the stored table. */
export function storedType(column: ColumnInfo): string {
  return column.type.kind === 'null' ? 'INTEGER' : carriedType(column.sqlType);
}

/** Names the stored table of a result; makes nothing. */
export function storedResult(table: string, columns: readonly ColumnInfo[]): StoredResult {
  return { table, relation: relation([scratchDatabase, 'main', table]), columns };
}

/** Makes the empty table. */
export function createStoredSql({ relation, columns }: StoredResult): Sql {
  const definitions = columns.map((column, index) => sql`${storedColumn(index)} ${rawSql(storedType(column))}`);
  return sql`CREATE TABLE ${relation} (\n  ${joinSql(definitions, ',\n  ')}\n)`;
}

/** Drops the table, if it was ever made. */
export function dropStoredSql({ relation }: StoredResult): Sql {
  return sql`DROP TABLE IF EXISTS ${relation}`;
}

/** Some columns, in the order given, of the rows `start` up to but without `end`; a scan keeps the order of rows. */
export function storedRowsSql(stored: StoredResult, columns: readonly number[], start: number, end: number): Sql {
  return sql`SELECT ${joinSql(columns.map(storedColumn), ', ')}
FROM ${stored.relation}
WHERE rowid >= ${literal(start)}
  AND rowid < ${literal(end)}`;
}

/** How many rows the table has. */
export function storedCountSql({ relation }: StoredResult): Sql {
  return sql`SELECT count(*) FROM ${relation}`;
}
