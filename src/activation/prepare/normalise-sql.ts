import { joinSql, literal, type Sql, sql } from '../../core/sql.ts';
import { phoneSql } from './phone-sql.ts';
import type { Normalise } from './treatment.ts';

/** Spaces of every script and the marks of no width that come with copied text. */
const blanks = '[\\s\\p{Z}\\x{200B}-\\x{200D}\\x{2060}\\x{FEFF}]';

/** One @, something before it, and a domain with a dot whose last part has letters; quoted local parts are not taken. */
const emailPattern =
  '[^\\s@<>(),;:"\\\\\\[\\]]+@([^\\s@.<>(),;:"\\[\\]_/]+\\.)+[\\p{L}][^\\s@.<>(),;:"\\[\\]_/0-9]*[\\p{L}]';

const devicePattern = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * A value in its normal form, as text, or NULL for one that has none. `as-is` keeps the column's own type. `country` is the
 * ISO country of phone numbers without one; empty for none.
 */
export function normaliseSql(value: Sql, normalise: Normalise, country: string): Sql {
  const text = trimmedSql(value);
  switch (normalise.kind) {
    case 'as-is':
      return value;
    case 'trim':
      return text;
    case 'lower':
      return sql`lower(${text})`;
    case 'email':
      return emailSql(value, normalise.canonicalAt);
    case 'phone':
      return phoneSql(text, country, normalise.plus);
    case 'name':
      return nameSql(text, normalise.punctuation === 'drop');
    case 'postcode':
      return normalise.compact ? compactPostcodeSql(text) : text;
    case 'country':
      return matchingSql(normalise.letters === 'upper' ? sql`upper(${text})` : sql`lower(${text})`, '[A-Za-z]{2}');
    case 'date':
      return sql`strftime(TRY_CAST(${value} AS DATE), ${literal(dateFormats[normalise.format])})`;
    case 'device-id': {
      const known = matchingSql(sql`lower(${text})`, devicePattern);
      const real = sql`nullif(${known}, '00000000-0000-0000-0000-000000000000')`;
      return normalise.letters === 'upper' ? sql`upper(${real})` : real;
    }
    case 'digest':
      return matchingSql(sql`lower(${text})`, '[0-9a-f]{64}');
    case 'constant':
      return literal(normalise.value);
  }
}

/** A value as text without blanks around it; NULL where nothing is left. */
export function trimmedSql(value: Sql): Sql {
  return sql`nullif(regexp_replace(CAST(${value} AS VARCHAR), ${literal(`^${blanks}+|${blanks}+$`)}, '', 'g'), '')`;
}

function matchingSql(value: Sql, pattern: string): Sql {
  return sql`CASE WHEN regexp_full_match(${value}, ${literal(pattern)}) THEN ${value} END`;
}

function emailSql(value: Sql, canonicalAt: readonly string[]): Sql {
  const bare = sql`lower(regexp_replace(CAST(${value} AS VARCHAR), ${literal(`${blanks}+`)}, '', 'g'))`;
  const address = matchingSql(bare, emailPattern);
  if (canonicalAt.length === 0) return address;
  const local = sql`replace(regexp_replace(split_part(${bare}, '@', 1), '\\+.*$', ''), '.', '')`;
  const domains = joinSql(
    canonicalAt.map((domain) => literal(domain.toLowerCase())),
    ', ',
  );
  return sql`CASE
      WHEN NOT coalesce(regexp_full_match(${bare}, ${literal(emailPattern)}), false) THEN NULL
      WHEN split_part(${bare}, '@', 2) NOT IN (${domains}) THEN ${bare}
      WHEN ${local} = '' THEN NULL
      ELSE ${local} || '@' || split_part(${bare}, '@', 2)
    END`;
}

function nameSql(text: Sql, lettersOnly: boolean): Sql {
  const spaced = sql`regexp_replace(lower(${text}), ${literal(`${blanks}+`)}, ' ', 'g')`;
  return lettersOnly ? sql`nullif(regexp_replace(${spaced}, '[^\\p{L}\\p{M}\\p{N}]', '', 'g'), '')` : spaced;
}

/** Of the United States only the first five digits count. */
function compactPostcodeSql(text: Sql): Sql {
  const joined = sql`regexp_replace(lower(${text}), ${literal(`${blanks}|-`)}, '', 'g')`;
  return sql`CASE
      WHEN regexp_full_match(${text}, '[0-9]{5}-[0-9]{4}') THEN substr(${text}, 1, 5)
      ELSE nullif(${joined}, '')
    END`;
}

const dateFormats = {
  'YYYY-MM-DD': '%Y-%m-%d',
  YYYYMMDD: '%Y%m%d',
  'MM/DD/YYYY': '%m/%d/%Y',
  'DD.MM.YYYY': '%d.%m.%Y',
  YYYY: '%Y',
  MM: '%m',
  DD: '%d',
} as const;
