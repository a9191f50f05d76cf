import { joinSql, literal, relation, type Sql, sql } from '../core/sql.ts';
import type { ColumnDefinition, QualifiedName } from '../dialect/distiller/syntax/statement.ts';
import { nameSql } from '../dialect/distiller/translate/operand.ts';
import { relationName } from './relation-name.ts';

/** The statements that keep the comments of column definitions. */
export function commentStatements(table: QualifiedName, columns: readonly ColumnDefinition[]): readonly Sql[] {
  return columns.flatMap(({ name, comment }) => {
    if (comment === undefined) return [];
    const column = joinSql([relation(relationName(table)), nameSql(name.text)], '.');
    return [sql`COMMENT ON COLUMN ${column} IS ${literal(comment)}`];
  });
}
