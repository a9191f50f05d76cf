import { literal, type Sql, sql } from '../../../core/sql.ts';
import { bigint, boolean, structOf, type Typed, typed } from '../translate/typed.ts';
import { type AdobeCall, type AdobeFunction, running, structOfSql, windowOf } from './contract.ts';

const sessionType = structOf([
  ['timestamp_diff', bigint],
  ['num', bigint],
  ['is_new', boolean],
  ['depth', bigint],
]);

/** Cuts each partition's events into sessions: `begins` is true on the first row of one. */
function session(call: AdobeCall, begins: (since: Sql, row: Sql) => Sql): Typed {
  const { window } = call;
  const at = call.timestamp(0);
  const over = windowOf(window, undefined);
  const seconds = sql`(epoch_us(${at}) - lag(epoch_us(${at})) OVER ${over}) // 1000000`;
  const since = call.lift(typed(seconds, bigint), 'since').sql;
  const row = call.lift(typed(sql`row_number() OVER ${over}`, bigint), 'row').sql;
  const isNew = begins(since, row);
  const cumulative = windowOf(window, running);
  return typed(
    structOfSql([
      ['timestamp_diff', sql`coalesce(${since}, 0)`],
      ['num', sql`count(CASE WHEN ${isNew} THEN 1 END) OVER ${cumulative}`],
      ['is_new', isNew],
      ['depth', sql`${row} - max(CASE WHEN ${isNew} THEN ${row} END) OVER ${cumulative} + 1`],
    ]),
    sessionType,
  );
}

export const sessionFunctions: readonly AdobeFunction[] = [
  {
    name: 'sess_timeout',
    signature: 'SESS_TIMEOUT(timestamp, seconds)',
    summary: 'The session of each event: a new one begins after a gap longer than so many seconds.',
    arity: [2, 2],
    translate(call) {
      const limit = literal(call.number(1));
      return session(call, (since) => sql`(${since} IS NULL OR ${since} > ${limit})`);
    },
  },
  {
    name: 'sess_start',
    signature: 'SESS_START(timestamp, condition)',
    summary: 'The session of each event: a new one begins with every event for which the condition is true.',
    arity: [2, 2],
    translate(call) {
      const starts = call.condition(1);
      return session(call, (_, row) => sql`(${row} = 1 OR coalesce(${starts}, FALSE))`);
    },
  },
  {
    name: 'sess_end',
    signature: 'SESS_END(timestamp, condition)',
    summary: 'The session of each event: one ends with every event for which the condition is true.',
    arity: [2, 2],
    translate(call) {
      const before = sql`coalesce(lag(${call.condition(1)}) OVER ${windowOf(call.window, undefined)}, FALSE)`;
      const ended = call.lift(typed(before, boolean), 'ended').sql;
      return session(call, (_, row) => sql`(${row} = 1 OR ${ended})`);
    },
  },
];
