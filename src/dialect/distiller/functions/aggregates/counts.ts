import { joinSql, type Sql, sql } from '../../../../core/sql.ts';
import { asBoolean, asCondition } from '../../translate/coerce.ts';
import { operand } from '../../translate/operand.ts';
import { bigint, boolean, typed, type Typed } from '../../translate/typed.ts';
import { aggregateSql, withCondition } from './call.ts';
import type { AggregateEntry, AggregateModifiers, FunctionCall, FunctionEntry } from '../contract.ts';

/** Aggregates that count rows or ask whether a condition holds. */
export const countingAggregates: readonly FunctionEntry[] = [
  {
    kind: 'aggregate',
    names: ['count'],
    signature: 'count(*) or count([DISTINCT] value, …)',
    summary: 'The number of rows, or of rows in which every value is known.',
    arity: [1, Infinity],
    translate: count,
  },
  {
    kind: 'aggregate',
    names: ['approx_count_distinct'],
    signature: 'approx_count_distinct(value[, deviation])',
    summary: 'The number of different values; it is exact here, whatever deviation is allowed.',
    arity: [1, 2],
    translate: (call, modifiers) =>
      typed(aggregateSql(sql`count`, [call.argument(0).sql], { ...modifiers, distinct: true }), bigint),
  },
  {
    kind: 'aggregate',
    names: ['count_if'],
    signature: 'count_if(condition)',
    summary: 'The number of rows for which the condition is true.',
    arity: [1, 1],
    translate(call, modifiers) {
      const held = withCondition(modifiers, asCondition(call.argument(0)));
      const counted = modifiers.distinct ? asBoolean(call.argument(0)) : sql`*`;
      return typed(aggregateSql(sql`count`, [counted], held), bigint);
    },
  },
  condition(['bool_and', 'every'], sql`bool_and`, 'Whether the condition is true for every row where it is known.'),
  condition(['bool_or', 'any', 'some'], sql`bool_or`, 'Whether the condition is true for a row.'),
];

function condition(names: readonly [string, ...string[]], name: Sql, summary: string): AggregateEntry {
  return {
    kind: 'aggregate',
    names,
    signature: `${names[0]}(condition)`,
    summary,
    arity: [1, 1],
    translate: (call, modifiers) => typed(aggregateSql(name, [asBoolean(call.argument(0))], modifiers), boolean),
  };
}

function count(call: FunctionCall, modifiers: AggregateModifiers): Typed {
  const written = call.written(0);
  if (written?.kind === 'star') return typed(aggregateSql(sql`count`, [sql`*`], modifiers), bigint);
  const values = call.arguments().map(({ sql: value }) => value);
  const [only = sql`*`, ...others] = values;
  if (others.length === 0) return typed(aggregateSql(sql`count`, [only], modifiers), bigint);
  const known = joinSql(
    values.map((value) => sql`${operand(value)} IS NOT NULL`),
    ' AND ',
  );
  const counted = modifiers.distinct ? sql`(${joinSql(values, ', ')})` : sql`*`;
  return typed(aggregateSql(sql`count`, [counted], withCondition(modifiers, known)), bigint);
}
