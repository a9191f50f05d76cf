import { joinSql, sql } from '../../../../core/sql.ts';
import { once } from '../../translate/once.ts';
import { operand } from '../../translate/operand.ts';
import { type Typed, typed } from '../../translate/typed.ts';
import { unify } from '../../translate/unify.ts';
import type { FunctionCall } from '../contract.ts';

/** `decode(value, search, result, …[, otherwise])`: the result of the first search that equals the value, NULL equal to NULL. */
export function decodeSearch(call: FunctionCall): Typed {
  const [value, ...rest] = call.arguments();
  if (value === undefined) return call.fail('decode takes a value and what to look for.');
  const pairs = Math.floor(rest.length / 2);
  const searches = unify([value, ...rest.filter((_, index) => index % 2 === 0 && index < pairs * 2)]).values;
  const results = unify(rest.filter((_, index) => index % 2 === 1 || index === pairs * 2));
  const [subject = value, ...wanted] = searches;
  const body = once(subject.sql, (v) => {
    const branches = wanted.map(
      (search, index) =>
        sql`WHEN ${operand(v)} IS NOT DISTINCT FROM ${operand(search.sql)} THEN ${results.values[index]?.sql ?? sql`NULL`}`,
    );
    const otherwise = results.values[pairs]?.sql ?? sql`NULL`;
    return sql`CASE ${joinSql(branches, ' ')} ELSE ${otherwise} END`;
  });
  return typed(body, results.type);
}
