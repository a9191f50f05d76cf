import { joinSql, type Sql, sql } from '../../../../core/sql.ts';
import { nameSql } from '../../translate/operand.ts';
import type { Typed } from '../../translate/typed.ts';
import type { FunctionCall } from '../contract.ts';

/** A user's lambda in the engine's words. */
export interface UserLambda {
  /** `lambda x: body`, to stand as an argument. */
  readonly sql: Sql;
  readonly body: Typed;
}

/** What the parameters of the user stand for, made from those of the engine. */
type Values = (...names: readonly Sql[]) => readonly Typed[];
/** What is made of the body before it ends the lambda. */
type Finish = (body: Typed, names: readonly Sql[]) => Sql;

const asItIs: Finish = (body) => body.sql;

/** A lambda argument with a parameter of the engine for each of the user's, of the same name. */
export function lambdaOverEach(call: FunctionCall, index: number, values: Values, finish = asItIs): UserLambda {
  return lambdaOver(call, index, parametersOf(call, index), values, finish);
}

/** A lambda argument whose parameters are all parts of one item, such as `item.key` and `item.value`. */
export function lambdaOverOne(call: FunctionCall, index: number, values: Values, finish = asItIs): UserLambda {
  return lambdaOver(call, index, [parametersOf(call, index).join('_')], values, finish);
}

/** The names of a lambda argument's parameters; none where it is no lambda. */
function parametersOf(call: FunctionCall, index: number): readonly string[] {
  const written = call.written(index);
  return written?.kind === 'lambda' ? written.parameters.map(({ text }) => text) : [];
}

/** The engine reads `t.a` as a column of a table t before it looks for a parameter t: such a parameter is renamed. */
function lambdaOver(
  call: FunctionCall,
  index: number,
  stems: readonly string[],
  values: Values,
  finish: Finish,
): UserLambda {
  const written = stems.map(nameSql);
  const plain = call.apply(index, values(...written));
  const qualifies = written.some(({ text }) => plain.sql.text.includes(`${text}.`));
  const names = qualifies ? stems.map((stem) => nameSql(`_${stem}`)) : written;
  const body = qualifies ? call.apply(index, values(...names)) : plain;
  return { sql: sql`lambda ${joinSql(names, ', ')}: ${finish(body, names)}`, body };
}
