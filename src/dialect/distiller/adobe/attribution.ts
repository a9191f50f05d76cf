import { literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import { asText } from '../translate/coerce.ts';
import { bigint, double, structOf, timestamp, type Typed, typed } from '../translate/typed.ts';
import { type AdobeCall, type AdobeFunction, remaining, running, structOfSql, windowOf } from './contract.ts';

type Touch = 'first' | 'last';

/** The first or last touch that has a value, over a window. */
function touch(call: AdobeCall, which: Touch, over: Sql, share: 'fraction' | 'percentage'): Typed {
  const value = call.argument(2);
  const pick = rawSql(which === 'first' ? 'first_value' : 'last_value');
  const picked = sql`${pick}(${value.sql} IGNORE NULLS) OVER ${over}`;
  const at = sql`${pick}(CASE WHEN ${value.sql} IS NOT NULL THEN ${call.timestamp(0)} END IGNORE NULLS) OVER ${over}`;
  const type = structOf([
    ['name', { kind: 'scalar', name: 'VARCHAR' }],
    ['value', value.type],
    ['timestamp', timestamp],
    [share, double],
  ]);
  const fields = [
    ['name', asText(call.argument(1))],
    ['value', picked],
    ['timestamp', at],
    [share, sql`CASE WHEN ${picked} IS NOT NULL THEN 1.0::DOUBLE END`],
  ] as const;
  return typed(structOfSql(fields), type);
}

/** Touches up to each event, or from it on where the window looks forward. */
const overWindow = (call: AdobeCall, fallback: Sql): Sql => windowOf(call.window, call.window.frame ?? fallback);

/** Segments that end before or after the rows for which the condition is true. */
function overSegments(call: AdobeCall, fallback: Sql): Sql {
  const condition = sql`CASE WHEN ${call.condition(3)} THEN 1 END`;
  const before = call.flag(4, false);
  const upTo = before ? running : sql`ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING`;
  const segment = call.lift(typed(sql`count(${condition}) OVER ${windowOf(call.window, upTo)}`, bigint), 'segment');
  return windowOf(call.window, call.window.frame ?? fallback, [segment.sql]);
}

/** Touches at most so many seconds away. */
function overSeconds(call: AdobeCall, which: Touch): Sql {
  const length = sql`INTERVAL ${literal(String(call.number(3)))} SECONDS`;
  const frame =
    which === 'first'
      ? sql`RANGE BETWEEN ${length} PRECEDING AND CURRENT ROW`
      : sql`RANGE BETWEEN CURRENT ROW AND ${length} FOLLOWING`;
  return windowOf({ ...call.window, orderBy: [call.timestamp(0)] }, frame);
}

export const attributionFunctions: readonly AdobeFunction[] = [
  {
    name: 'attribution_first_touch',
    signature: 'ATTRIBUTION_FIRST_TOUCH(timestamp, channel_name, channel_value)',
    summary: 'The first channel a person came by, up to each event.',
    arity: [3, 3],
    translate: (call) => touch(call, 'first', overWindow(call, running), 'fraction'),
  },
  {
    name: 'attribution_last_touch',
    signature: 'ATTRIBUTION_LAST_TOUCH(timestamp, channel_name, channel_value)',
    summary: 'The last channel a person came by, up to each event.',
    arity: [3, 3],
    translate: (call) => touch(call, 'last', overWindow(call, running), 'fraction'),
  },
  {
    name: 'attribution_first_touch_exp_if',
    signature: 'ATTRIBUTION_FIRST_TOUCH_EXP_IF(timestamp, channel_name, channel_value, condition, before)',
    summary: 'The first channel since the condition was last true; the touch expires before or after that event.',
    arity: [4, 5],
    translate: (call) => touch(call, 'first', overSegments(call, running), 'fraction'),
  },
  {
    name: 'attribution_last_touch_exp_if',
    signature: 'ATTRIBUTION_LAST_TOUCH_EXP_IF(timestamp, channel_name, channel_value, condition, before)',
    summary: 'The last channel before the condition becomes true next; the touch expires before or after that event.',
    arity: [4, 5],
    translate: (call) => touch(call, 'last', overSegments(call, remaining), 'percentage'),
  },
  {
    name: 'attribution_first_touch_exp_timeout',
    signature: 'ATTRIBUTION_FIRST_TOUCH_EXP_TIMEOUT(timestamp, channel_name, channel_value, seconds)',
    summary: 'The first channel within so many seconds before each event.',
    arity: [4, 4],
    translate: (call) => touch(call, 'first', overSeconds(call, 'first'), 'fraction'),
  },
  {
    name: 'attribution_last_touch_exp_timeout',
    signature: 'ATTRIBUTION_LAST_TOUCH_EXP_TIMEOUT(timestamp, channel_name, channel_value, seconds)',
    summary: 'The last channel within so many seconds after each event.',
    arity: [4, 4],
    translate: (call) => touch(call, 'last', overSeconds(call, 'last'), 'percentage'),
  },
];
