import { type Sql, sql } from '../../../../core/sql.ts';
import { asBigint, asBinary } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { boolean, integer, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry, ScalarEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { countAt, isBinary, ofTexts, textAt } from './arguments.ts';

/** `trim` and its kin; `charactersFirst` as in `ltrim(characters, text)`. */
function trimming(signature: string, summary: string, native: Sql, charactersFirst: boolean): ScalarEntry {
  return scalar(signature, summary, (call) => {
    if (call.count === 1) return typed(sql`${native}(${textAt(call, 0)})`, varchar);
    const [text, characters] = charactersFirst ? [1, 0] : [0, 1];
    return typed(sql`${native}(${textAt(call, text)}, ${textAt(call, characters)})`, varchar);
  });
}

/** Text filled up to a length, or cut to it; without anything to fill with it is only cut. */
function padded(call: FunctionCall, native: Sql): Sql {
  const [text, length] = [textAt(call, 0), countAt(call, 1)];
  if (call.count === 2) return sql`${native}(${text}, ${length}, ' ')`;
  const fill = textAt(call, 2);
  if (call.constant(2) === '') return sql`left(${text}, ${length})`;
  if (typeof call.constant(2) === 'string') return sql`${native}(${text}, ${length}, ${fill})`;
  return once(
    text,
    (t) =>
      sql`CASE WHEN ${fill} = '' THEN left(${t}, ${length}) ELSE ${native}(${t}, ${length}, CASE WHEN ${fill} = '' THEN ' ' ELSE ${fill} END) END`,
  );
}

const padding = (signature: string, summary: string, native: Sql): ScalarEntry =>
  scalar(signature, summary, (call) => typed(padded(call, native), varchar));

function lengthOf(call: FunctionCall): Sql {
  const value = call.argument(0);
  return isBinary(value) ? sql`octet_length(${value.sql})` : sql`length(${textAt(call, 0)})`;
}

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
  ofTexts('lower(text)', 'The text in small letters.', 'lower', varchar, ['lcase']),
  padding('lpad(text, length[, fill])', 'The text filled at the left up to a length, or cut to it.', sql`lpad`),
  trimming(
    'ltrim([characters, ]text)',
    'The text without these characters, or blanks, at its beginning.',
    sql`ltrim`,
    true,
  ),
  scalar('octet_length(value)', 'The length in bytes.', (call) =>
    typed(sql`CAST(octet_length(${asBinary(call.argument(0))}) AS INTEGER)`, integer),
  ),
  scalar('repeat(text, count)', 'The text so many times.', (call) =>
    typed(sql`repeat(${textAt(call, 0)}, ${countAt(call, 1)})`, varchar),
  ),
  scalar('right(text, count)', 'So many characters from the right.', (call) =>
    typed(sql`right(${textAt(call, 0)}, ${countAt(call, 1)})`, varchar),
  ),
  padding('rpad(text, length[, fill])', 'The text filled at the right up to a length, or cut to it.', sql`rpad`),
  trimming('rtrim([characters, ]text)', 'The text without these characters, or blanks, at its end.', sql`rtrim`, true),
  ofTexts('soundex(text)', 'The Soundex code: texts that sound alike in English share it.', 'sh_soundex'),
  scalar('space(count)', 'So many blanks.', (call) => typed(sql`repeat(' ', ${countAt(call, 0)})`, varchar)),
  ofTexts('startswith(text, beginning)', 'Whether the text begins so.', 'starts_with', boolean),
  trimming('trim([characters, ]text)', 'The text without these characters, or blanks, at both ends.', sql`trim`, true),
  ofTexts('upper(text)', 'The text in capital letters.', 'upper', varchar, ['ucase']),
];
