import { literal, type Sql, sql } from '../../../../core/sql.ts';

/** A replacement of Java's, `$1` and `\$`, as RE2 writes it: `\1` and `$`. */
export function javaReplacement(text: string): string {
  return text.replace(/\\([\s\S])|\$(\d)|\$\{(\d)\}/g, (_, escaped?: string, digit?: string, braced?: string) => {
    if (escaped !== undefined) return escaped === '\\' ? '\\\\' : escaped;
    return `\\${digit ?? braced ?? ''}`;
  });
}

/** The same for a replacement that only the rows know; escapes in it are kept as they are. */
export function replacementSql(value: Sql, constant: unknown): Sql {
  return typeof constant === 'string'
    ? literal(javaReplacement(constant))
    : sql`regexp_replace(${value}, '\\$(\\d)', '\\\\\\1', 'g')`;
}
