import { literal, type Sql, sql } from '../../../../core/sql.ts';
import { asBigint, asInteger, asText, typeSql } from '../../translate/coerce.ts';
import { blob, familyOf, type Typed, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { fromHex } from './from-hex.ts';
import { readNumberFormat } from './number-format.ts';

/** Hexadecimal digits: of a whole number, or of the bytes of text and binary values. */
function hex(call: FunctionCall): Sql {
  const value = call.argument(0);
  const family = familyOf(value.type);
  if (family === 'integer' || family === 'binary') return sql`hex(${value.sql})`;
  if (family === 'decimal' || family === 'fractional') return sql`hex(${asBigint(value)})`;
  return sql`hex(${asText(value)})`;
}

function toNumber(call: FunctionCall): Typed {
  const format = call.constant(1);
  if (typeof format !== 'string')
    return call.fail('The format must be written as text.', "Write it as '999,990.99'.", 1);
  const { type, shape, hasSignBehind } =
    readNumberFormat(format) ??
    call.fail(
      `“${format}” is no number format.`,
      "Write it with 9, 0, a point, commas, $ in front, and S or MI in front or behind: '$999,990.99'.",
      1,
    );
  const digits = sql`regexp_replace(regexp_extract(${asText(call.argument(0))}, ${literal(shape)}), '[$,\\s]', '', 'g')`;
  const ordered = hasSignBehind ? sql`regexp_replace(${digits}, '^(.*)([+-])$', '\\2\\1')` : digits;
  return typed(sql`TRY_CAST(${ordered} AS ${typeSql(type)})`, type);
}

/** Numbers in other forms. */
export const numberConversions: readonly FunctionEntry[] = [
  scalar('bin(number)', 'The whole number in binary digits.', (call) =>
    typed(sql`bin(${asBigint(call.argument(0))})`, varchar),
  ),
  scalar('conv(number, from, to)', 'The number, written in one base, in another.', (call) =>
    typed(
      sql`sh_conv(${asText(call.argument(0))}, ${asInteger(call.argument(1))}, ${asInteger(call.argument(2))})`,
      varchar,
    ),
  ),
  scalar('hex(value)', 'Hexadecimal digits of a whole number, or of the bytes of a text or binary value.', (call) =>
    typed(hex(call), varchar),
  ),
  scalar(
    'to_char(number, format)',
    'The number as text in a format such as 999,990.99.',
    (call) => typed(sql`sh_to_char(${asText(call.argument(0))}, ${asText(call.argument(1))})`, varchar),
    ['to_varchar'],
  ),
  scalar(
    'to_number(text, format)',
    'The number that a text in this format says; NULL where it does not fit.',
    toNumber,
    ['try_to_number'],
  ),
  scalar('unhex(text)', 'The bytes of hexadecimal digits; NULL where there are other letters.', (call) =>
    typed(fromHex(asText(call.argument(0))), blob),
  ),
];
