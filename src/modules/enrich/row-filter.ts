import { joinSql, rawSql, type Sql, sql } from '../../core/sql.ts';

/** A user's condition as one operand of AND; a comment at its end cannot reach further. */
export function conditionSql(condition: string): readonly Sql[] {
  return condition === '' ? [] : [sql`(${rawSql(condition)}\n  )`];
}

/** `WHERE … AND …` on lines of its own, `indent` deep; nothing without conditions. */
export function whereSql(conditions: readonly Sql[], indent = ''): Sql {
  if (conditions.length === 0) return sql``;
  return sql`${rawSql(`\n${indent}`)}WHERE ${joinSql(conditions, `\n${indent}  AND `)}`;
}
