import { literal, type Sql, sql } from '../../../../core/sql.ts';
import { typeText } from '../../../type-tree.ts';
import { asBigint, typeSql } from '../../translate/coerce.ts';
import { listSql, structSql } from '../../translate/generators.ts';
import { once } from '../../translate/once.ts';
import { familyOf, isKnown, itemOf, listOf, structOf, type Typed, typed } from '../../translate/typed.ts';
import { unify } from '../../translate/unify.ts';
import { listArgument, unlessNull } from './arguments.ts';
import { zipped } from './zipping.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { refuseItems, withinItems } from '../limits.ts';
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
      return typed(repeated(call, value), listOf(value.type));
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
      const flat = once(list.sql, (all) => sql`CASE WHEN len(${all}) = list_count(${all}) THEN flatten(${all}) END`);
      return typed(flat, inner);
    },
  },
];

/** `[a, b]` with the items brought to one type. */
function arrayOf(items: readonly Typed[]): Typed {
  const { values, type } = unify(items);
  return typed(listSql(values.map(({ sql: value }) => value)), listOf(type));
}

function repeated(call: FunctionCall, value: Typed): Sql {
  const known = call.constant(1);
  const isPlain = typeof known === 'number' && familyOf(value.type) !== 'list';
  if (isPlain) refuseItems(call, known, 1);
  if (isPlain && Number.isInteger(known) && known <= 65_536) {
    return sql`list_resize([${value.sql}], ${literal(Math.max(known, 0))}, ${value.sql})`;
  }
  return once(value.sql, (one) =>
    once(asBigint(call.argument(1)), (count) => {
      const items = familyOf(value.type) === 'list' ? sql`${count} * greatest(coalesce(len(${one}), 1), 1)` : count;
      const list = sql`list_resize([${one}], ${withinItems(sql`greatest(${count}, 0)`, items)}, ${one})`;
      return unlessNull([count], list);
    }),
  );
}

/** Fields are called as the arguments are; where one has no name, by its place from 0. */
function zip(call: FunctionCall): Typed {
  const lists = call.arguments().map((_, index) => listArgument(call, index));
  const names = lists.map((_, index) => call.argumentName(index) ?? String(index));
  const type = structOf(lists.map((list, index) => [names[index] ?? '', itemOf(list.type)]));
  const row = ownLambda(['row'], ([item]) =>
    structSql(names.map((name, index) => [name, sql`${item}[${literal(index + 1)}]`])),
  );
  const sure = isKnown(type) && !typeText(type).includes('NULL');
  const made = zipped(lists, (all) =>
    sure ? sql`CAST(${all} AS ${typeSql(listOf(type))})` : sql`list_transform(${all}, ${row})`,
  );
  return typed(made, listOf(type));
}
