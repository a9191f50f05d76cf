import { identifier, joinSql, literal, rawSql, type Sql, sql } from '../core/sql.ts';

/** A column of a list that a statement shows. */
export interface ListedColumn {
  readonly name: string;
  readonly type?: 'VARCHAR' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN' | 'TIMESTAMP';
}

export type ListedRow = readonly (string | number | boolean | Date | null)[];

/** Beside a listing that is only shown. */
export const listedWords = 'Stillhouse gathers what is listed and gives it as rows, as of now.';

/** Rows as a query, in the order given; with no rows it still has its columns. */
export function listingSql(columns: readonly (ListedColumn | string)[], rows: readonly ListedRow[]): Sql {
  const names = columns.map((_, index) => identifier(`c${index}`));
  const items = columns.map((column, index) => {
    const { name, type = 'VARCHAR' }: ListedColumn = typeof column === 'string' ? { name: column } : column;
    return sql`CAST(${names[index] ?? sql`NULL`} AS ${rawSql(type)}) AS ${identifier(name)}`;
  });
  const blank = rows.length === 0 ? [columns.map(() => null)] : rows;
  const values = blank.map((row) => sql`(${joinSql(row.map(cellSql), ', ')})`);
  const none = rows.length === 0 ? sql`\nWHERE FALSE` : sql``;
  return sql`SELECT ${joinSql(items, ',\n  ')}
FROM (VALUES
  ${joinSql(values, ',\n  ')}
) AS listing(${joinSql(names, ', ')})${none}`;
}

function cellSql(value: ListedRow[number]): Sql {
  return value instanceof Date ? literal(value.toISOString().replace('T', ' ').replace('Z', '')) : literal(value);
}

/** Whether a name fits a pattern of SHOW … LIKE: `*` and `%` stand for any text, `|` divides patterns; case is ignored. */
export function fitsPattern(name: string, pattern: string | undefined): boolean {
  if (pattern === undefined) return true;
  const source = pattern
    .split('|')
    .map((one) =>
      one
        .trim()
        .replace(/[.+?^${}()[\]\\]/g, '\\$&')
        .replace(/[*%]/g, '.*'),
    )
    .join('|');
  return new RegExp(`^(?:${source})$`, 'isu').test(name);
}
