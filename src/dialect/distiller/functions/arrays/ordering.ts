import { literal, type Sql, sql } from '../../../../core/sql.ts';
import { asBoolean } from '../../translate/coerce.ts';
import { castText } from '../../translate/cast-text.ts';
import { operand } from '../../translate/operand.ts';
import { once } from '../../translate/once.ts';
import { familyOf, itemOf, type Typed, typed, varchar } from '../../translate/typed.ts';
import { listArgument, unlessNull } from './arguments.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { ownLambda } from '../lambdas/own.ts';
import { sortedByComparison } from './sort-by-comparison.ts';

/** Functions that put an array in another order. */
export const arrayOrders: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['sort_array'],
    signature: 'sort_array(array[, ascending])',
    summary: 'The array sorted, NULLs first; with FALSE from the greatest down, NULLs last.',
    arity: [1, 2],
    translate: sortArray,
  },
  {
    kind: 'scalar',
    names: ['array_sort'],
    signature: 'array_sort(array[, (a, b) -> comparison])',
    summary: 'The array sorted, NULLs last; a comparison is negative where a comes before b, and positive behind it.',
    arity: [1, 2],
    translate(call) {
      const list = listArgument(call, 0);
      const sorted =
        call.count === 1 ? sql`list_sort(${list.sql}, 'ASC', 'NULLS LAST')` : sortedByComparison(call, list);
      return typed(sorted, list.type);
    },
  },
  {
    kind: 'scalar',
    names: ['shuffle'],
    signature: 'shuffle(array)',
    summary: 'The array in a random order.',
    arity: [1, 1],
    translate(call) {
      const list = listArgument(call, 0);
      const drawn = ownLambda(['item'], ([item]) => sql`{'draw': random(), 'item': ${item}}`);
      const item = ownLambda(['drawn'], ([one]) => sql`${one}.item`);
      return typed(sql`list_transform(list_sort(list_transform(${list.sql}, ${drawn})), ${item})`, list.type);
    },
  },
  {
    kind: 'scalar',
    names: ['array_join'],
    signature: 'array_join(array, separator[, null_text])',
    summary: 'The items as one text with a separator between them; NULLs are left out or replaced.',
    arity: [2, 3],
    translate: join,
  },
];

const ascending = (list: Sql): Sql => sql`list_sort(${list}, 'ASC', 'NULLS FIRST')`;
const descending = (list: Sql): Sql => sql`list_sort(${list}, 'DESC', 'NULLS LAST')`;

function sortArray(call: FunctionCall): Typed {
  const list = listArgument(call, 0);
  const up = call.count === 1 ? true : call.constant(1);
  if (typeof up === 'boolean') return typed(up ? ascending(list.sql) : descending(list.sql), list.type);
  const test = asBoolean(call.argument(1));
  return typed(
    once(list.sql, (all) => sql`CASE ${test} WHEN TRUE THEN ${ascending(all)} WHEN FALSE THEN ${descending(all)} END`),
    list.type,
  );
}

function join(call: FunctionCall): Typed {
  const list = listArgument(call, 0);
  const type = itemOf(list.type);
  const replacement = call.count === 3 ? call.argument(2).sql : undefined;
  const word = ownLambda(['item'], ([item]) => {
    const text = castText(typed(item, type));
    return replacement === undefined ? text : sql`coalesce(${text}, ${replacement})`;
  });
  const asItIs = familyOf(type) === 'text' && replacement === undefined;
  const words = (all: Sql) => {
    if (asItIs) return all;
    return familyOf(type) === 'integer' && replacement === undefined
      ? sql`CAST(${all} AS VARCHAR[])`
      : sql`list_transform(${all}, ${word})`;
  };
  const joined = once(list.sql, (all) => joinWords(call, all, words(all)));
  return typed(replacement === undefined ? joined : unlessNull([replacement], joined), varchar);
}

/** The engine's own function takes a separator that is written out only, and makes NULL of no words. */
function joinWords(call: FunctionCall, list: Sql, words: Sql): Sql {
  const known = call.constant(1);
  if (typeof known === 'string') {
    return sql`CASE WHEN ${list} IS NOT NULL THEN coalesce(array_to_string(${words}, ${literal(known)}), '') END`;
  }
  const separator = call.argument(1).sql;
  const kept = ownLambda(['word'], ([word]) => sql`${word} IS NOT NULL`);
  const joined = ownLambda(['left', 'right'], ([left, right]) => sql`${left} || ${operand(separator)} || ${right}`);
  return once(
    sql`list_filter(${words}, ${kept})`,
    (all) =>
      sql`CASE WHEN len(${all}) > 0 THEN list_reduce(${all}, ${joined}) WHEN len(${all}) = 0 AND ${operand(separator)} IS NOT NULL THEN '' END`,
  );
}
