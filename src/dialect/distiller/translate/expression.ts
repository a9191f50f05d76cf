import { fromSource, joinSql, literal, sql } from '../../../core/sql.ts';
import type { Expression, SubscriptExpression, TypedArray } from '../syntax/expression.ts';
import { translateCall } from './calls.ts';
import { castTo, typeSql } from './coerce.ts';
import { type Context, faultAt } from './context.ts';
import { inBrackets } from './integer-arithmetic.ts';
import { translateBinary, translateInterval, translateNumber, translateTime } from './literals.ts';
import { accessField, translateName } from './names.ts';
import { operand } from './operand.ts';
import { translateBinaryOperation, translateUnary } from './operators.ts';
import {
  translateBetween,
  translateCase,
  translateDistinctFrom,
  translateInList,
  translateInQuery,
  translateIs,
  translateLike,
} from './predicates.ts';
import type { Scope } from './scope.ts';
import { boolean, familyOf, listOf, nullType, type Typed, typed, unknownType, varchar } from './typed.ts';
import { dataTypeOf } from './written-type.ts';

/** Any expression of Data Distiller SQL as DuckDB's, with its type. */
export function translateExpression(expression: Expression, scope: Scope, context: Context): Typed {
  const value = translate(expression, scope, context);
  return value.sql.origins === undefined ? { ...value, sql: fromSource(value.sql, expression.span) } : value;
}

function translate(expression: Expression, scope: Scope, context: Context): Typed {
  switch (expression.kind) {
    case 'number':
      return translateNumber(expression);
    case 'string':
      return typed(literal(expression.value), varchar);
    case 'binary-literal':
      return translateBinary(expression);
    case 'null':
      return typed(sql`NULL`, nullType);
    case 'boolean':
      return typed(literal(expression.value), boolean);
    case 'time-literal':
      return translateTime(expression, context);
    case 'interval':
      return translateInterval(expression, scope, context);
    case 'name':
      return translateName(expression, scope, context);
    case 'field':
      return accessField(context.expression(expression.value, scope), expression.name, context);
    case 'subscript':
      return translateSubscript(expression, scope, context);
    case 'star':
      throw faultAt(context, expression.span, '* can stand in the SELECT list and as an argument of functions only.');
    case 'variable':
      return (
        context.variable(expression.name) ??
        fault(
          expression,
          context,
          `The variable “@${expression.name}” has no value here.`,
          `Set it first: SET @${expression.name} = SELECT ….`,
        )
      );
    case 'parameter':
      return (
        context.parameter(expression.name) ??
        fault(expression, context, `The parameter “$${expression.name}” has no value.`)
      );
    case 'call':
      return translateCall(expression, scope, context);
    case 'lambda':
      return fault(
        expression,
        context,
        'A lambda can stand as an argument of functions such as transform and filter only.',
      );
    case 'aliased':
      return fault(expression, context, 'An alias can stand in struct(…) and in the SELECT list only.');
    case 'typed-array':
      return translateTypedArray(expression, scope, context);
    case 'cast':
      return castTo(context.expression(expression.value, scope), dataTypeOf(expression.type, context));
    case 'unary':
      return translateUnary(expression, scope, context);
    case 'binary':
      return translateBinaryOperation(expression, scope, context);
    case 'between':
      return translateBetween(expression, scope, context);
    case 'in-list':
      return translateInList(expression, scope, context);
    case 'in-query':
      return translateInQuery(expression, scope, context);
    case 'like':
      return translateLike(expression, scope, context);
    case 'is':
      return translateIs(expression, scope, context);
    case 'distinct-from':
      return translateDistinctFrom(expression, scope, context);
    case 'exists':
      return typed(sql`EXISTS (${context.query(expression.query, scope).sql})`, boolean);
    case 'subquery': {
      const { sql: query, columns } = context.query(expression.query, scope);
      return typed(sql`(${query})`, columns?.[0]?.type ?? unknownType);
    }
    case 'case':
      return translateCase(expression, scope, context);
    case 'parentheses':
      return inBrackets(context.expression(expression.value, scope));
    case 'row': {
      const items = expression.items.map((item) => context.expression(item, scope));
      return typed(
        sql`(${joinSql(
          items.map((item) => item.sql),
          ', ',
        )})`,
        unknownType,
      );
    }
  }
}

function fault(expression: Expression, context: Context, message: string, remedy?: string): never {
  throw faultAt(context, expression.span, message, remedy);
}

/** Arrays count from 0, and a place that is not there gives NULL; maps are asked by key. */
function translateSubscript(
  { value: array, index: place, span }: SubscriptExpression,
  scope: Scope,
  context: Context,
): Typed {
  const value = context.expression(array, scope);
  const index = context.expression(place, scope);
  const base = operand(value.sql);
  if (value.type.kind === 'map' || (familyOf(value.type) === 'unknown' && familyOf(index.type) === 'text')) {
    return value.type.kind === 'map'
      ? typed(sql`${base}[${castTo(index, value.type.key).sql}]`, value.type.value)
      : typed(sql`${base}[${index.sql}]`, unknownType);
  }
  if (value.type.kind === 'struct' && place.kind === 'string') {
    return accessField(value, { text: place.value, quoted: true, span: place.span }, context);
  }
  if (value.type.kind !== 'list' && familyOf(value.type) !== 'unknown') {
    throw faultAt(context, span, 'Only arrays and maps can be asked with […].');
  }
  const type = value.type.kind === 'list' ? value.type.item : unknownType;
  if (place.kind === 'number') return typed(sql`${base}[${literal(Number(place.digits) + 1)}]`, type);
  const at = operand(index.sql);
  return typed(sql`CASE WHEN ${at} >= 0 THEN ${base}[${at} + 1] END`, type);
}

function translateTypedArray({ type: written, items }: TypedArray, scope: Scope, context: Context): Typed {
  const item = dataTypeOf(written, context);
  const values = items.map((value) => {
    const struct = item.kind === 'struct' && value.kind === 'row' ? value.items : undefined;
    if (struct === undefined) return context.expression(value, scope).sql;
    return sql`row(${joinSql(
      struct.map((field) => context.expression(field, scope).sql),
      ', ',
    )})`;
  });
  const type = listOf(item);
  return typed(sql`CAST([${joinSql(values, ', ')}] AS ${typeSql(type)})`, type);
}
