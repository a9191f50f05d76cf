import { literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import { drawSql, hmacSql } from '../../../privacy/keyed-hash.ts';
import { characterMaskSql } from './character-mask.ts';
import { settingError, settingNumber, settingParts, type Treatment, type TreatmentUse } from './treatment.ts';

const text = ['text'] as const;

/** Treatments that leave something that looks like a name, a telephone number or an address. */
export const textTreatments = {
  'random-name': {
    label: 'Random user name (User1234; setting: the word before the number)',
    usual: 'User',
    consistent: true,
    reads: 'draw_key',
    express: (value, use) =>
      sql`${literal(use.setting)} || CAST(CAST(floor(10000 * ${drawSql(`name ${use.column}`, varchar(value))}) AS INTEGER) AS VARCHAR)`,
  },
  'phone-last-four': {
    label: 'Telephone number: last four digits (setting: what stands before them)',
    takes: text,
    usual: 'XXX-XXX-',
    consistent: true,
    express: (value, { setting }) => sql`${literal(setting)} || right(${value}, 4)`,
  },
  'email-first-four': {
    label: 'E-mail address: first four letters (setting: what stands after them)',
    takes: text,
    usual: '****@domain.com',
    consistent: true,
    express: (value, { setting }) => sql`left(${value}, 4) || ${literal(setting)}`,
  },
  mask: {
    label: 'Mask characters by kind (setting: upper;lower;digit;other, a “-” keeps)',
    takes: text,
    usual: 'X;x;n;-',
    consistent: true,
    express: characterMaskSql,
  },
  redact: {
    label: 'Redact (setting: the text that stands for all values)',
    usual: '[redacted]',
    consistent: true,
    express: (value, { setting }) => sql`CASE WHEN ${value} IS NOT NULL THEN ${literal(setting)} END`,
  },
  'first-characters': {
    label: 'Keep the first characters (setting: how many)',
    takes: text,
    usual: '3',
    consistent: true,
    express: (value, use) => sql`left(${value}, ${literal(wholeSetting(use, 1))}) || '…'`,
  },
  'last-part': {
    label: 'Keep the part after the last comma, as the town of an address (setting: the separator)',
    takes: text,
    usual: ',',
    consistent: true,
    express: (value, { setting }) => sql`trim(split_part(${value}, ${literal(setting)}, -1))`,
  },
  group: {
    label: 'Group values, as countries into regions (setting: A=Group; B=Group; *=All others)',
    usual: '*=Other',
    consistent: true,
    express: groupSql,
  },
  'from-list': {
    label: 'Substitute from a list (setting: values between semicolons)',
    usual: 'Alex; Robin; Sam; Kim',
    consistent: true,
    reads: 'draw_key',
    express: (value, use) => {
      const choices = settingParts(use.setting).filter((part) => part !== '');
      if (choices.length < 2) throw settingError(use.column, 'a list of two or more values', use.setting);
      const list = rawSql(`[${choices.map((choice) => literal(choice).text).join(', ')}]`);
      return sql`${list}[1 + CAST(floor(${literal(choices.length)} * ${drawSql(`list ${use.column}`, varchar(value))}) AS INTEGER)]`;
    },
  },
  hash: {
    label: 'Salted hash, SHA-256 (setting: hexadecimal digits kept)',
    usual: '64',
    consistent: true,
    reads: 'draw_key',
    express: (value, use) =>
      sql`left(sha256(draw_key || encode(${varchar(value)})), ${literal(wholeSetting(use, 8, 64))})`,
  },
  pseudonym: {
    label: 'Pseudonym, HMAC-SHA256 (setting: hexadecimal digits kept)',
    usual: '64',
    consistent: true,
    reads: 'pads',
    express: (value, use) => sql`left(${hmacSql(varchar(value))}, ${literal(wholeSetting(use, 8, 64))})`,
  },
  token: {
    label: 'Token with a vault (setting: the word before it)',
    usual: 'tok_',
    consistent: true,
    reads: 'pads',
    express: (value, { column, setting }) =>
      sql`${literal(setting)} || left(${hmacSql(sql`${literal(`${column}:`)} || ${varchar(value)}`)}, 16)`,
  },
} as const satisfies Readonly<Record<string, Treatment>>;

/** A value as text, for hashing and for draws. */
function varchar(value: Sql): Sql {
  return sql`CAST(${value} AS VARCHAR)`;
}

function wholeSetting(use: TreatmentUse, least: number, most = 1000): number {
  const number = settingNumber(use, least);
  if (Number.isInteger(number) && number <= most) return number;
  throw settingError(use.column, `a whole number from ${least} to ${most}`, use.setting);
}

function groupSql(value: Sql, { column, setting }: TreatmentUse): Sql {
  const pairs = settingParts(setting)
    .filter((part) => part !== '')
    .map((part) => {
      const cut = part.lastIndexOf('=');
      if (cut < 1) throw settingError(column, 'a list such as US=America; *=Other', setting);
      return [part.slice(0, cut).trim(), part.slice(cut + 1).trim()] as const;
    });
  const named = pairs.filter(([from]) => from !== '*');
  const rest = pairs.find(([from]) => from === '*')?.[1];
  const cases = named.map(
    ([from, to]) => ` WHEN ${varchar(value).text} = ${literal(from).text} THEN ${literal(to).text}`,
  );
  const all = rest === undefined ? sql`` : sql` WHEN ${value} IS NOT NULL THEN ${literal(rest)}`;
  return sql`CASE${rawSql(cases.join(''))}${all} END`;
}
