import { type Sql, sql } from '../../../../core/sql.ts';
import { typeText } from '../../../type-tree.ts';
import { castTo, typeSql } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { operand } from '../../translate/operand.ts';
import { type DataType, familyOf, isNumeric, itemOf, nullType, type Typed, typed } from '../../translate/typed.ts';
import type { BinaryExpression, Expression } from '../../syntax/expression.ts';
import { commonType } from '../../translate/unify.ts';
import { listArgument } from '../arrays/arguments.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { lambdaOverEach, lambdaOverOne } from './user.ts';
import { namesUsed } from './names-used.ts';
import { ownLambda } from './own.ts';

/** `aggregate`, by the older name `reduce` too. */
export const foldFunctions: readonly FunctionEntry[] = [
  {
    kind: 'scalar',
    names: ['aggregate', 'reduce'],
    signature: 'aggregate(array, start, (total, x) -> total[, total -> result])',
    summary:
      'One value made of all items: the total begins with start, takes in each item, and is finished at the end.',
    arity: [3, 4],
    translate: fold,
  },
];

function fold(call: FunctionCall): Typed {
  const list = listArgument(call, 0);
  const start = call.argument(1);
  const item = itemOf(list.type);
  const total = fits(item, start.type)
    ? plainFold(call, list, start)
    : (addingFold(call, list, start) ?? carriedFold(call, list, start));
  if (call.count === 3) return total;
  const { sql: finish, body } = lambdaOverOne(call, 3, (name = sql`NULL`) => [typed(name, total.type)]);
  return typed(sql`list_transform([${total.sql}], ${finish})[1]`, body.type);
}

/** Whether items can become what the total is, and come back, with nothing lost. */
function fits(item: DataType, start: DataType): boolean {
  if (item.kind !== 'scalar' || ['unknown', 'null'].includes(familyOf(item))) return false;
  if (typeText(item) === typeText(start)) return true;
  const widens = [item, start].every((type) => ['integer', 'fractional'].includes(familyOf(type)));
  return widens && typeText(commonType(item, start)) === typeText(start) && typeText(item) !== 'BIGINT';
}

/** The engine's own fold, which knows one type alone: items are widened to it, and narrowed again where they are used. */
function plainFold(call: FunctionCall, list: Typed, start: Typed): Typed {
  const item = itemOf(list.type);
  const same = typeText(item) === typeText(start.type);
  const { sql: merge } = lambdaOverEach(
    call,
    2,
    (total = sql`NULL`, one = sql`NULL`) => [
      typed(total, start.type),
      same ? typed(one, item) : typed(sql`CAST(${one} AS ${typeSql(item)})`, item),
    ],
    (body) => asTotal(call, body, start.type),
  );
  return typed(reduced(call, start.sql, list.sql, merge), start.type);
}

/** `total + part of x`: the parts are worked out first, and added by the engine's own fold. */
function addingFold(call: FunctionCall, list: Typed, start: Typed): Typed | undefined {
  const addition = addedPart(call.written(2));
  if (addition === undefined) return undefined;
  const { sum, part, item: name } = addition;
  const partOf = (one: Sql): Typed =>
    call.applyPart(2, part, [typed(sql`NULL`, nullType), typed(one, itemOf(list.type))]);
  const { type } = partOf(sql`_item`);
  if (!fits(type, start.type) || typeText(type) !== typeText(start.type)) return undefined;
  const add = ownLambda(['total', 'part'], ([total, one]) =>
    asTotal(call, call.applyPart(2, { ...sum, right: name }, [typed(total, start.type), typed(one, type)]), start.type),
  );
  const parts = sql`list_transform(${list.sql}, ${ownLambda(['item'], ([one]) => partOf(one).sql)})`;
  return typed(sql`list_reduce(${parts}, ${add}, ${start.sql})`, start.type);
}

interface Addition {
  readonly sum: BinaryExpression;
  readonly part: Expression;
  /** The second parameter, as it would stand in the body. */
  readonly item: Expression;
}

/** What a lambda of the form `(total, x) -> total + part` adds, where the total is not in it. */
function addedPart(written: Expression | undefined): Addition | undefined {
  if (written?.kind !== 'lambda' || written.body.kind !== 'binary' || written.body.operator !== '+') return undefined;
  const [total, item] = written.parameters;
  const { left, right } = written.body;
  if (total === undefined || item === undefined || left.kind !== 'name' || left.parts.length !== 1) return undefined;
  const [totalName, itemName] = [total.text.toLowerCase(), item.text.toLowerCase()];
  const used = namesUsed(right);
  if (left.parts[0]?.text.toLowerCase() !== totalName || used.has(totalName) || !used.has(itemName)) return undefined;
  return { sum: written.body, part: right, item: { kind: 'name', span: item.span, parts: [item] } };
}

/** Items and total are carried in structs of one shape where their types differ. */
function carriedFold(call: FunctionCall, list: Typed, start: Typed): Typed {
  const item = itemOf(list.type);
  const folded = once(list.sql, (all) =>
    once(start.sql, (first) => {
      const noItem = nothingOf(item, sql`list_extract(${all}, 0)`);
      const noTotal = nothingOf(start.type, sql`CASE WHEN FALSE THEN ${first} END`);
      const carried = ownLambda(['item'], ([one]) => sql`{'total': ${noTotal}, 'item': ${one}}`);
      const { sql: merge } = lambdaOverEach(
        call,
        2,
        (total = sql`NULL`, one = sql`NULL`) => [typed(sql`${total}.total`, start.type), typed(sql`${one}.item`, item)],
        (body) => sql`{'total': ${asTotal(call, body, start.type)}, 'item': ${noItem}}`,
      );
      const totals = reduced(
        call,
        sql`{'total': ${first}, 'item': ${noItem}}`,
        sql`list_transform(${all}, ${carried})`,
        merge,
      );
      return sql`${totals}.total`;
    }),
  );
  return typed(folded, start.type);
}

/**
 * The start as the first item: given by itself, the engine mixes up the rows of columns that the lambda speaks of. Where it
 * speaks of its parameters alone that is done without.
 */
function reduced(call: FunctionCall, start: Sql, list: Sql, merge: Sql): Sql {
  const lambda = call.written(2);
  const own = lambda?.kind === 'lambda' ? lambda.parameters.map(({ text }) => text.toLowerCase()) : [];
  const isClosed = lambda?.kind === 'lambda' && [...namesUsed(lambda.body)].every((name) => own.includes(name));
  return isClosed
    ? sql`list_reduce(${list}, ${merge}, ${start})`
    : sql`list_reduce([${start}] || ${operand(list)}, ${merge})`;
}

function nothingOf(type: DataType, unknown: Sql): Sql {
  return familyOf(type) === 'unknown' || typeText(type).includes('NULL')
    ? unknown
    : sql`CAST(NULL AS ${typeSql(type)})`;
}

/** The total keeps the type it began with. */
function asTotal(call: FunctionCall, body: Typed, type: DataType): Sql {
  const cuts = familyOf(type) === 'integer' && ['decimal', 'fractional'].includes(familyOf(body.type));
  if (cuts) {
    call.fail(
      `The total begins as ${typeText(type)} and would lose its fractions.`,
      'Begin with a fraction, such as CAST(0 AS DOUBLE).',
      1,
    );
  }
  const numbers = isNumeric(type) && isNumeric(body.type);
  if (typeText(type) === typeText(body.type) || familyOf(body.type) === 'unknown' || familyOf(type) === 'unknown')
    return body.sql;
  return numbers ? sql`CAST(${body.sql} AS ${typeSql(type)})` : castTo(body, type).sql;
}
