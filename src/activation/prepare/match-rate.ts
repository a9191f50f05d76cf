import { joinSql, literal, type RelationName, relation, type Sql, sql } from '../../core/sql.ts';
import type { StructValue } from '../../engine/value.ts';
import { counted, numberOf, readable, share } from '../../modules/words.ts';
import { sentOutcome } from './gate.ts';
import { matchableKeys } from './row-gates.ts';
import type { SendSettings } from './send-settings.ts';

/** How many rows could be matched at best: an upper bound, since only the platform knows whom it knows. */
export interface MatchRate {
  /** Rows that would leave, and those kept back only because they have no key. */
  readonly rows: number;
  readonly matchable: number;
  readonly byKey: readonly { readonly title: string; readonly rows: number }[];
  readonly words: string;
}

/** Counts rows with a valid key, by key and together; `undefined` where the settings know no key. */
export function matchRateSql(settings: SendSettings, outcomes: RelationName): Sql | undefined {
  const keys = matchableKeys(settings);
  if (keys.length === 0) return undefined;
  const any = joinSql(
    keys.map(({ present }) => present),
    ' OR ',
  );
  const each = keys.map(({ present }, index) => sql`count(*) FILTER (WHERE ${present}) AS ${keyName(index)}`);
  return sql`SELECT count(*) AS "rows",
  count(*) FILTER (WHERE ${any}) AS matchable,
  ${joinSql(each, ',\n  ')}
FROM ${relation(outcomes)}
WHERE outcome IN (${literal(sentOutcome)}, 'no-key')`;
}

/** What the row of `matchRateSql` says. */
export function readMatchRate(settings: SendSettings, row: StructValue): MatchRate {
  const rows = numberOf(row.rows);
  const matchable = numberOf(row.matchable);
  const byKey = matchableKeys(settings).map(({ title }, index) => ({ title, rows: numberOf(row[`key_${index + 1}`]) }));
  return { rows, matchable, byKey, words: matchWords(rows, matchable, byKey) };
}

function matchWords(rows: number, matchable: number, byKey: MatchRate['byKey']): string {
  if (rows === 0) return 'No row is left that could match.';
  const reason = `${readable(matchable)} of ${counted(rows, 'row')} ${matchable === 1 ? 'has' : 'have'} a valid key`;
  const each = byKey.map((key) => `${key.title} ${share(key.rows, rows)}`).join(', ');
  return `At most ${share(matchable, rows)} can match: ${reason} (${each}). How many the platform knows is not known before.`;
}

function keyName(index: number): Sql {
  return sql`"key_${literal(index + 1)}"`;
}
