import { type Sql, sql } from '../../../../core/sql.ts';
import { once } from '../../translate/once.ts';
import { type Typed, typed } from '../../translate/typed.ts';
import { listArgument, listsTogether, unlessNull } from './arguments.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { ownLambda } from '../lambdas/own.ts';

/** Arrays as sets: items in the order they first appear, NULL equal to NULL. */
export const arraySets: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['array_distinct'],
    signature: 'array_distinct(array)',
    summary: 'The array without repetitions.',
    arity: [1, 1],
    translate(call) {
      const list = listArgument(call, 0);
      return typed(distinct(list.sql), list.type);
    },
  },
  {
    kind: 'scalar',
    names: ['array_union'],
    signature: 'array_union(a, b)',
    summary: 'The items of both arrays without repetitions.',
    arity: [2, 2],
    translate(call) {
      const { lists, type } = listsTogether(call, [0, 1]);
      const [first = sql`NULL`, second = sql`NULL`] = lists.map(({ sql: list }) => list);
      return typed(distinct(sql`(${first} || ${second})`), type);
    },
  },
  {
    kind: 'scalar',
    names: ['array_intersect'],
    signature: 'array_intersect(a, b)',
    summary: 'The items that both arrays hold, without repetitions.',
    arity: [2, 2],
    translate: (call) => filtered(call, sql`IS NOT NULL`),
  },
  {
    kind: 'scalar',
    names: ['array_except'],
    signature: 'array_except(a, b)',
    summary: 'The items of the first array that the second does not hold, without repetitions.',
    arity: [2, 2],
    translate: (call) => filtered(call, sql`IS NULL`),
  },
];

/** Keeps an item at its first place. */
export function distinct(list: Sql): Sql {
  return once(list, (all) => sql`list_filter(${all}, ${ownLambda(['item', 'place'], (names) => isFirst(all, names))})`);
}

const isFirst = (all: Sql, [item, place]: readonly [Sql, Sql]): Sql => sql`list_position(${all}, ${item}) = ${place}`;

function filtered(call: FunctionCall, test: Sql): Typed {
  const { lists, type } = listsTogether(call, [0, 1]);
  const [first = sql`NULL`, second = sql`NULL`] = lists.map(({ sql: list }) => list);
  const kept = once(first, (a) =>
    once(second, (b) => {
      const keep = ownLambda(
        ['item', 'place'],
        (names) => sql`${isFirst(a, names)} AND list_position(${b}, ${names[0]}) ${test}`,
      );
      return unlessNull([b], sql`list_filter(${a}, ${keep})`);
    }),
  );
  return typed(kept, type);
}
