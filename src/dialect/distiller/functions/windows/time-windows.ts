import { literal, type Sql, sql } from '../../../../core/sql.ts';
import { asTimestamp } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { structOf, timestamp, type Typed, typed } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';

/** Windows of time, to group by. */
export const timeWindows: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['window'],
    signature: "window(time, '10 minutes'[, slide[, start]])",
    summary: 'The window of time that holds a moment, as a struct of start and end; windows count from 1970 in UTC.',
    arity: [2, 4],
    translate: window,
  },
  {
    kind: 'scalar',
    names: ['window_time'],
    signature: 'window_time(window)',
    summary: 'The last microsecond of a window of time.',
    arity: [1, 1],
    translate: (call) =>
      typed(sql`(struct_extract(${call.argument(0).sql}, 'end') - INTERVAL 1 MICROSECOND)`, timestamp),
  },
  {
    kind: 'scalar',
    names: ['session_window'],
    signature: 'session_window(time, gap)',
    summary: 'Not offered: sessions are made by sess_timeout.',
    arity: [2, 2],
    translate: (call) =>
      call.fail(
        'Sessions cannot be grouped by session_window.',
        'Use SESS_TIMEOUT(timestamp, seconds) OVER (PARTITION BY … ORDER BY timestamp) and group by its field num.',
      ),
  },
];

const windowType = structOf([
  ['start', timestamp],
  ['end', timestamp],
]);

function window(call: FunctionCall): Typed {
  const length = duration(call, 1);
  if (call.count > 2 && duration(call, 2).text !== length.text) {
    call.fail(
      'Windows of time that overlap put a row into several groups.',
      'Make the rows first: LATERAL VIEW explode(sequence(first start, last start, slide)).',
      2,
    );
  }
  const origin = call.count > 3 ? sql`TIMESTAMP '1970-01-01' + ${duration(call, 3)}` : sql`TIMESTAMP '1970-01-01'`;
  const start = sql`time_bucket(${length}, ${asTimestamp(call.argument(0))}, ${origin})`;
  return typed(
    once(start, (at) => sql`{'start': ${at}, 'end': ${at} + ${length}}`),
    windowType,
  );
}

/** A length of time that is written out; months have no fixed length. */
function duration(call: FunctionCall, index: number): Sql {
  const written = call.constant(index);
  const text = typeof written === 'string' ? written.trim().replace(/^interval\s+/i, '') : '';
  if (/^(?:[+-]?\d+\s+(?:week|day|hour|minute|second|millisecond|microsecond)s?\s*)+$/i.test(text)) {
    return sql`INTERVAL ${literal(text)}`;
  }
  return call.fail(
    "A length of time is written out in weeks or less: '10 minutes', '1 hour 30 minutes'.",
    undefined,
    index,
  );
}
