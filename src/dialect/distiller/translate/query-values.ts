import { joinSql, literal, sql } from '../../../core/sql.ts';
import type { Values } from '../syntax/query.ts';
import type { Context, TranslatedQuery } from './context.ts';
import { nameSql } from './operand.ts';
import type { Scope } from './scope.ts';
import { unify } from './unify.ts';

/** Rows written out; columns are called col1, col2, … */
export function translateValues({ rows }: Values, outer: Scope, context: Context): TranslatedQuery {
  const values = rows.map((row) => row.map((value) => context.expression(value, outer)));
  const width = values[0]?.length ?? 0;
  const unified = Array.from({ length: width }, (_, column) => unify(values.flatMap((row) => row[column] ?? [])));
  const columns = unified.map(({ type }, index) => ({ name: `col${index + 1}`, type }));
  const lines = values.map(
    (_, row) =>
      sql`(${joinSql(
        unified.map((column) => column.values[row]?.sql ?? literal(null)),
        ', ',
      )})`,
  );
  const names = joinSql(
    columns.map(({ name }) => nameSql(name)),
    ', ',
  );
  return {
    sql: sql`SELECT *\nFROM (VALUES ${joinSql(lines, ', ')}) AS ${nameSql(context.freshName('rows'))}(${names})`,
    columns,
  };
}
