import { type Sql, sql } from '../../../../core/sql.ts';
import { double, type Typed, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';

function random(call: FunctionCall, value: Sql): Typed {
  if (call.count > 0)
    call.notice(
      `The seed of “${call.name}” is not used: rows come in no fixed order, so the numbers differ from run to run.`,
    );
  return typed(value, double);
}

/** Random values, new ones in every row and every run. */
export const randomValues: readonly FunctionEntry[] = [
  scalar('rand([seed])', 'A random number from 0 up to 1, 1 excluded.', (call) => random(call, sql`random()`), [
    'random',
  ]),
  scalar('randn([seed])', 'A random number of the standard normal distribution (Box–Muller).', (call) =>
    random(call, sql`(sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()))`),
  ),
  scalar('uuid()', 'A random UUID as text.', () => typed(sql`CAST(uuid() AS VARCHAR)`, varchar)),
];
