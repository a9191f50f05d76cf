import { joinSql, type Sql, sql } from '../../../core/sql.ts';
import type { FunctionCall } from '../functions/contract.ts';
import { readSession, windowType } from '../functions/windows/time-windows.ts';
import type { Select } from '../syntax/query.ts';
import { isTimeWindow } from './calls.ts';
import type { Context } from './context.ts';
import { nameSql } from './operand.ts';
import type { Scope } from './scope.ts';
import type { Source, TimedSource } from './source.ts';
import { typed } from './typed.ts';

/**
 * Sessions of the groups that stand beside `session_window` in GROUP BY: a row goes on with the session before it where it
 * begins before, or just as, that ends. Without GROUP BY each row is a session of its own.
 */
export function sessions(
  select: Select,
  call: FunctionCall,
  source: Source | undefined,
  where: Sql | undefined,
  base: Scope,
  context: Context,
): TimedSource {
  const { time, end } = readSession(call);
  const lasts = where === undefined ? sql`${end} > ${time}` : sql`(${where}) AND ${end} > ${time}`;
  const own = sql`{'start': ${time}, 'end': ${end}}`;
  if (select.groupBy === undefined) return { source, where: lasts, window: typed(own, windowType) };
  const [table, ...others] = source?.relations ?? [];
  if (source === undefined || table === undefined || others.some(({ made }) => made !== true)) {
    return call.fail(
      'Sessions are made of the rows of one table.',
      'Join the tables in a subquery first: FROM (SELECT … ) AS events.',
    );
  }
  const keys = groupKeys(select, call, base, context);
  const begins = context.freshName('begins');
  const number = context.freshName('number');
  const session = context.freshName('session');
  const alias = table.alias ?? context.freshName('source');
  const as = (query: Sql) => sql`(\n${query}\n) AS ${nameSql(alias)}`;
  const inOrder = sql`${partition(keys)}ORDER BY ${time}`;
  const before = sql`max(${end}) OVER (${inOrder} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;
  const marked = as(
    sql`SELECT *, CASE WHEN ${time} <= ${before} THEN 0 ELSE 1 END AS ${nameSql(begins)}\nFROM ${source.sql}\nWHERE ${lasts}`,
  );
  const numbered = as(sql`SELECT *, sum(${nameSql(begins)}) OVER (${inOrder}) AS ${nameSql(number)}\nFROM ${marked}`);
  const whole = sql`(${partition([...keys, nameSql(number)])})`;
  const spans = sql`{'start': min(${time}) OVER ${whole}, 'end': max(${end}) OVER ${whole}}`;
  const grouped = as(sql`SELECT *, ${spans} AS ${nameSql(session)}\nFROM ${numbered}`);
  const hidden = [...(table.hidden ?? []), begins, number, session];
  return {
    source: { ...source, sql: grouped, relations: [{ ...table, alias, hidden }, ...others] },
    where: undefined,
    window: typed(sql`${nameSql(alias)}.${nameSql(session)}`, windowType),
  };
}

/** What the rows of a session have in common: all else of GROUP BY. */
function groupKeys({ groupBy }: Select, call: FunctionCall, base: Scope, context: Context): readonly Sql[] {
  return (groupBy?.elements ?? []).flatMap((element) => {
    if (element.kind !== 'expression')
      return call.fail('Sessions cannot be grouped with ROLLUP, CUBE or GROUPING SETS.', 'Group by plain columns.');
    const { value } = element;
    return value.kind === 'call' && isTimeWindow(value) ? [] : [context.expression(value, base).sql];
  });
}

const partition = (keys: readonly Sql[]): Sql =>
  keys.length === 0 ? sql`` : sql`PARTITION BY ${joinSql(keys, ', ')} `;
