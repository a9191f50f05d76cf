import { rawSql, type Sql, sql } from '../../../../core/sql.ts';
import { asDouble } from '../../translate/coerce.ts';
import { double, typed } from '../../translate/typed.ts';
import type { FunctionEntry, ScalarEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';
import { asNumber } from './operands.ts';

/** The number where it is above zero, NULL elsewhere: there Spark's logarithms are NULL. */
const positive = (value: Sql): Sql => sql`nullif(greatest(${value}, 0), 0)`;

const logarithm = (name: string, summary: string): ScalarEntry =>
  scalar(`${name}(number)`, summary, (call) =>
    typed(sql`${rawSql(name)}(${positive(asNumber(call.argument(0)))})`, double),
  );

/** Powers and logarithms. */
export const logarithms: readonly FunctionEntry[] = [
  scalar('e()', 'The number e, the base of the natural logarithm.', () => typed(sql`exp(1)`, double)),
  scalar('exp(number)', 'e raised to this power.', (call) => typed(sql`exp(${asNumber(call.argument(0))})`, double)),
  scalar('expm1(number)', 'e raised to this power, less 1, exact near zero too.', (call) =>
    typed(sql`sh_expm1(${asDouble(call.argument(0))})`, double),
  ),
  logarithm('ln', 'The natural logarithm; NULL unless the number is above zero.'),
  scalar(
    'log([base, ]number)',
    'The logarithm to a base, or the natural one; NULL unless the number is above zero.',
    (call) => {
      if (call.count === 1) return typed(sql`ln(${positive(asNumber(call.argument(0)))})`, double);
      const [base, number] = [asNumber(call.argument(0)), asNumber(call.argument(1))];
      return typed(sql`(ln(${positive(number)}) / ln(${positive(base)}))`, double);
    },
  ),
  logarithm('log10', 'The logarithm to base 10; NULL unless the number is above zero.'),
  scalar('log1p(number)', 'The natural logarithm of 1 + number, exact near zero too; NULL from −1 down.', (call) =>
    typed(sql`sh_log1p(nullif(greatest(${asDouble(call.argument(0))}, -1), -1))`, double),
  ),
  logarithm('log2', 'The logarithm to base 2; NULL unless the number is above zero.'),
  scalar(
    'pow(base, exponent)',
    'The base raised to the exponent.',
    (call) => typed(sql`pow(${asNumber(call.argument(0))}, ${asNumber(call.argument(1))})`, double),
    ['power'],
  ),
];
