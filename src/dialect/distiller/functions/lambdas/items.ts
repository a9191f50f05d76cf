import { literal, rawSql, type Sql, sql } from '../../../../core/sql.ts';
import { asBoolean, asCondition } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { boolean, familyOf, integer, itemOf, listOf, type Typed, typed } from '../../translate/typed.ts';
import { listArgument } from '../arrays/arguments.ts';
import { containsSql } from '../arrays/searching.ts';
import { zipped } from '../arrays/zipping.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { lambdaOverEach, lambdaOverOne } from './user.ts';

/** Functions that apply a lambda to the items of an array, but for `aggregate`. */
export const itemLambdas: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['transform'],
    signature: 'transform(array, x -> value)',
    summary: 'The array with every item replaced; a second parameter is the place of the item, from 0.',
    arity: [2, 2],
    translate(call) {
      const list = listArgument(call, 0);
      const { sql: lambda, body } = overItems(call, list);
      return typed(sql`list_transform(${list.sql}, ${lambda})`, listOf(body.type));
    },
  },
  {
    kind: 'scalar',
    names: ['filter'],
    signature: 'filter(array, x -> condition)',
    summary: 'The items for which the condition is true; a second parameter is the place of the item, from 0.',
    arity: [2, 2],
    translate(call) {
      const list = listArgument(call, 0);
      return typed(sql`list_filter(${list.sql}, ${overItems(call, list, asCondition).sql})`, list.type);
    },
  },
  {
    kind: 'scalar',
    names: ['exists'],
    signature: 'exists(array, x -> condition)',
    summary: 'Whether the condition is true for an item; NULL when it is true for none and unknown for one.',
    arity: [2, 2],
    translate: (call) => tested(call, true),
  },
  {
    kind: 'scalar',
    names: ['forall'],
    signature: 'forall(array, x -> condition)',
    summary: 'Whether the condition is true for every item; NULL when it is false for none and unknown for one.',
    arity: [2, 2],
    translate: (call) => tested(call, false),
  },
  {
    kind: 'scalar',
    names: ['zip_with'],
    signature: 'zip_with(a, b, (x, y) -> value)',
    summary: 'One array made of the items of two, place by place; the shorter one is filled with NULL.',
    arity: [3, 3],
    translate: zipWith,
  },
];

/** A condition that compares the item with a literal is unknown for NULL items alone. */
const comparison = /^lambda (\w+): \1 (=|<>|<|<=|>|>=) (-?\d[\d.]*|'(?:[^']|'')*')$/;
const neverUnknown = /^lambda \w+: [\w.]+ IS (?:NOT )?NULL$/;

function shapeOf(lambda: string): { readonly operator: string; readonly constant: string } | undefined {
  const [, , operator, constant] = comparison.exec(lambda) ?? [];
  return operator === undefined || constant === undefined ? undefined : { operator, constant };
}

function overItems(call: FunctionCall, list: Typed, finish: (body: Typed) => Sql = (body) => body.sql) {
  const item = itemOf(list.type);
  return lambdaOverEach(
    call,
    1,
    (...[name = sql`NULL`, place]) =>
      place === undefined
        ? [typed(name, item)]
        : [typed(name, item), typed(sql`CAST(${place} - 1 AS INTEGER)`, integer)],
    finish,
  );
}

/** Whether the condition decides by being `decisive` for one item; what is unknown is looked for where none does. */
function tested(call: FunctionCall, decisive: boolean): Typed {
  const list = listArgument(call, 0);
  const { sql: lambda } = overItems(call, list, asBoolean);
  const shape = shapeOf(lambda.text);
  if (decisive && shape?.operator === '=' && ['integer', 'text'].includes(familyOf(itemOf(list.type)))) {
    return containsSql(list.sql, rawSql(shape.constant));
  }
  const decides = (all: Sql) => sql`list_contains(list_transform(${all}, ${lambda}), ${literal(decisive)})`;
  const none = decisive ? sql`FALSE` : sql`TRUE`;
  const plain = decisive ? decides(list.sql) : undefined;
  if (neverUnknown.test(lambda.text)) {
    return typed(decisive ? decides(list.sql) : sql`(NOT ${decides(list.sql)})`, boolean);
  }
  const answer = once(list.sql, (all) => {
    const known = shape === undefined ? sql`list_transform(${all}, ${lambda})` : all;
    return sql`CASE WHEN ${decides(all)} THEN ${literal(decisive)} WHEN len(${all}) = list_count(${known}) THEN ${none} END`;
  });
  return typed(answer, boolean, plain);
}

function zipWith(call: FunctionCall): Typed {
  const [first, second] = [listArgument(call, 0), listArgument(call, 1)];
  const { sql: lambda, body } = lambdaOverOne(call, 2, (pair = sql`NULL`) => [
    typed(sql`${pair}[1]`, itemOf(first.type)),
    typed(sql`${pair}[2]`, itemOf(second.type)),
  ]);
  const made = zipped([first, second], (pairs) => sql`list_transform(${pairs}, ${lambda})`);
  return typed(made, listOf(body.type));
}
