import { literal, sql } from '../../../../core/sql.ts';
import { asText } from '../../translate/coerce.ts';
import { operand } from '../../translate/operand.ts';
import { listOf, type Typed, typed, varchar } from '../../translate/typed.ts';
import { aggregateSql, withCondition } from './call.ts';
import type { AggregateModifiers, FunctionCall, FunctionEntry } from '../contract.ts';

/** Aggregates that put all values together. */
export const collectingAggregates: readonly FunctionEntry[] = [
  {
    kind: 'aggregate',
    names: ['collect_list', 'array_agg'],
    signature: 'collect_list([DISTINCT] value)',
    summary: 'An array of the values without NULLs.',
    arity: [1, 1],
    translate: collect,
  },
  {
    kind: 'aggregate',
    names: ['collect_set'],
    signature: 'collect_set(value)',
    summary: 'An array of the different values without NULLs, in no certain order.',
    arity: [1, 1],
    translate: (call, modifiers) => collect(call, { ...modifiers, distinct: true }),
  },
  {
    kind: 'aggregate',
    names: ['listagg', 'string_agg'],
    signature: 'listagg(text[, separator])',
    summary: 'The texts one behind the other with a separator between them; NULLs are left out.',
    arity: [1, 2],
    translate: join,
  },
];

function collect(call: FunctionCall, modifiers: AggregateModifiers): Typed {
  const value = call.argument(0);
  const known = withCondition(modifiers, sql`${operand(value.sql)} IS NOT NULL`);
  return typed(sql`coalesce(${aggregateSql(sql`list`, [value.sql], known)}, [])`, listOf(value.type));
}

function join(call: FunctionCall, modifiers: AggregateModifiers): Typed {
  const separator = call.count === 1 ? '' : call.constant(1);
  if (typeof separator !== 'string') return call.fail('The separator is a text that is written out.', undefined, 1);
  return typed(aggregateSql(sql`string_agg`, [asText(call.argument(0)), literal(separator)], modifiers), varchar);
}
