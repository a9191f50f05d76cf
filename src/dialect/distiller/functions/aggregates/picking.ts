import { literal, type Sql, sql } from '../../../../core/sql.ts';
import { operand } from '../../translate/operand.ts';
import { type Typed, typed } from '../../translate/typed.ts';
import { aggregateSql, withCondition } from './call.ts';
import type { AggregateEntry, AggregateModifiers, FunctionCall, FunctionEntry } from '../contract.ts';

/** Aggregates that pick one of the values. */
export const pickingAggregates: readonly FunctionEntry[] = [
  extreme('max', 'The greatest value; NULLs are passed over.'),
  extreme('min', 'The least value; NULLs are passed over.'),
  {
    kind: 'aggregate',
    names: ['max_by'],
    signature: 'max_by(value, by)',
    summary: 'The value in the row in which by is greatest.',
    arity: [2, 2],
    translate: (call, modifiers) => pickedBy(call, sql`arg_max`, modifiers),
  },
  {
    kind: 'aggregate',
    names: ['min_by'],
    signature: 'min_by(value, by)',
    summary: 'The value in the row in which by is least.',
    arity: [2, 2],
    translate: (call, modifiers) => pickedBy(call, sql`arg_min`, modifiers),
  },
  {
    kind: 'aggregate',
    names: ['first', 'first_value', 'any_value'],
    signature: 'first(value[, ignore_nulls])',
    summary: 'The value of the first row; of the first with a value where NULLs are ignored.',
    arity: [1, 2],
    translate: (call, modifiers) => end(call, modifiers, { whole: sql`first`, window: sql`first_value`, place: 1 }),
  },
  {
    kind: 'aggregate',
    names: ['last', 'last_value'],
    signature: 'last(value[, ignore_nulls])',
    summary: 'The value of the last row; of the last with a value where NULLs are ignored.',
    arity: [1, 2],
    translate: (call, modifiers) => end(call, modifiers, { whole: sql`last`, window: sql`last_value`, place: -1 }),
  },
  {
    kind: 'aggregate',
    names: ['mode'],
    signature: 'mode(value)',
    summary: 'The most frequent value; NULLs are passed over.',
    arity: [1, 2],
    translate(call, modifiers) {
      const value = call.argument(0);
      return typed(aggregateSql(sql`mode`, [value.sql], modifiers), value.type);
    },
  },
];

function extreme(name: 'max' | 'min', summary: string): AggregateEntry {
  return {
    kind: 'aggregate',
    names: [name],
    signature: `${name}(value)`,
    summary,
    arity: [1, 1],
    translate(call, modifiers) {
      const value = call.argument(0);
      return typed(aggregateSql(name === 'max' ? sql`max` : sql`min`, [value.sql], modifiers), value.type);
    },
  };
}

/** The value may be NULL; the engine's functions pass such rows over, so that it is wrapped. */
function pickedBy(call: FunctionCall, name: Sql, modifiers: AggregateModifiers): Typed {
  const value = call.argument(0);
  const picked = aggregateSql(name, [sql`{'value': ${value.sql}}`, call.argument(1).sql], modifiers);
  return typed(sql`(${picked}).value`, value.type);
}

interface End {
  readonly whole: Sql;
  readonly window: Sql;
  /** Where it stands in an array of all values. */
  readonly place: 1 | -1;
}

function end(call: FunctionCall, modifiers: AggregateModifiers, { whole, window, place }: End): Typed {
  const value = call.argument(0);
  const ignored = ignoresNulls(call, 1, modifiers);
  const some = ignored ? withCondition(modifiers, sql`${operand(value.sql)} IS NOT NULL`) : modifiers;
  if (modifiers.over === undefined) return typed(aggregateSql(whole, [value.sql], some), value.type);
  if (modifiers.filter !== undefined) {
    return typed(sql`(${aggregateSql(sql`list`, [value.sql], some)})[${literal(place)}]`, value.type);
  }
  const inside = ignored ? sql`${value.sql} IGNORE NULLS` : value.sql;
  return typed(aggregateSql(window, [inside], modifiers), value.type);
}

/** Whether NULLs are passed over: by an argument, or by the words IGNORE NULLS. */
export function ignoresNulls(call: FunctionCall, index: number, { nulls }: AggregateModifiers): boolean {
  if (call.count <= index) return nulls === 'ignore';
  const written = call.constant(index);
  return typeof written === 'boolean'
    ? written
    : call.fail('Here stands TRUE or FALSE: whether NULLs are passed over.', undefined, index);
}
