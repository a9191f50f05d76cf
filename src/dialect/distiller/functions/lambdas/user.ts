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

/** What the engine resolves before it looks for parameters: `t.a` is a column of a table t to it, and `{'b': x}` holds a column x. */
const structOrField = (names: readonly Sql[], body: Sql): boolean =>
  body.text.includes("{'") || names.some(({ text }) => body.text.includes(`${text}.`));

function lambdaOver(
  call: FunctionCall,
  index: number,
  stems: readonly string[],
  values: Values,
  finish: Finish,
): UserLambda {
  const made = (names: readonly Sql[]) => {
    const body = call.apply(index, values(...names));
    return { body, whole: finish(body, names) };
  };
  const written = stems.map(nameSql);
  const plain = made(written);
  const names = structOrField(written, plain.whole) ? stems.map((stem) => strangeName(stem, plain.whole)) : written;
  const { body, whole } = names === written ? plain : made(names);
  return { sql: sql`lambda ${joinSql(names, ', ')}: ${whole}`, body };
}

/** A name that the body speaks of nowhere, and that columns hardly have. */
function strangeName(stem: string, body: Sql): Sql {
  for (let number = 1; ; number++) {
    const name = `_${stem}_${number}`;
    if (!body.text.includes(name)) return nameSql(name);
  }
}
