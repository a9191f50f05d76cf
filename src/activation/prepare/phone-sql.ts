import { literal, type Sql, sql } from '../../core/sql.ts';
import { numberingPlan } from './calling-codes.ts';

/** Code and number together, without the plus sign: E.164 allows 15 digits; fewer than 8 are no subscriber's. */
const internationalPattern = '[1-9][0-9]{7,14}';

/**
 * A phone number with its country code, or NULL where it has none and no country is given, where its length cannot be or
 * where letters are in it. Extensions are cut off. National numbers lose the digit that is dialled only at home.
 */
export function phoneSql(text: Sql, country: string, plus: boolean): Sql {
  const dialled = sql`CASE
        WHEN regexp_matches(${text}, '[xX#]') THEN regexp_replace(lower(${text}), '(ext\\.?|extension|x|#|;ext=)\\s*[0-9]+$', '')
        ELSE lower(${text})
      END`;
  const written = sql`regexp_replace(${dialled}, '^(tel:|\\s)+|\\(0\\)|[\\s\\p{Z}().\\-/\\x{2010}-\\x{2015}]', '', 'g')`;
  const digits = sql`CASE
        WHEN NOT regexp_full_match(${written}, '\\+?[0-9]+') THEN NULL
        WHEN ${written} LIKE '+%' THEN substr(${written}, 2)
        WHEN ${written} LIKE '00%' THEN substr(${written}, 3)
        ELSE ${nationalSql(written, country)}
      END`;
  const known = sql`CASE WHEN regexp_full_match(${digits}, ${literal(internationalPattern)}) THEN ${digits} END`;
  return plus ? sql`'+' || ${known}` : known;
}

function nationalSql(written: Sql, country: string): Sql {
  const plan = numberingPlan(country);
  if (plan === undefined) return sql`NULL`;
  const { code, trunk } = plan;
  if (code === trunk) {
    return sql`CASE
          WHEN length(${written}) = 11 AND ${written} LIKE '1%' THEN ${written}
          WHEN length(${written}) = 10 THEN '1' || ${written}
        END`;
  }
  const home = trunk === '' ? written : sql`regexp_replace(${written}, ${literal(`^${trunk}`)}, '')`;
  return sql`${literal(code)} || ${home}`;
}
