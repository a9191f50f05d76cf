import { literal, rawSql, type Sql, sql } from '../../../../core/sql.ts';
import { asBigint } from '../../translate/coerce.ts';
import { double, type Typed, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';

/** With a seed Spark's own numbers, row by row, as one partition of it gives them; NULL counts as 0. */
function random(call: FunctionCall, name: 'sh_rand' | 'sh_randn', unseeded: Sql): Typed {
  if (call.count === 0) return typed(unseeded, double);
  const written = call.constant(0);
  if (written === undefined) call.fail(`The seed of “${call.name}” is a number that is written out.`, undefined, 0);
  const seed = written === null ? sql`'0'` : sql`CAST(${asBigint(call.argument(0))} AS VARCHAR)`;
  const place = literal(call.written(0)?.span.start ?? 0);
  return typed(sql`${rawSql(name)}(${seed}, ${place}, CAST(current_query_id() AS DOUBLE), random())`, double);
}

/** Random values: new ones in every row, and without a seed in every run. */
export const randomValues: readonly FunctionEntry[] = [
  scalar(
    'rand([seed])',
    'A random number from 0 up to 1, 1 excluded.',
    (call) => random(call, 'sh_rand', sql`random()`),
    ['random'],
  ),
  scalar('randn([seed])', 'A random number of the standard normal distribution.', (call) =>
    random(call, 'sh_randn', sql`(sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()))`),
  ),
  scalar('uuid()', 'A random UUID as text.', () => typed(sql`CAST(uuid() AS VARCHAR)`, varchar)),
];
