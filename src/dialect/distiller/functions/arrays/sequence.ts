import { type Sql, sql } from '../../../../core/sql.ts';
import { asBigint, asInterval, asTimestamp, typeSql } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { bigint, date, familyOf, listOf, timestamp, type Typed, typed } from '../../translate/typed.ts';
import { commonType } from '../../translate/unify.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { ownLambda } from '../lambdas/own.ts';

/** `sequence` over numbers, dates and timestamps. */
export const sequences: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['sequence'],
    signature: 'sequence(start, stop[, step])',
    summary:
      'An array of the values from start to stop, both included; the step is 1 or one day, down where stop is less.',
    arity: [2, 3],
    translate: sequence,
  },
];

function sequence(call: FunctionCall): Typed {
  const [start, stop] = [call.argument(0), call.argument(1)];
  const isTime = [start, stop].some(({ type }) => familyOf(type) === 'date' || familyOf(type) === 'timestamp');
  return isTime ? times(call, start, stop) : numbers(call, start, stop);
}

function numbers(call: FunctionCall, start: Typed, stop: Typed): Typed {
  const common = commonType(start.type, stop.type);
  const type = familyOf(common) === 'integer' ? common : bigint;
  const [from, to, by] = [call.constant(0), call.constant(1), call.constant(2)];
  if (
    typeof by === 'number' &&
    typeof from === 'number' &&
    typeof to === 'number' &&
    (to - from) * by <= 0 &&
    from !== to
  ) {
    call.fail(`A sequence from ${from} to ${to} cannot be walked in steps of ${by}.`, undefined, 2);
  }
  const list = once(asBigint(start), (a) =>
    once(asBigint(stop), (b) => {
      return call.count === 3 ? sql`generate_series(${a}, ${b}, ${asBigint(call.argument(2))})` : byOne(call, a, b);
    }),
  );
  return typed(type === bigint ? list : sql`CAST(${list} AS ${typeSql(listOf(type))})`, listOf(type));
}

function byOne(call: FunctionCall, start: Sql, stop: Sql): Sql {
  const [from, to] = [call.constant(0), call.constant(1)];
  const [up, down] = [sql`generate_series(${start}, ${stop})`, sql`generate_series(${start}, ${stop}, -1)`];
  if (typeof from === 'number' && typeof to === 'number') return from <= to ? up : down;
  return sql`CASE WHEN ${start} <= ${stop} THEN ${up} ELSE ${down} END`;
}

function times(call: FunctionCall, start: Typed, stop: Typed): Typed {
  const type = familyOf(start.type) === 'date' ? date : timestamp;
  const list = once(asTimestamp(start), (a) =>
    once(asTimestamp(stop), (b) => {
      if (call.count === 2) {
        return sql`generate_series(${a}, ${b}, CASE WHEN ${a} <= ${b} THEN INTERVAL 1 DAY ELSE INTERVAL (-1) DAY END)`;
      }
      const step = asInterval(call.argument(2));
      return mayHoldMonths(call) ? monthly(a, b, step) : sql`generate_series(${a}, ${b}, ${step})`;
    }),
  );
  return typed(type === date ? sql`CAST(${list} AS DATE[])` : list, listOf(type));
}

function mayHoldMonths(call: FunctionCall): boolean {
  const step = call.written(2);
  return (
    step?.kind !== 'interval' || step.parts.some(({ unit, to }) => to !== undefined || /year|quarter|month/.test(unit))
  );
}

/** Each time is so many steps from the first: the end of a month stays one, where adding step by step would lose it. */
function monthly(start: Sql, stop: Sql, step: Sql): Sql {
  return once(step, (by) => {
    const place = ownLambda(['place'], ([index]) => sql`${start} + ${by} * ${index}`);
    const inside = ownLambda(
      ['time'],
      ([time]) => sql`CASE WHEN ${by} > INTERVAL 0 DAY THEN ${time} <= ${stop} ELSE ${time} >= ${stop} END`,
    );
    const months = sql`datepart('year', ${by}) * 12 + datepart('month', ${by})`;
    const count = sql`abs(date_diff('month', ${start}, ${stop})) // abs(${months}) + 2`;
    return sql`CASE WHEN ${months} = 0 THEN generate_series(${start}, ${stop}, ${by}) ELSE list_filter(list_transform(range(${count}), ${place}), ${inside}) END`;
  });
}
