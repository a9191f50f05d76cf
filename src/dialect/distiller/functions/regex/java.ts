import { type Sql, sql } from '../../../../core/sql.ts';

const beyondEngine = /\(\?(?:[=!]|<[=!A-Za-z])|\\[1-9]|\\k</;

/** Whether a pattern that is written out looks around, matches a group again or names one, which the engine's cannot. */
export function needsJava(pattern: unknown): pattern is string {
  return typeof pattern === 'string' && beyondEngine.test(pattern.replaceAll('\\\\', ''));
}

/** Whether a text holds a match. */
export function matchesSql(value: Sql, pattern: Sql, constant: unknown): Sql {
  return needsJava(constant) ? sql`sh_regexp_matches(${value}, ${pattern})` : sql`regexp_matches(${value}, ${pattern})`;
}

/** What a group matches each time, as a list. */
export function allMatchesSql(value: Sql, pattern: Sql, group: Sql, constant: unknown): Sql {
  return needsJava(constant)
    ? sql`CAST(sh_regexp_extract_all(${value}, ${pattern}, ${group}) AS VARCHAR[])`
    : sql`regexp_extract_all(${value}, ${pattern}, ${group})`;
}
