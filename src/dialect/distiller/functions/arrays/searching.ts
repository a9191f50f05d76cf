import { joinSql, type Sql, sql } from '../../../../core/sql.ts';
import { asInteger } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { bigint, boolean, integer, itemOf, type Typed, typed } from '../../translate/typed.ts';
import { holdsNoNull, listAndValue, listArgument, listsTogether, unlessNull } from './arguments.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';

/** Functions that look into an array. */
export const arraySearches: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['array_contains'],
    signature: 'array_contains(array, value)',
    summary: 'Whether the array holds the value; NULL when it does not and holds a NULL.',
    arity: [2, 2],
    translate(call) {
      const { list, value } = listAndValue(call, 0, 1);
      return containsSql(list.sql, value.sql);
    },
  },
  {
    kind: 'scalar',
    names: ['array_position'],
    signature: 'array_position(array, value)',
    summary: 'The first place of the value, from 1; 0 when the array does not hold it.',
    arity: [2, 2],
    translate(call) {
      const { list, value } = listAndValue(call, 0, 1);
      const found = once(list.sql, (all) =>
        once(value.sql, (one) =>
          unlessNull([all, one], sql`CAST(coalesce(list_position(${all}, ${one}), 0) AS BIGINT)`),
        ),
      );
      return typed(found, bigint);
    },
  },
  {
    kind: 'scalar',
    names: ['arrays_overlap'],
    signature: 'arrays_overlap(a, b)',
    summary: 'Whether the arrays share a value; NULL when they do not and one of them holds a NULL.',
    arity: [2, 2],
    translate: overlap,
  },
  {
    kind: 'scalar',
    names: ['array_max'],
    signature: 'array_max(array)',
    summary: 'The greatest item; NULLs are passed over.',
    arity: [1, 1],
    translate: (call) => itemBy(call, sql`list_max`),
  },
  {
    kind: 'scalar',
    names: ['array_min'],
    signature: 'array_min(array)',
    summary: 'The least item; NULLs are passed over.',
    arity: [1, 1],
    translate: (call) => itemBy(call, sql`list_min`),
  },
  {
    kind: 'scalar',
    names: ['get'],
    signature: 'get(array, index)',
    summary: 'The item at an index from 0; NULL where there is none.',
    arity: [2, 2],
    translate(call) {
      const list = listArgument(call, 0);
      const item = once(
        asInteger(call.argument(1)),
        (at) => sql`CASE WHEN ${at} >= 0 THEN list_extract(${list.sql}, ${at} + 1) END`,
      );
      return typed(item, itemOf(list.type));
    },
  },
  {
    kind: 'scalar',
    names: ['array_size'],
    signature: 'array_size(array)',
    summary: 'The number of items; NULL for a NULL array.',
    arity: [1, 1],
    translate: (call) => typed(sql`CAST(len(${listArgument(call, 0).sql}) AS INTEGER)`, integer),
  },
];

/** Whether a list holds a value. Where NULL counts as FALSE, and of items written out, nobody asks for NULLs among them. */
export function containsSql(list: Sql, value: Sql): Typed {
  const plain = sql`list_contains(${list}, ${value})`;
  if (holdsNoNull(list)) return typed(plain, boolean);
  const found = once(list, (all) => {
    const answer = sql`CASE WHEN list_contains(${all}, ${value}) THEN TRUE WHEN len(${all}) = list_count(${all}) THEN FALSE END`;
    return unlessNull([value], answer);
  });
  return typed(found, boolean, plain);
}

function itemBy(call: FunctionCall, name: Sql): Typed {
  const list = listArgument(call, 0);
  return typed(sql`${name}(${list.sql})`, itemOf(list.type));
}

function overlap(call: FunctionCall): Typed {
  const { lists } = listsTogether(call, [0, 1]);
  const [first = sql`NULL`, second = sql`NULL`] = lists.map(({ sql: list }) => list);
  const plain = sql`list_has_any(${first}, ${second})`;
  const uncertain = [first, second].filter((list) => !holdsNoNull(list));
  if (uncertain.length === 0) return typed(plain, boolean);
  const repeat = (list: Sql, body: (all: Sql) => Sql) => (holdsNoNull(list) ? body(list) : once(list, body));
  const shared = repeat(first, (a) =>
    repeat(second, (b) => {
      const tests = [a, b].filter((list) => !holdsNoNull(list)).map((list) => sql`len(${list}) > list_count(${list})`);
      return sql`(list_has_any(${a}, ${b}) OR nullif(len(${a}) > 0 AND len(${b}) > 0 AND (${joinSql(tests, ' OR ')}), TRUE))`;
    }),
  );
  return typed(shared, boolean, plain);
}
