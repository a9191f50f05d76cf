import { joinSql, literal, type Sql, sql } from '../../../../core/sql.ts';
import { asBinary, asDouble, asText } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { blob, boolean, familyOf, type Typed, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { decodeSearch } from '../conditions/decode.ts';
import { fromHex } from '../conversion/from-hex.ts';
import { scalar } from '../scalar-entry.ts';
import { ofTexts, textAt } from './arguments.ts';

/** The charset of `encode` and `decode`, upper-cased, where it is written as text. */
const isUtf8 = (call: FunctionCall): boolean => /^utf-?8$/i.test(String(call.constant(1)));

function encode(call: FunctionCall): Typed {
  if (isUtf8(call)) return typed(sql`encode(${textAt(call, 0)})`, blob);
  return typed(sql`unhex(sh_encode(${textAt(call, 0)}, ${textAt(call, 1)}))`, blob);
}

/** Bytes as text of a charset; with more arguments it chooses among values. */
function decode(call: FunctionCall): Typed {
  if (call.count > 2) return decodeSearch(call);
  const bytes = asBinary(call.argument(0));
  return typed(sql`sh_decode(${bytes}, ${textAt(call, 1)})`, varchar);
}

/** Bytes of base 64 text: what is no letter of it is skipped, padding may lack. */
function fromBase64(text: Sql): Sql {
  return once(
    sql`regexp_replace(${text}, '[^A-Za-z0-9+/]', '', 'g')`,
    (letters) => sql`from_base64(rpad(${letters}, CAST((length(${letters}) + 3) // 4 * 4 AS INTEGER), '='))`,
  );
}

/** NULL for what is no base 64 text. */
function fromSureBase64(text: Sql): Sql {
  const shape = sql`'\\s*(?:(?:[A-Za-z0-9+/]\\s*){4})*(?:(?:[A-Za-z0-9+/]\\s*){2,3}(?:=\\s*){0,2})?'`;
  return once(text, (t) => sql`CASE WHEN regexp_full_match(${t}, ${shape}) THEN ${fromBase64(t)} END`);
}

function toBinary(call: FunctionCall): Typed {
  const format = call.count === 1 ? 'hex' : String(call.constant(1)).toLowerCase();
  const text = textAt(call, 0);
  switch (format) {
    case 'hex':
      return typed(fromHex(text), blob);
    case 'base64':
      return typed(call.name === 'try_to_binary' ? fromSureBase64(text) : fromBase64(text), blob);
    case 'utf-8':
    case 'utf8':
      return typed(sql`encode(${text})`, blob);
    default:
      return call.fail('The format must be written as hex, utf-8 or base64.', undefined, 1);
  }
}

/** The Luhn sum of digits from the right: every second one doubled, its digits added. */
function luhn(text: Sql): Sql {
  const doubled = sql`(CAST(digit AS INTEGER) * 2) // 10 + (CAST(digit AS INTEGER) * 2) % 10`;
  return once(
    text,
    (t) => sql`CASE
  WHEN regexp_full_match(${t}, '[0-9]+')
  THEN list_sum(list_transform(string_split(reverse(${t}), ''), lambda digit, place: CASE WHEN place % 2 = 0 THEN ${doubled} ELSE CAST(digit AS INTEGER) END)) % 10 = 0
  WHEN ${t} IS NOT NULL THEN FALSE
END`,
  );
}

/** With commas between thousands. Doubles are rounded by their exact value, as Java does; decimals by their digits. */
function formatNumber(call: FunctionCall): Sql {
  const places = call.constant(1);
  const number = call.argument(0);
  if (typeof places === 'number' && places < 0) return sql`CAST(NULL AS VARCHAR)`;
  return typeof places === 'number' && ['fractional', 'text'].includes(familyOf(number.type))
    ? sql`format(${literal(`{:,.${places}f}`)}, ${asDouble(number)})`
    : sql`sh_format_number(${asText(number)}, ${asText(call.argument(1))})`;
}

/** Doubles go as they are, all other values as text. */
function formatString(call: FunctionCall): Sql {
  const values = call
    .arguments()
    .map((value) => (familyOf(value.type) === 'fractional' ? asDouble(value) : asText(value)));
  return sql`sh_format_string(${joinSql(values, ', ')})`;
}

/** What replaces a kind of character; our own function takes empty text for what NULL is to Spark: leave it. */
function maskAt(call: FunctionCall, index: number, usual: Sql): Sql {
  if (call.count <= index) return usual;
  const constant = call.constant(index);
  if (constant === null) return sql`''`;
  return typeof constant === 'string' ? textAt(call, index) : sql`coalesce(${textAt(call, index)}, '')`;
}

/** Text in other forms: encodings, addresses, formats and masks. */
export const codeFunctions: readonly FunctionEntry[] = [
  scalar('base64(value)', 'The bytes as base 64 text.', (call) =>
    typed(sql`to_base64(${asBinary(call.argument(0))})`, varchar),
  ),
  scalar(
    'decode(bytes, charset[, result, …])',
    'Bytes as text of a charset; decode(value, search, result, …[, otherwise]) chooses among values.',
    decode,
  ),
  scalar(
    'encode(text, charset)',
    'The text as bytes of a charset: UTF-8, UTF-16, UTF-16BE, UTF-16LE, ISO-8859-1 or US-ASCII.',
    encode,
  ),
  scalar(
    'format_number(number, places)',
    'The number with commas between thousands and so many places, or by a pattern such as ###,##0.00.',
    (call) => typed(formatNumber(call), varchar),
  ),
  scalar(
    'format_string(format[, value, …])',
    'The values in a printf format: %s, %d, %5.2f, %05d, %x.',
    (call) => typed(formatString(call), varchar),
    ['printf'],
  ),
  scalar('luhn_check(text)', 'Whether the digits pass the Luhn check, as numbers of cards do.', (call) =>
    typed(luhn(textAt(call, 0)), boolean),
  ),
  scalar(
    'mask(text[, upper, lower, digit, other])',
    'The text with its letters and digits replaced by X, x and n, or by those given; NULL leaves them.',
    (call) => {
      const [upper, lower] = [maskAt(call, 1, sql`'X'`), maskAt(call, 2, sql`'x'`)];
      const [digit, other] = [maskAt(call, 3, sql`'n'`), maskAt(call, 4, sql`''`)];
      return typed(sql`sh_mask(${textAt(call, 0)}, ${upper}, ${lower}, ${digit}, ${other})`, varchar);
    },
  ),
  ofTexts(
    'parse_url(address, part[, key])',
    'A part of a web address: HOST, PATH, QUERY, REF, PROTOCOL, FILE, AUTHORITY or USERINFO; of the query the value of a key.',
    'sh_parse_url',
  ),
  scalar(
    'to_binary(text[, format])',
    'The bytes behind hexadecimal digits, or text of the format utf-8 or base64.',
    toBinary,
    ['try_to_binary'],
  ),
  scalar('unbase64(text)', 'The bytes behind base 64 text.', (call) => typed(fromBase64(textAt(call, 0)), blob)),
  ofTexts('url_decode(text)', 'The text behind an encoded one of a web address.', 'sh_url_decode'),
  ofTexts('url_encode(text)', 'The text as it stands in a form’s web address: blanks as +.', 'sh_url_encode'),
];
