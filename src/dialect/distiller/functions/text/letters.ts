import { type Sql, sql } from '../../../../core/sql.ts';
import { asBigint, asBinary } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { boolean, integer, type Typed, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry, ScalarEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { countAt, isBinary, ofTexts, textAt } from './arguments.ts';

/** `trim` and its kin: of blanks it takes U+0020 alone, where the engine would take others too; `charactersFirst` as in `ltrim(characters, text)`. */
function trimming(signature: string, summary: string, native: Sql, charactersFirst: boolean): ScalarEntry {
  return scalar(signature, summary, (call) => {
    if (call.count === 1) return typed(sql`${native}(${textAt(call, 0)}, ' ')`, varchar);
    const [text, characters] = charactersFirst ? [1, 0] : [0, 1];
    return typed(sql`${native}(${textAt(call, text)}, ${textAt(call, characters)})`, varchar);
  });
}

function lengthOf(call: FunctionCall): Sql {
  const value = call.argument(0);
  return isBinary(value) ? sql`octet_length(${value.sql})` : sql`length(${textAt(call, 0)})`;
}

/** The engine changes letter by letter; ours, for what is not ASCII, also makes `SS` of `ß`, as Java does. */
function cased(call: FunctionCall, native: Sql, full: Sql): Typed {
  const text = textAt(call, 0);
  if (isAsciiLiteral.test(text.text)) return typed(sql`${native}(${text})`, varchar);
  const changed = once(
    text,
    (all) => sql`CASE WHEN strlen(${all}) = length(${all}) THEN ${native}(${all}) ELSE ${full}(${all}) END`,
  );
  return typed(changed, varchar);
}

const isAsciiLiteral = /^'[ -&(-~]*'$/;

/** Letters and characters: case, length, trimming and padding. */
export const letterFunctions: readonly FunctionEntry[] = [
  ofTexts('ascii(text)', 'The code point of the first character; 0 for empty text.', 'ascii', integer),
  scalar('bit_length(value)', 'The length in bits.', (call) =>
    typed(sql`CAST(octet_length(${asBinary(call.argument(0))}) * 8 AS INTEGER)`, integer),
  ),
  trimming(
    'btrim(text[, characters])',
    'The text without these characters, or blanks, at both ends.',
    sql`trim`,
    false,
  ),
  scalar(
    'char(code)',
    'The character of a code, counted modulo 256; empty below 0.',
    (call) =>
      typed(
        once(
          asBigint(call.argument(0)),
          (code) => sql`CASE WHEN ${code} < 0 THEN '' ELSE chr(CAST(${code} & 255 AS INTEGER)) END`,
        ),
        varchar,
      ),
    ['chr'],
  ),
  ofTexts('contains(text, part)', 'Whether the part occurs in the text.', 'contains', boolean),
  ofTexts('endswith(text, ending)', 'Whether the text ends so.', 'ends_with', boolean),
  ofTexts(
    'initcap(text)',
    'Each word with a capital first letter and small ones behind; words stand between blanks.',
    'sh_initcap',
  ),
  scalar('left(text, count)', 'So many characters from the left.', (call) =>
    typed(sql`left(${textAt(call, 0)}, ${countAt(call, 1)})`, varchar),
  ),
  scalar(
    'length(value)',
    'The number of characters of a text, or of bytes of a binary value.',
    (call) => typed(sql`CAST(${lengthOf(call)} AS INTEGER)`, integer),
    ['char_length', 'character_length', 'len'],
  ),
  scalar('lower(text)', 'The text in small letters.', (call) => cased(call, sql`lower`, sql`sh_lower`), ['lcase']),
  trimming(
    'ltrim([characters, ]text)',
    'The text without these characters, or blanks, at its beginning.',
    sql`ltrim`,
    true,
  ),
  scalar('octet_length(value)', 'The length in bytes.', (call) =>
    typed(sql`CAST(octet_length(${asBinary(call.argument(0))}) AS INTEGER)`, integer),
  ),
  scalar('right(text, count)', 'So many characters from the right.', (call) =>
    typed(sql`right(${textAt(call, 0)}, ${countAt(call, 1)})`, varchar),
  ),
  trimming('rtrim([characters, ]text)', 'The text without these characters, or blanks, at its end.', sql`rtrim`, true),
  ofTexts('soundex(text)', 'The Soundex code: texts that sound alike in English share it.', 'sh_soundex'),
  ofTexts('startswith(text, beginning)', 'Whether the text begins so.', 'starts_with', boolean),
  trimming('trim([characters, ]text)', 'The text without these characters, or blanks, at both ends.', sql`trim`, true),
  scalar('upper(text)', 'The text in capital letters.', (call) => cased(call, sql`upper`, sql`sh_upper`), ['ucase']),
];
