import { joinSql, type Sql, sql } from '../core/sql.ts';

/** A query under a name, for a WITH clause. */
export interface CommonTable {
  readonly name: Sql;
  readonly lines: readonly Sql[];
}

/** `SELECT … FROM …` with one output a line. */
export function selectLines(outputs: readonly Sql[], from: Sql): readonly Sql[] {
  const last = outputs.length - 1;
  const list = outputs.map((output, index) => (index < last ? sql`  ${output},` : sql`  ${output}`));
  return [sql`SELECT`, ...list, sql`FROM ${from}`];
}

/** The lines of a query with the common tables it needs in front. */
export function queryLines(tables: readonly CommonTable[], lines: readonly Sql[]): readonly Sql[] {
  if (tables.length === 0) return lines;
  const parts = tables.map(({ name, lines: inner }) => sql`${name} AS (\n  ${joinSql(inner, '\n  ')}\n)`);
  return [sql`WITH ${joinSql(parts, ',\n')}`, ...lines];
}
