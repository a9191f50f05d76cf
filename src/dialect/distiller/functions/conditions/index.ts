import { joinSql, type Sql, sql } from '../../../../core/sql.ts';
import { asBoolean, asCondition, asDouble, asText } from '../../translate/coerce.ts';
import { comparable } from '../../translate/compare.ts';
import { once } from '../../translate/once.ts';
import { operand } from '../../translate/operand.ts';
import { boolean, nullType, type Typed, typed } from '../../translate/typed.ts';
import { unify } from '../../translate/unify.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { numericOf } from '../numbers/operands.ts';
import { scalar } from '../scalar-entry.ts';

/** Values of a call brought to their common type, as SQL and type. */
function common(values: readonly Typed[]): { readonly list: readonly Sql[]; readonly type: Typed['type'] } {
  const unified = unify(values);
  return { list: unified.values.map((value) => value.sql), type: unified.type };
}

function coalesce(call: FunctionCall): Typed {
  const { list, type } = common(call.arguments());
  return typed(sql`coalesce(${joinSql(list, ', ')})`, type);
}

/** `condition ? first : second`. */
function either(condition: Sql, first: Typed, second: Typed): Typed {
  const { values, type } = unify([first, second]);
  const [then, otherwise] = values;
  return typed(
    sql`CASE WHEN ${condition} THEN ${then?.sql ?? sql`NULL`} ELSE ${otherwise?.sql ?? sql`NULL`} END`,
    type,
  );
}

/** Both sides as they compare, each in brackets where it needs them. */
function compared(call: FunctionCall): readonly [Sql, Sql] {
  const [left, right] = [call.written(0), call.written(1)];
  if (left === undefined || right === undefined) return call.fail(`“${call.name}” takes two values.`);
  const [a, b] = comparable(
    { expression: left, value: call.argument(0) },
    { expression: right, value: call.argument(1) },
  );
  return [operand(a.sql), operand(b.sql)];
}

/** Stops the statement with `message` unless the condition holds. */
function assertion(condition: Sql, message: Sql): Typed {
  return typed(sql`CASE WHEN ${operand(condition)} IS NOT TRUE THEN error(${message}) END`, nullType);
}

/** Choosing between values, and asking whether they are there. */
export const conditionFunctions: readonly FunctionEntry[] = [
  scalar(
    'assert_true(condition[, message])',
    'NULL where the condition holds; stops the statement elsewhere.',
    (call) =>
      assertion(
        asBoolean(call.argument(0)),
        call.count === 2 ? asText(call.argument(1)) : sql`'The condition of assert_true does not hold.'`,
      ),
  ),
  scalar('coalesce(value, …)', 'The first of the values that is not NULL.', coalesce),
  scalar('equal_null(a, b)', 'Whether the values are equal, where NULL equals NULL.', (call) => {
    const [a, b] = compared(call);
    return typed(sql`(${a} IS NOT DISTINCT FROM ${b})`, boolean);
  }),
  scalar(
    'if(condition, value, otherwise)',
    'The value where the condition holds, else the other one.',
    (call) => either(asCondition(call.argument(0)), call.argument(1), call.argument(2)),
    ['iff'],
  ),
  scalar('ifnull(value, otherwise)', 'The value, or the other one where it is NULL.', coalesce, ['nvl']),
  scalar('isnan(number)', 'Whether the number is NaN; false for NULL.', (call) =>
    typed(sql`coalesce(isnan(${asDouble(call.argument(0))}), FALSE)`, boolean),
  ),
  scalar('isnotnull(value)', 'Whether the value is not NULL.', (call) =>
    typed(sql`(${operand(call.argument(0).sql)} IS NOT NULL)`, boolean),
  ),
  scalar('isnull(value)', 'Whether the value is NULL.', (call) =>
    typed(sql`(${operand(call.argument(0).sql)} IS NULL)`, boolean),
  ),
  scalar('nanvl(number, otherwise)', 'The number, or the other one where it is NaN.', (call) => {
    const { values, type } = numericOf([call.argument(0), call.argument(1)]);
    const [value, otherwise] = values;
    if (value === undefined || otherwise === undefined) return call.fail('nanvl takes two numbers.');
    return typed(
      once(value, (v) => sql`CASE WHEN isnan(${v}) THEN ${otherwise} ELSE ${v} END`),
      type,
    );
  }),
  scalar('nullif(value, other)', 'The value, or NULL where it equals the other one.', (call) => {
    const [a, b] = compared(call);
    return typed(sql`nullif(${a}, ${b})`, call.argument(0).type);
  }),
  scalar('nvl2(value, present, absent)', 'The second value where the first is not NULL, else the third.', (call) =>
    either(sql`${operand(call.argument(0).sql)} IS NOT NULL`, call.argument(1), call.argument(2)),
  ),
  scalar('raise_error(message)', 'Stops the statement with this message.', (call) =>
    typed(sql`error(${asText(call.argument(0))})`, nullType),
  ),
];
