import { joinSql, literal, type Sql, sql } from '../../../../core/sql.ts';
import { asText, castTo } from '../../translate/coerce.ts';
import { operand } from '../../translate/operand.ts';
import { blob, familyOf, listOf, nullType, type Typed, typed, varchar } from '../../translate/typed.ts';
import { commonTypeOf, unify } from '../../translate/unify.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { integerAt, isBinary, textAt } from './arguments.ts';

/** Texts, binary values or arrays one behind the other; NULL when one of them is. */
function concat(call: FunctionCall): Typed {
  const values = call.arguments();
  if (values.length === 0) return typed(sql`''`, varchar);
  if (values.some(({ type }) => familyOf(type) === 'list')) return concatLists(values);
  const type = values.every(isBinary) ? blob : varchar;
  if (values.some((value) => familyOf(value.type) === 'null')) return castTo(typed(sql`NULL`, nullType), type);
  const pieces = values.map((value) => operand(castTo(value, type).sql));
  return typed(pieces.length === 1 ? joinSql(pieces, '') : sql`(${joinSql(pieces, ' || ')})`, type);
}

function concatLists(values: readonly Typed[]): Typed {
  const type = commonTypeOf(values);
  const lists = unify(values).values.map((value) => operand(value.sql));
  const [first = sql`NULL`] = lists;
  if (lists.length === 1) return typed(first, type);
  const present = joinSql(
    lists.map((list) => sql`${list} IS NOT NULL`),
    ' AND ',
  );
  return typed(sql`CASE WHEN ${present} THEN list_concat(${joinSql(lists, ', ')}) END`, type);
}

/** Texts and arrays of texts with a separator between them; NULLs are left out. */
function concatWith(call: FunctionCall): Typed {
  const [separator = typed(sql`NULL`, varchar), ...values] = call.arguments();
  const between = asText(separator);
  if (values.length === 0) return typed(sql`CASE WHEN ${operand(between)} IS NOT NULL THEN '' END`, varchar);
  if (values.every(({ type }) => familyOf(type) !== 'list')) {
    return typed(sql`concat_ws(${joinSql([between, ...values.map(asText)], ', ')})`, varchar);
  }
  const lists = values.map((value) =>
    familyOf(value.type) === 'list' ? castTo(value, listOf(varchar)).sql : sql`[${asText(value)}]`,
  );
  const none =
    typeof call.constant(0) === 'string' ? sql`''` : sql`CASE WHEN ${operand(between)} IS NOT NULL THEN '' END`;
  return typed(sql`coalesce(array_to_string(list_concat(${joinSql(lists, ', ')}), ${between}), ${none})`, varchar);
}

/** The value at a place counted from 1. */
function elt(call: FunctionCall): Typed {
  const [, ...choices] = call.arguments();
  const { values, type } = choices.every(isBinary)
    ? unify(choices)
    : { values: choices.map((value) => castTo(value, varchar)), type: varchar };
  const branches = values.map((value, index) => sql`WHEN ${literal(index + 1)} THEN ${value.sql}`);
  return typed(sql`CASE ${integerAt(call, 0)} ${joinSql(branches, ' ')} END`, type);
}

/** Putting text together and taking it apart at plain delimiters. */
export const joiningFunctions: readonly FunctionEntry[] = [
  scalar(
    'concat([value, …])',
    'Texts, binary values or arrays one behind the other; NULL when one of them is NULL.',
    concat,
  ),
  scalar(
    'concat_ws(separator[, value, …])',
    'Texts and arrays of texts with a separator between them; NULLs are left out.',
    concatWith,
  ),
  scalar('elt(place, value, …)', 'The value at this place, counted from 1; NULL where there is none.', elt),
  scalar('sentences(text[, language, country])', 'The words of each sentence, as an array of arrays.', (call) =>
    typed(
      sql`CAST(sh_sentences(${joinSql(call.arguments().map(asText), ', ')}) AS VARCHAR[][])`,
      listOf(listOf(varchar)),
    ),
  ),
  scalar(
    'split_part(text, delimiter, place)',
    'The part at a place, counted from 1, or from the end when it is negative; empty where there is none.',
    (call) => typed(splitPart(call), varchar),
  ),
];

function splitPart(call: FunctionCall): Sql {
  if (call.constant(2) === 0)
    return call.fail('Parts are counted from 1.', 'Write 1 for the first part, −1 for the last.', 2);
  const [text, delimiter, place] = [textAt(call, 0), textAt(call, 1), integerAt(call, 2)];
  return sql`split_part(${text}, ${delimiter}, ${place})`;
}
