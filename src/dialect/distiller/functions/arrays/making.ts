import { joinSql, literal, type Sql, sql } from '../../../../core/sql.ts';
import { asBigint } from '../../translate/coerce.ts';
import { listSql, structSql } from '../../translate/generators.ts';
import { once } from '../../translate/once.ts';
import { itemOf, listOf, structOf, type Typed, typed } from '../../translate/typed.ts';
import { unify } from '../../translate/unify.ts';
import { listArgument, unlessNull } from './arguments.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { ownLambda } from '../lambdas/own.ts';

/** Functions that make arrays out of values and other arrays. */
export const arrayMakers: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['array'],
    signature: 'array(value, …)',
    summary: 'An array of the values.',
    arity: [0, Infinity],
    translate: (call) => arrayOf(call.arguments()),
  },
  {
    kind: 'scalar',
    names: ['array_repeat'],
    signature: 'array_repeat(value, count)',
    summary: 'An array that holds the value count times.',
    arity: [2, 2],
    translate(call) {
      const value = call.argument(0);
      const count = asBigint(call.argument(1));
      const list = sql`list_resize([${value.sql}], ${timesOf(call, count)}, ${value.sql})`;
      return typed(unlessNull([count], list), listOf(value.type));
    },
  },
  {
    kind: 'scalar',
    names: ['arrays_zip', 'array_zip'],
    signature: 'arrays_zip(array, …)',
    summary: 'An array of structs with the items of each place; shorter arrays are filled with NULL.',
    arity: [1, Infinity],
    translate: zip,
  },
  {
    kind: 'scalar',
    names: ['flatten'],
    signature: 'flatten(array)',
    summary: 'The items of the arrays in an array as one array.',
    arity: [1, 1],
    translate(call) {
      const list = listArgument(call, 0);
      const inner = itemOf(list.type);
      const flat = once(list.sql, (all) => sql`CASE WHEN list_position(${all}, NULL) IS NULL THEN flatten(${all}) END`);
      return typed(flat, inner);
    },
  },
];

/** `[a, b]` with the items brought to one type. */
function arrayOf(items: readonly Typed[]): Typed {
  const { values, type } = unify(items);
  return typed(listSql(values.map(({ sql: value }) => value)), listOf(type));
}

function timesOf(call: FunctionCall, count: Sql): Sql {
  const known = call.constant(1);
  return typeof known === 'number' && known >= 0 ? count : sql`greatest(${count}, 0)`;
}

/** Fields are called as the arguments are; where one has no name, by its place from 0. */
function zip(call: FunctionCall): Typed {
  const lists = call.arguments().map((_, index) => listArgument(call, index));
  const names = lists.map((_, index) => call.argumentName(index) ?? String(index));
  const all = sql`list_zip(${joinSql(
    lists.map(({ sql: list }) => list),
    ', ',
  )})`;
  const row = ownLambda(['row'], ([item]) =>
    structSql(names.map((name, index) => [name, sql`${item}[${literal(index + 1)}]`])),
  );
  const type = structOf(lists.map((list, index) => [names[index] ?? '', itemOf(list.type)]));
  return typed(
    unlessNull(
      lists.map(({ sql: list }) => list),
      sql`list_transform(${all}, ${row})`,
    ),
    listOf(type),
  );
}
