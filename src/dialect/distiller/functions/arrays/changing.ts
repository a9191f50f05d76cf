import { joinSql, literal, type Sql, sql } from '../../../../core/sql.ts';
import { asBigint, asText, typeSql } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { operand } from '../../translate/operand.ts';
import { familyOf, listOf, type Typed, typed, varchar } from '../../translate/typed.ts';
import { listAndValue, listArgument, unlessNull } from './arguments.ts';
import { placeZero, refusePlaceZero } from './places.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { ownLambda } from '../lambdas/own.ts';

/** Functions that add, take away and cut out items. */
export const arrayChanges: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['array_append'],
    signature: 'array_append(array, value)',
    summary: 'The array with the value at its end.',
    arity: [2, 2],
    translate: (call) => added(call, (list, value) => sql`list_append(${list}, ${value})`),
  },
  {
    kind: 'scalar',
    names: ['array_prepend'],
    signature: 'array_prepend(array, value)',
    summary: 'The array with the value before its first item.',
    arity: [2, 2],
    translate: (call) => added(call, (list, value) => sql`list_prepend(${value}, ${list})`),
  },
  {
    kind: 'scalar',
    names: ['array_insert'],
    signature: 'array_insert(array, position, value)',
    summary: 'The array with the value at a position from 1, or from the end where it is negative; gaps hold NULL.',
    arity: [3, 3],
    translate: insert,
  },
  {
    kind: 'scalar',
    names: ['array_remove'],
    signature: 'array_remove(array, value)',
    summary: 'The array without the items that equal the value.',
    arity: [2, 2],
    translate(call) {
      const { list, value } = listAndValue(call, 0, 1);
      const rest = once(value.sql, (one) =>
        unlessNull(
          [one],
          sql`list_filter(${list.sql}, ${ownLambda(['item'], ([item]) => sql`${item} IS DISTINCT FROM ${one}`)})`,
        ),
      );
      return typed(rest, list.type);
    },
  },
  {
    kind: 'scalar',
    names: ['array_compact'],
    signature: 'array_compact(array)',
    summary: 'The array without its NULLs.',
    arity: [1, 1],
    translate(call) {
      const list = listArgument(call, 0);
      const known = ownLambda(['item'], ([item]) => sql`${item} IS NOT NULL`);
      return typed(sql`list_filter(${list.sql}, ${known})`, list.type);
    },
  },
  {
    kind: 'scalar',
    names: ['slice'],
    signature: 'slice(array, start, length)',
    summary: 'As many items from a place that counts from 1, or from the end where it is negative.',
    arity: [3, 3],
    translate: slice,
  },
  {
    kind: 'scalar',
    names: ['reverse'],
    signature: 'reverse(array_or_text)',
    summary: 'The items of an array, or the characters of a text, in the opposite order.',
    arity: [1, 1],
    translate(call) {
      const value = call.argument(0);
      return familyOf(value.type) === 'list'
        ? typed(sql`list_reverse(${value.sql})`, value.type)
        : typed(reversedText(asText(value)), varchar);
    },
  },
];

/** Character by character; the engine's own function keeps marks behind their letters. Without either it is faster. */
function reversedText(text: Sql): Sql {
  return once(
    text,
    (t) =>
      sql`CASE WHEN strlen(${t}) = length(${t}) THEN reverse(${t}) ELSE array_to_string(list_reverse(string_split(${t}, '')), '') END`,
  );
}

function added(call: FunctionCall, add: (list: Sql, value: Sql) => Sql): Typed {
  const { list, value, item } = listAndValue(call, 0, 1);
  return typed(
    once(list.sql, (all) => unlessNull([all], add(all, value.sql))),
    listOf(item),
  );
}

function insert(call: FunctionCall): Typed {
  const { list, value, item } = listAndValue(call, 0, 2);
  refusePlaceZero(call);
  const one = sql`[${value.sql}]`;
  const nothing = sql`CAST([] AS ${typeSql(listOf(item))})`;
  const placed = once(list.sql, (all) =>
    once(asBigint(call.argument(1)), (place) => {
      const before = sql`list_resize(list_slice(${all}, 1, ${place} - 1), ${place} - 1)`;
      const fromEnd = sql`len(${all}) + ${place} + 1`;
      const cases = [
        sql`WHEN ${place} > 0 THEN ${before} || ${one} || list_slice(${all}, ${place}, len(${all}))`,
        sql`WHEN ${place} = 0 THEN ${placeZero(call)}`,
        sql`WHEN ${fromEnd} >= 0 THEN list_slice(${all}, 1, ${fromEnd}) || ${one} || list_slice(${all}, ${fromEnd} + 1, len(${all}))`,
        sql`WHEN ${place} < 0 THEN ${one} || list_resize(${nothing}, -(${fromEnd})) || ${all}`,
      ];
      return sql`CASE ${joinSql(cases, ' ')} END`;
    }),
  );
  return typed(placed, listOf(item));
}

function slice(call: FunctionCall): Typed {
  const list = listArgument(call, 0);
  const length = asBigint(call.argument(2));
  refusePlaceZero(call);
  const [from, count] = [call.constant(1), call.constant(2)];
  if (typeof count === 'number' && count < 0) call.fail('A slice cannot have fewer than 0 items.', undefined, 2);
  if (typeof from === 'number' && from > 0 && typeof count === 'number') {
    return typed(sql`list_slice(${list.sql}, ${literal(from)}, ${literal(from + count - 1)})`, list.type);
  }
  if (typeof from === 'number' && typeof count === 'number') {
    const beyond = literal(2 ** 31 - 1);
    const part = once(list.sql, (all) => {
      const start = sql`CASE WHEN len(${all}) >= ${literal(-from)} THEN ${literal(from)} ELSE ${beyond} END`;
      return sql`list_slice(${all}, ${start}, ${from + count - 1 < 0 ? literal(from + count - 1) : beyond})`;
    });
    return typed(part, list.type);
  }
  const part = once(list.sql, (all) =>
    once(asBigint(call.argument(1)), (start) => {
      const cases = [
        sql`WHEN ${start} > 0 THEN ${start}`,
        sql`WHEN ${start} = 0 THEN ${placeZero(call)}`,
        sql`WHEN ${start} < -len(${all}) THEN len(${all}) + 1`,
        sql`ELSE len(${all}) + ${start} + 1`,
      ];
      const at = sql`CASE ${joinSql(cases, ' ')} END`;
      const cut = sql`list_slice(${all}, ${at}, ${at} + ${operand(length)} - 1)`;
      return unlessNull([start, length], cut);
    }),
  );
  return typed(part, list.type);
}
