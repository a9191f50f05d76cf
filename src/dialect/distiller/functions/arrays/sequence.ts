import { literal, type Sql, sql } from '../../../../core/sql.ts';
import { asBigint, asInterval, asTimestamp, typeSql } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { bigint, date, familyOf, listOf, timestamp, type Typed, typed } from '../../translate/typed.ts';
import { commonType } from '../../translate/unify.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { ownLambda } from '../lambdas/own.ts';
import { refuseItems, withinItems } from '../limits.ts';

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
  if (typeof from === 'number' && typeof to === 'number' && (call.count === 2 || typeof by === 'number')) {
    refuseItems(call, Math.abs(to - from) / Math.abs(typeof by === 'number' ? by : 1), 1);
  }
  const list = once(asBigint(start), (a) =>
    once(asBigint(stop), (b) =>
      call.count === 3
        ? once(asBigint(call.argument(2)), (step) => sql`generate_series(${a}, ${within(a, b, step)}, ${step})`)
        : byOne(call, a, b),
    ),
  );
  return typed(type === bigint ? list : sql`CAST(${list} AS ${typeSql(listOf(type))})`, listOf(type));
}

function byOne(call: FunctionCall, start: Sql, stop: Sql): Sql {
  const [from, to] = [call.constant(0), call.constant(1)];
  if (typeof from === 'number' && typeof to === 'number') {
    return from <= to ? sql`generate_series(${start}, ${stop})` : sql`generate_series(${start}, ${stop}, -1)`;
  }
  return sql`generate_series(${start}, ${within(start, stop)}, CASE WHEN ${start} <= ${stop} THEN 1 ELSE -1 END)`;
}

/** The end of a sequence, or an error where it is too far from the start. */
function within(start: Sql, stop: Sql, step?: Sql): Sql {
  const span = sql`abs(CAST(${stop} AS DOUBLE) - ${start})`;
  return withinItems(stop, step === undefined ? span : sql`${span} / greatest(abs(CAST(${step} AS DOUBLE)), 1)`);
}

function times(call: FunctionCall, start: Typed, stop: Typed): Typed {
  const type = familyOf(start.type) === 'date' ? date : timestamp;
  const list = once(asTimestamp(start), (a) =>
    once(asTimestamp(stop), (b) => {
      if (call.count === 2) {
        return sql`generate_series(${a}, ${withinTime(a, b, sql`INTERVAL 1 DAY`)}, CASE WHEN ${a} <= ${b} THEN INTERVAL 1 DAY ELSE INTERVAL (-1) DAY END)`;
      }
      const step = asInterval(call.argument(2));
      return mayHoldMonths(call) ? monthly(a, b, step) : stepped(a, b, step);
    }),
  );
  return typed(type === date ? sql`CAST(${list} AS DATE[])` : list, listOf(type));
}

const stepped = (start: Sql, stop: Sql, step: Sql): Sql =>
  sql`generate_series(${start}, ${withinTime(start, stop, step)}, ${step})`;

/** The last time of a sequence, or an error where it is too far from the first. */
function withinTime(start: Sql, stop: Sql, step: Sql): Sql {
  const span = sql`abs(epoch_us(${stop}) - epoch_us(${start}))`;
  const [, count, unit = ''] = /^INTERVAL '?(\d+)'? (DAY|HOUR|MINUTE|SECOND)$/.exec(step.text) ?? [];
  const microseconds = Number(count) * (unitSeconds.get(unit) ?? Number.NaN) * 1e6;
  return withinItems(
    stop,
    Number.isNaN(microseconds)
      ? sql`${span} / greatest(abs(epoch_us(${step})), 1)`
      : sql`${span} // ${literal(microseconds)}`,
  );
}

const unitSeconds: ReadonlyMap<string, number> = new Map([
  ['DAY', 86_400],
  ['HOUR', 3600],
  ['MINUTE', 60],
  ['SECOND', 1],
]);

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
    return sql`CASE WHEN ${months} = 0 THEN ${stepped(start, stop, by)} ELSE list_filter(list_transform(range(${count}), ${place}), ${inside}) END`;
  });
}
