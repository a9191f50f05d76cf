import { joinSql, literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import { matchesSql } from '../functions/regex/java.ts';
import type {
  BetweenExpression,
  CaseExpression,
  DistinctFromExpression,
  Expression,
  InListExpression,
  InQueryExpression,
  IsExpression,
  LikeExpression,
} from '../syntax/expression.ts';
import { asBoolean, asCondition, asText } from './coerce.ts';
import { besideOperator, comparable, type Written } from './compare.ts';
import type { Context } from './context.ts';
import type { Scope } from './scope.ts';
import { boolean, familyOf, type Typed, typed } from './typed.ts';
import { unify } from './unify.ts';

const not = (negated: boolean): Sql => (negated ? sql`NOT ` : sql``);

const written = (expression: Expression, scope: Scope, context: Context): Written => ({
  expression,
  value: besideOperator(expression, context.expression(expression, scope)),
});

export function translateBetween(expression: BetweenExpression, scope: Scope, context: Context): Typed {
  const value = written(expression.value, scope, context);
  const [atLeast, low] = comparable(value, written(expression.low, scope, context));
  const [atMost, high] = comparable(value, written(expression.high, scope, context));
  if (atLeast.sql.text === atMost.sql.text) {
    return typed(sql`${atLeast.sql} ${not(expression.negated)}BETWEEN ${low.sql} AND ${high.sql}`, boolean);
  }
  return typed(
    sql`(${not(expression.negated)}(${atLeast.sql} >= ${low.sql} AND ${atMost.sql} <= ${high.sql}))`,
    boolean,
  );
}

export function translateInList(expression: InListExpression, scope: Scope, context: Context): Typed {
  const value = written(expression.value, scope, context);
  const items = expression.items.map((item) => written(item, scope, context));
  const types = new Set(items.map((item) => familyOf(item.value.type)));
  if (types.size === 1 && items.every((item) => isAsPrinted(item, value.value))) {
    const sides = items.map((item) => comparable(value, item));
    const compared = sides[0]?.[0] ?? value.value;
    return membership(
      compared,
      expression.negated,
      sides.map(([, item]) => item),
    );
  }
  const [compared = value.value, ...rest] = unify([value.value, ...items.map((item) => item.value)]).values;
  return membership(compared, expression.negated, rest);
}

const printed: Readonly<Partial<Record<string, RegExp>>> = {
  integer: /^(?:0|-?[1-9]\d*)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  timestamp: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d*[1-9])?$/,
  boolean: /^(?:true|false)$/,
};

/**
 * Whether comparing by the value's type says the same as by text, which is what IN compares by where one side is text
 * (`TypeCoercion.InConversion`): the text is written as Spark prints a value of that type.
 */
function isAsPrinted({ expression, value: item }: Written, value: Typed): boolean {
  if ((familyOf(item.type) === 'text') === (familyOf(value.type) === 'text')) return true;
  if (familyOf(value.type) === 'null' || familyOf(item.type) === 'null') return true;
  return expression.kind === 'string' && printed[familyOf(value.type)]?.test(expression.value) === true;
}

function membership(value: Typed, negated: boolean, items: readonly Typed[]): Typed {
  return typed(
    sql`${value.sql} ${not(negated)}IN (${joinSql(
      items.map((item) => item.sql),
      ', ',
    )})`,
    boolean,
  );
}

export function translateInQuery(expression: InQueryExpression, scope: Scope, context: Context): Typed {
  const query = context.query(expression.query, scope);
  const value = written(expression.value, scope, context);
  const [column, ...others] = query.columns ?? [];
  if (column === undefined || others.length > 0 || expression.value.kind === 'row') {
    return typed(sql`${value.value.sql} ${not(expression.negated)}IN (${query.sql})`, boolean);
  }
  const name = rawSql('_item');
  const item: Written = { expression: { kind: 'null', span: expression.span }, value: typed(name, column.type) };
  const [left, right] = comparable(value, item);
  const items =
    right.sql.text === name.text ? query.sql : sql`SELECT ${right.sql}\nFROM (${query.sql}) AS _items(${name})`;
  return typed(sql`${left.sql} ${not(expression.negated)}IN (${items})`, boolean);
}

/** In patterns a backslash takes the meaning from `%` and `_`, unless ESCAPE names another character. */
export function translateLike(expression: LikeExpression, scope: Scope, context: Context): Typed {
  const value = asText(written(expression.value, scope, context).value);
  const tests = expression.patterns.map((pattern) => likeTest(expression, value, pattern, scope, context));
  const [only] = tests;
  if (expression.quantifier === undefined && only !== undefined) return typed(only, boolean);
  return typed(sql`(${joinSql(tests, expression.quantifier === 'all' ? ' AND ' : ' OR ')})`, boolean);
}

function likeTest(
  { negated, operator, escape }: LikeExpression,
  value: Sql,
  pattern: Expression,
  scope: Scope,
  context: Context,
): Sql {
  const text = asText(context.expression(pattern, scope));
  if (operator === 'RLIKE') {
    const constant = pattern.kind === 'string' ? pattern.value : undefined;
    return sql`${not(negated)}${matchesSql(value, text, constant)}`;
  }
  const plain = pattern.kind === 'string' && !pattern.value.includes('\\');
  const mark = escape !== undefined ? sql` ESCAPE ${literal(escape)}` : plain ? sql`` : sql` ESCAPE '\\'`;
  return sql`${value} ${not(negated)}${rawSql(operator)} ${text}${mark}`;
}

const tests = { null: sql`NULL`, unknown: sql`NULL`, true: sql`TRUE`, false: sql`FALSE` } as const;

export function translateIs({ value, negated, test }: IsExpression, scope: Scope, context: Context): Typed {
  const operand = written(value, scope, context).value;
  const tested = test === 'true' || test === 'false' ? asBoolean(operand) : operand.sql;
  return typed(sql`${tested} IS ${not(negated)}${tests[test]}`, boolean);
}

export function translateDistinctFrom(
  { left, right, negated }: DistinctFromExpression,
  scope: Scope,
  context: Context,
): Typed {
  const [a, b] = comparable(written(left, scope, context), written(right, scope, context));
  return typed(sql`${a.sql} IS ${not(negated)}DISTINCT FROM ${b.sql}`, boolean);
}

export function translateCase({ operand, branches, otherwise }: CaseExpression, scope: Scope, context: Context): Typed {
  const tested = operand === undefined ? undefined : written(operand, scope, context);
  const conditions = branches.map(({ when }) => {
    if (tested === undefined) return asCondition(context.expression(when, scope));
    const [a, b] = comparable(tested, written(when, scope, context));
    return sql`${a.sql} = ${b.sql}`;
  });
  const ends = [...branches.map(({ then }) => then), ...(otherwise === undefined ? [] : [otherwise])];
  const { values, type } = unify(ends.map((end) => context.expression(end, scope)));
  const whens = conditions.map((condition, index) => sql`WHEN ${condition} THEN ${values[index]?.sql ?? sql`NULL`}`);
  const last = otherwise === undefined ? undefined : values.at(-1);
  return typed(sql`CASE ${joinSql(whens, ' ')}${last === undefined ? sql`` : sql` ELSE ${last.sql}`} END`, type);
}
