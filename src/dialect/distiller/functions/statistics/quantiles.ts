import { type Sql, sql } from '../../../../core/sql.ts';
import { asBigint, asDouble, typeSql } from '../../translate/coerce.ts';
import { operand } from '../../translate/operand.ts';
import { once } from '../../translate/once.ts';
import { type DataType, double, familyOf, listOf, type Typed, typed, unknownType } from '../../translate/typed.ts';
import { aggregateSql, withCondition } from '../aggregates/call.ts';
import type { AggregateModifiers, FunctionCall, FunctionEntry } from '../contract.ts';

/** Quantiles, one or several at once. */
export const quantiles: readonly FunctionEntry[] = [
  {
    kind: 'aggregate',
    names: ['percentile'],
    signature: 'percentile(number, share[, frequency])',
    summary:
      'The value below which a share of 0 to 1 of the values lies, between two values where need be; an array of shares gives an array.',
    arity: [2, 3],
    translate: percentile,
  },
  {
    kind: 'aggregate',
    names: ['percentile_approx', 'approx_percentile'],
    signature: 'percentile_approx(value, share[, accuracy])',
    summary:
      'The least value that a share of 0 to 1 of the values does not exceed; it is exact here, whatever the accuracy.',
    arity: [2, 3],
    translate(call, modifiers) {
      const value = call.argument(0);
      return typed(
        aggregateSql(sql`quantile_disc`, [value.sql, call.argument(1).sql], modifiers),
        asShares(call, 1, value.type),
      );
    },
  },
  {
    kind: 'aggregate',
    names: ['percentile_cont'],
    signature: 'percentile_cont(share) WITHIN GROUP (ORDER BY number)',
    summary: 'The value below which a share of 0 to 1 of the values lies, between two values where need be.',
    arity: [1, 1],
    translate: (call, modifiers) =>
      typed(
        sql`CAST(${withinGroup(call, sql`percentile_cont`, modifiers)} AS ${typeSql(asShares(call, 0, double))})`,
        asShares(call, 0, double),
      ),
  },
  {
    kind: 'aggregate',
    names: ['percentile_disc'],
    signature: 'percentile_disc(share) WITHIN GROUP (ORDER BY value)',
    summary: 'The first value that a share of 0 to 1 of the values does not exceed.',
    arity: [1, 1],
    translate: (call, modifiers) =>
      typed(withinGroup(call, sql`percentile_disc`, modifiers), asShares(call, 0, unknownType)),
  },
  {
    kind: 'aggregate',
    names: ['median'],
    signature: 'median(number)',
    summary: 'The value in the middle, or the mean of the two in the middle.',
    arity: [1, 1],
    translate: (call, modifiers) => typed(aggregateSql(sql`median`, [asDouble(call.argument(0))], modifiers), double),
  },
];

const asShares = (call: FunctionCall, index: number, type: DataType): DataType =>
  familyOf(call.argument(index).type) === 'list' ? listOf(type) : type;

function withinGroup(call: FunctionCall, name: Sql, { orderBy, ...modifiers }: AggregateModifiers): Sql {
  if (orderBy === undefined)
    return call.fail(
      `“${call.name}” needs an order.`,
      `It is written ${call.name}(0.5) WITHIN GROUP (ORDER BY value).`,
    );
  return aggregateSql(name, [call.argument(0).sql], modifiers, orderBy);
}

function percentile(call: FunctionCall, modifiers: AggregateModifiers): Typed {
  const value = asDouble(call.argument(0));
  const share = call.argument(1).sql;
  const type = asShares(call, 1, double);
  if (call.count === 2) return typed(aggregateSql(sql`quantile_cont`, [value, share], modifiers), type);
  return typed(weighted(value, share, asBigint(call.argument(2)), modifiers), type);
}

/** Every value is repeated as often as it is said to occur. */
function weighted(value: Sql, share: Sql, frequency: Sql, modifiers: AggregateModifiers): Sql {
  const repeated = sql`list_resize(CAST([] AS DOUBLE[]), ${frequency}, ${value})`;
  const counted = withCondition(modifiers, sql`${operand(value)} IS NOT NULL AND ${operand(frequency)} > 0`);
  return once(
    aggregateSql(sql`list`, [repeated], counted),
    (all) => sql`list_aggregate(flatten(${all}), 'quantile_cont', ${share})`,
  );
}
