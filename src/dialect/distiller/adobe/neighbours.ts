import { literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import { bigint, double, structOf, type Typed, typed } from '../translate/typed.ts';
import { type AdobeCall, type AdobeFunction, remaining, running, structOfSql, windowOf } from './contract.ts';

/** The value so many events away, in a struct with the one field `value`. */
function neighbour(call: AdobeCall, pick: 'lag' | 'lead'): Typed {
  const key = call.argument(0);
  const nulls = call.flag(2, false) ? sql` IGNORE NULLS` : sql``;
  const value = sql`${rawSql(pick)}(${key.sql}, ${literal(call.number(1, 1))}${nulls}) OVER ${windowOf(call.window, undefined)}`;
  return typed(structOfSql([['value', value]]), structOf([['value', key.type]]));
}

const secondsIn: Readonly<Partial<Record<string, number>>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** Time from each event to the nearest one that matches, in whole seconds or in fractions of longer units. */
function timeBetween(call: AdobeCall, pick: 'first_value' | 'last_value', frame: Sql): Typed {
  const unit = call.text(2, 'seconds').toLowerCase().replace(/s?$/, 's');
  const seconds =
    secondsIn[unit] ?? call.fail(`“${unit}” is no unit: there is 'seconds', 'minutes', 'hours' and 'days'.`, 2);
  const at = call.timestamp(0);
  const over = windowOf(call.window, call.window.frame ?? frame);
  const match = sql`${rawSql(pick)}(CASE WHEN ${call.condition(1)} THEN epoch_us(${at}) END IGNORE NULLS) OVER ${over}`;
  const between = sql`(epoch_us(${at}) - ${match})`;
  return seconds === 1
    ? typed(sql`CAST(trunc(${between} / 1000000) AS BIGINT)`, bigint)
    : typed(sql`${between} / ${literal(seconds * 1_000_000)}`, double);
}

export const neighbourFunctions: readonly AdobeFunction[] = [
  {
    name: 'previous',
    signature: 'PREVIOUS(key [, shift [, ignore_nulls]])',
    summary: 'The value of an earlier event, in the field “value”: the one before unless shift says otherwise.',
    arity: [1, 3],
    translate: (call) => neighbour(call, 'lag'),
  },
  {
    name: 'next',
    signature: 'NEXT(key [, shift [, ignore_nulls]])',
    summary: 'The value of a later event, in the field “value”: the one behind unless shift says otherwise.',
    arity: [1, 3],
    translate: (call) => neighbour(call, 'lead'),
  },
  {
    name: 'time_between_previous_match',
    signature: "TIME_BETWEEN_PREVIOUS_MATCH(timestamp, condition [, 'seconds'])",
    summary: 'Time since the condition was last true; NULL before it ever was.',
    arity: [2, 3],
    translate: (call) => timeBetween(call, 'last_value', running),
  },
  {
    name: 'time_between_next_match',
    signature: "TIME_BETWEEN_NEXT_MATCH(timestamp, condition [, 'seconds'])",
    summary: 'Time until the condition is true next, as a negative number; NULL when it never is again.',
    arity: [2, 3],
    translate: (call) => timeBetween(call, 'first_value', remaining),
  },
];
