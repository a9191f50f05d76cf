import { joinSql, rawSql, type Sql, sql } from '../core/sql.ts';

/** A condition that the user wrote, as one operand; a comment at its end cannot reach further. */
export function conditionSql(condition: string): Sql {
  return condition.includes('--') ? sql`(${rawSql(condition)}\n)` : sql`(${rawSql(condition)})`;
}

/** The same as a list of operands: none for the empty condition, which keeps all rows. */
export function givenConditions(condition: string): readonly Sql[] {
  return condition === '' ? [] : [conditionSql(condition)];
}

/** `WHERE … AND …` on lines of its own, `indent` deep; nothing without conditions. */
export function whereSql(conditions: readonly Sql[], indent = ''): Sql {
  if (conditions.length === 0) return sql``;
  return sql`${rawSql(`\n${indent}`)}WHERE ${joinSql(conditions, `\n${indent}  AND `)}`;
}
