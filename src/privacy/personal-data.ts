import { joinSql, literal, type Sql, sql } from '../core/sql.ts';
import { dniSql, ibanSql, luhnSql, nirSql, peselSql } from './check-digits.ts';

/** One kind of personal data that values give away by their form. */
export interface PersonalKind {
  readonly id: string;
  readonly label: string;
  /** Whether a whole text, spaces around it apart, is of this kind; never NULL for a text. */
  matches(text: Sql): Sql;
  /** Whether a longer text holds one; absent where that cannot be told. */
  within?(text: Sql): Sql;
}

const full = (text: Sql, pattern: string) => sql`regexp_full_match(${text}, ${literal(pattern)})`;
const part = (text: Sql, pattern: string) => sql`regexp_matches(${text}, ${literal(pattern)})`;
/** Checks what costs more only where the form fits. */
const checked = (form: Sql, check: Sql) => sql`CASE WHEN ${form} THEN ${check} ELSE false END`;
const bare = (text: Sql) => sql`upper(translate(${text}, ' -.', ''))`;

const email = '[A-Za-z0-9._%+\\-]+@[A-Za-z0-9\\-]+(\\.[A-Za-z0-9\\-]+)*\\.[A-Za-z]{2,}';
const byte = '(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])';
const street =
  '(?i)(\\b(street|st|avenue|ave|road|rd|drive|lane|boulevard|blvd|court|square)\\b|(straße|strasse|str\\.)|\\b(rue|via|calle|avenida|plaza|piazza|rua)\\s)';

/** What can be recognised, the surest first: a text counts as the first kind that it is of. */
export const personalKinds: readonly PersonalKind[] = [
  {
    id: 'email',
    label: 'E-mail address',
    matches: (text) => full(text, email),
    within: (text) => part(text, email),
  },
  {
    id: 'iban',
    label: 'Bank account (IBAN)',
    matches: (text) => checked(full(bare(text), '[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}'), ibanSql(bare(text))),
  },
  {
    id: 'ip',
    label: 'IP address',
    matches: (text) =>
      sql`(${full(text, `${byte}(\\.${byte}){3}`)} OR ${full(text, '([0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}')} OR (${full(
        text,
        '[0-9A-Fa-f:]{3,39}',
      )} AND ${part(text, '^[0-9A-Fa-f:]*::[0-9A-Fa-f:]*$')}))`,
  },
  {
    id: 'coordinates',
    label: 'Place as coordinates',
    matches: (text) => full(text, '-?[0-8]?[0-9]\\.[0-9]{3,}\\s*[,;]\\s*-?1?[0-9]{1,2}\\.[0-9]{3,}'),
  },
  {
    id: 'us-ssn',
    label: 'Social security number (United States)',
    matches: (text) =>
      sql`(${full(text, '[0-8][0-9]{2}-[0-9]{2}-[0-9]{4}')} AND NOT ${part(text, '^(000|666)|-00-|-0000$')})`,
    within: (text) => part(text, '\\b[0-8][0-9]{2}-[0-9]{2}-[0-9]{4}\\b'),
  },
  {
    id: 'es-dni',
    label: 'Identity number (Spain)',
    matches: (text) => checked(full(bare(text), '[0-9XYZ][0-9]{7}[A-Z]'), dniSql(bare(text))),
  },
  {
    id: 'fr-nir',
    label: 'Social security number (France)',
    matches: (text) => checked(full(bare(text), '[12][0-9]{14}'), nirSql(bare(text))),
  },
  {
    id: 'card',
    label: 'Payment card',
    matches: (text) => checked(full(bare(text), '[2-6][0-9]{12,18}'), luhnSql(bare(text))),
  },
  {
    id: 'pl-pesel',
    label: 'Identity number (Poland)',
    matches: (text) => checked(full(text, '[0-9]{2}([02468][1-9]|[13579][0-2])[0-3][0-9]{6}'), peselSql(text)),
  },
  {
    id: 'phone',
    label: 'Telephone number',
    matches: (text) =>
      sql`(${full(text, '(\\+|00)?[0-9(][0-9 ()./\\-]{5,18}[0-9]')} AND ${part(text, '^\\+|^00[1-9][0-9 ]{8}|[0-9)][ ()./\\-]+[0-9(]')} AND NOT ${part(
        text,
        '^[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|^[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}$|^[0-9]+\\.[0-9]+$|^[0-9]{3}-[0-9]{2}-[0-9]{4}$',
      )} AND length(regexp_replace(${text}, '[^0-9]', '', 'g')) BETWEEN 7 AND 15)`,
    within: (text) => part(text, '(\\+[0-9]{1,3}[ ./\\-]?|\\b)[0-9(]{3,5}\\)?[ ./\\-][0-9]{3,4}[ ./\\-][0-9]{3,4}\\b'),
  },
  {
    id: 'address',
    label: 'Postal address',
    matches: (text) => sql`(${part(text, '[0-9]')} AND length(${text}) BETWEEN 8 AND 200 AND ${part(text, street)})`,
  },
];

/**
 * False only for texts that are of no kind: all of them have an at sign, a colon, or a digit among at least seven characters.
 * It costs a fraction of asking for each kind.
 */
export function mayBePersonalSql(text: Sql): Sql {
  return sql`(contains(${text}, '@') OR contains(${text}, ':') OR (strlen(${text}) >= 7 AND regexp_matches(${text}, '[0-9]')))`;
}

/** The kind of a text as its id; NULL for none. The text must be trimmed. */
export function personalKindSql(text: Sql): Sql {
  const cases = personalKinds.map(({ id, matches }) => sql`\n    WHEN ${matches(text)} THEN ${literal(id)}`);
  return sql`CASE${joinSql(cases, '')}\n  END`;
}
