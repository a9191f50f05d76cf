import { identifier, joinSql, rawSql, sql } from '../core/sql.ts';
import { carriedType } from '../engine/carried-type.ts';

/** One column of a statement as `DESCRIBE` tells it. */
export interface DescribedColumn {
  readonly name: string;
  readonly sqlType: string;
}

/** Whether a statement is a query that `DESCRIBE` understands and that may stand in a FROM clause. */
export function isPlainQuery(statement: string): boolean {
  return /^\s*(?:(?:--[^\n]*\n|\/\*[\s\S]*?\*\/)\s*)*(?:select|from|with|values|\()/i.test(statement);
}

/**
 * The statement with columns cast to text where the engine's streamed results cannot carry the type: ENUM loses its
 * values, BIT, UHUGEINT and TIME WITH TIME ZONE their meaning. Other statements come back unchanged.
 */
export function presentable(statement: string, columns: readonly DescribedColumn[]): string {
  const casts = columns.map((column) => carriedType(column.sqlType));
  if (casts.every((cast, index) => cast === columns[index]?.sqlType)) return statement;
  const aliases = columns.map((_, index) => identifier(`c${index}`));
  const outputs = columns.map((column, index) => {
    const alias = aliases[index] ?? rawSql('');
    const cast = casts[index] ?? '';
    const value = cast === column.sqlType ? alias : sql`CAST(${alias} AS ${rawSql(cast)})`;
    return sql`${value} AS ${identifier(column.name)}`;
  });
  const inner = rawSql(statement.replace(/[\s;]+$/, ''));
  return sql`SELECT ${joinSql(outputs, ', ')} FROM (${inner}
) AS result(${joinSql(aliases, ', ')})`.text;
}
