import { literal, type Sql, sql } from '../../core/sql.ts';
import { shortestInTexts } from './value-finder.ts';

/** More identities than this are not looked for inside of texts: the pattern would take too long. */
const mostIdentities = 1000;

/**
 * Whether a text mentions an identity, case ignored, as a word of its own: a condition that is never NULL. `undefined`
 * where identities are too many or all too short for that.
 */
export function mentionSql(identities: readonly string[]): ((text: Sql) => Sql) | undefined {
  const long = identities.filter(({ length }) => length >= shortestInTexts);
  if (long.length === 0 || identities.length > mostIdentities) return undefined;
  const pattern = `(?i)(^|[^\\pL\\pN_])(${long.map(escaped).join('|')})($|[^\\pL\\pN_])`;
  return (text) => sql`coalesce(regexp_matches(${text}, ${literal(pattern)}), false)`;
}

/** Every ASCII character that might mean something in a pattern, with a backslash. */
function escaped(value: string): string {
  return value.replaceAll(/[!-/:-@[-`{-~]/g, (character) => `\\${character}`);
}
