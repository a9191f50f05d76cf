import { literal, type Sql, sql } from '../../../../core/sql.ts';
import { asDouble, typeSql } from '../../translate/coerce.ts';
import { operand } from '../../translate/operand.ts';
import { once } from '../../translate/once.ts';
import { type DataType, double, familyOf, listOf, structOf, type Typed, typed } from '../../translate/typed.ts';
import { aggregateSql, withCondition } from '../aggregates/call.ts';
import type { AggregateModifiers, FunctionCall, FunctionEntry } from '../contract.ts';
import { ownLambda } from '../lambdas/own.ts';

/**
 * `histogram_numeric`: values are taken in one by one, each as a bin of its own, and the two bins that lie nearest to each
 * other become one whenever there are too many. Source: Ben-Haim and Tom-Tov, “A Streaming Parallel Decision Tree
 * Algorithm” (2010), as Hive and Spark have it; here values come in ascending order, so that the result is always the same.
 */
export const histograms: readonly FunctionEntry[] = [
  {
    kind: 'aggregate',
    names: ['histogram_numeric'],
    signature: 'histogram_numeric(number, bins)',
    summary: 'A histogram with so many bins of uneven width, as an array of structs of a middle x and a height y.',
    arity: [2, 2],
    translate: histogram,
  },
];

function histogram(call: FunctionCall, modifiers: AggregateModifiers): Typed {
  const most = call.constant(1);
  if (typeof most !== 'number' || !Number.isInteger(most) || most < 2) {
    return call.fail('The number of bins is a whole number from 2 that is written out.', undefined, 1);
  }
  const value = call.argument(0);
  const number = asDouble(value);
  const counts = aggregateSql(sql`histogram`, [number], withCondition(modifiers, sql`${operand(number)} IS NOT NULL`));
  const bin = ownLambda(['entry'], ([entry]) => sql`{'x': ${entry}.key, 'y': CAST(${entry}.value AS DOUBLE)}`);
  const single = sql`list_transform(list_sort(map_entries(${counts})), ${bin})`;
  const bins = folded(inParts(inParts(single, most), most), most);
  if (familyOf(value.type) !== 'integer') return typed(bins, binsOf(double));
  const whole = ownLambda(
    ['bin'],
    ([one]) => sql`{'x': CAST(trunc(${one}.x) AS ${typeSql(value.type)}), 'y': ${one}.y}`,
  );
  return typed(sql`list_transform(${bins}, ${whole})`, binsOf(value.type));
}

const binsOf = (middle: DataType): DataType =>
  listOf(
    structOf([
      ['x', middle],
      ['y', double],
    ]),
  );

/** Long lists are folded part by part, all parts at once, as a cluster folds what each of its machines holds. */
function inParts(bins: Sql, most: number): Sql {
  return once(bins, (all) => {
    const part = ownLambda(['start'], ([start]) =>
      folded(sql`list_slice(${all}, ${start} + 1, ${start} + ${partLength})`, most),
    );
    return sql`flatten(list_transform(range(0, len(${all}), ${partLength}), ${part}))`;
  });
}

const partLength = literal(512);

function folded(bins: Sql, most: number): Sql {
  return sql`list_reduce(list_transform(${bins}, ${ownLambda(['bin'], ([bin]) => sql`[${bin}]`)}), ${merging(most)})`;
}

function merging(most: number): Sql {
  return ownLambda(['bins', 'next'], ([bins, next]) =>
    once(
      sql`${bins} || ${next}`,
      (all) => sql`CASE WHEN len(${all}) <= ${literal(most)} THEN ${all} ELSE ${nearestMerged(all)} END`,
    ),
  );
}

function nearestMerged(all: Sql): Sql {
  const gap = ownLambda(['bin', 'place'], ([bin, place]) => sql`${all}[${place} + 1].x - ${bin}.x`);
  return once(sql`list_transform(${all}, ${gap})`, (gaps) =>
    once(sql`list_position(${gaps}, list_min(${gaps}))`, (at) => {
      const [left, right] = [sql`${all}[${at}]`, sql`${all}[${at} + 1]`];
      const height = sql`${left}.y + ${right}.y`;
      const middle = sql`(${left}.x * ${left}.y + ${right}.x * ${right}.y) / (${height})`;
      return sql`${all}[1:${at} - 1] || [{'x': ${middle}, 'y': ${height}}] || ${all}[${at} + 2:]`;
    }),
  );
}
