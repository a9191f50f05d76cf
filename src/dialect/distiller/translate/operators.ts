import { rawSql, type Sql, sql } from '../../../core/sql.ts';
import { sparkTypeName } from '../functions/conversion/type-names.ts';
import type { BinaryExpression, Expression, UnaryExpression } from '../syntax/expression.ts';
import { asBoolean, asDouble, castTo } from './coerce.ts';
import { comparable } from './compare.ts';
import { type Context, faultAt } from './context.ts';
import { isWholeDays } from './literals.ts';
import type { Scope } from './scope.ts';
import {
  bigint,
  boolean,
  type DataType,
  date,
  double,
  familyOf,
  integer,
  interval,
  timestamp,
  type Typed,
  typed,
  unknownType,
} from './typed.ts';
import { decimal, decimalShape } from './decimal.ts';
import { commonType } from './unify.ts';

/** `a + b` and its kin with Spark's types: text counts as numbers, dates move by days, dividing by zero gives NULL. */
export function translateBinaryOperation(expression: BinaryExpression, scope: Scope, context: Context): Typed {
  const { operator } = expression;
  const [first, second] = [context.expression(expression.left, scope), context.expression(expression.right, scope)];
  const left = besideDecimal(expression.left, first, second);
  const right = besideDecimal(expression.right, second, first);
  switch (operator) {
    case 'AND':
    case 'OR':
      return typed(sql`${asBoolean(left)} ${rawSql(operator)} ${asBoolean(right)}`, boolean);
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '<=>':
      return compare(expression, left, right, context);
    case '+':
    case '-':
      return addOrSubtract(expression, left, right);
    case '*':
      return arithmetic(rawSql('*'), left, right, (p, q) => decimal(p.precision + q.precision + 1, p.scale + q.scale));
    case '/':
      return divide(expression.right, left, right);
    case '%':
      return arithmetic(rawSql('%'), left, right, (p, q) =>
        decimal(
          Math.min(p.precision - p.scale, q.precision - q.scale) + Math.max(p.scale, q.scale),
          Math.max(p.scale, q.scale),
        ),
      );
    case 'DIV':
      return typed(sql`CAST(trunc(${number(left)} / nullif(${number(right)}, 0)) AS BIGINT)`, bigint);
    case '||':
      return concatenate(left, right);
    case '&':
    case '|':
      return typed(sql`${left.sql} ${rawSql(operator)} ${right.sql}`, commonType(left.type, right.type));
    case '^':
      return typed(sql`xor(${left.sql}, ${right.sql})`, commonType(left.type, right.type));
    case '<<':
    case '>>':
      return typed(sql`${left.sql} ${rawSql(operator)} ${right.sql}`, left.type);
    case '>>>':
      return unsignedShift(left, right);
  }
}

/** Beside a decimal a whole number that is written out has as many digits as were written. */
function besideDecimal(written: Expression, value: Typed, beside: Typed): Typed {
  const isWritten = written.kind === 'number' && familyOf(value.type) === 'integer';
  if (!isWritten || familyOf(beside.type) !== 'decimal') return value;
  return typed(value.sql, decimal(written.digits.replace(/^0+(?=\d)/, '').length, 0));
}

function compare(expression: BinaryExpression, left: Typed, right: Typed, context: Context): Typed {
  const { operator, left: first, right: second } = expression;
  if (isNested(left) !== isNested(right) && [left, right].every(({ type }) => isKnown(type))) {
    const [a, b] = [sparkTypeName(left.type), sparkTypeName(right.type)];
    throw faultAt(context, expression.span, `A value of type ${a} cannot be compared with one of type ${b}.`);
  }
  const [a, b] = comparable({ expression: first, value: left }, { expression: second, value: right });
  return typed(sql`${a.sql} ${rawSql(operator === '<=>' ? 'IS NOT DISTINCT FROM' : operator)} ${b.sql}`, boolean);
}

const isNested = ({ type }: Typed) => ['list', 'map', 'struct'].includes(type.kind);
const isKnown = (type: DataType) => !['unknown', 'null'].includes(familyOf(type));

/** Text in arithmetic counts as DOUBLE. */
function number(value: Typed): Sql {
  const family = familyOf(value.type);
  return family === 'text' || family === 'boolean' ? asDouble(value) : value.sql;
}

const numberType = ({ type }: Typed): DataType => (['text', 'boolean'].includes(familyOf(type)) ? double : type);

type DecimalRule = (left: ReturnType<typeof decimalShape>, right: ReturnType<typeof decimalShape>) => DataType;

function arithmetic(operator: Sql, left: Typed, right: Typed, ofDecimals: DecimalRule): Typed {
  const [a, b] = [numberType(left), numberType(right)];
  const decimals = familyOf(a) === 'decimal' || familyOf(b) === 'decimal';
  const common = commonType(a, b);
  const type = decimals && familyOf(common) === 'decimal' ? ofDecimals(decimalShape(a), decimalShape(b)) : common;
  return typed(sql`${number(left)} ${operator} ${number(right)}`, type);
}

function addOrSubtract(expression: BinaryExpression, left: Typed, right: Typed): Typed {
  const operator = rawSql(expression.operator);
  const [a, b] = [familyOf(left.type), familyOf(right.type)];
  if (b === 'interval') return moved(left, operator, right, expression.right);
  if (a === 'interval' && expression.operator === '+') return moved(right, operator, left, expression.left);
  if (a === 'date' && b === 'integer') return typed(sql`${left.sql} ${operator} CAST(${right.sql} AS INTEGER)`, date);
  if (a === 'integer' && b === 'date') return typed(sql`${right.sql} + CAST(${left.sql} AS INTEGER)`, date);
  if (a === 'date' && b === 'date') return typed(sql`to_days(CAST(${left.sql} - ${right.sql} AS INTEGER))`, interval);
  if (isTime(a) && isTime(b))
    return typed(sql`${castTo(left, timestamp).sql} - ${castTo(right, timestamp).sql}`, interval);
  return arithmetic(operator, left, right, (p, q) => {
    const scale = Math.max(p.scale, q.scale);
    return decimal(Math.max(p.precision - p.scale, q.precision - q.scale) + scale + 1, scale);
  });
}

const isTime = (family: string) => family === 'date' || family === 'timestamp';

/** A date stays one when it is moved by whole days; text is read as a timestamp. */
function moved(value: Typed, operator: Sql, by: Typed, written: Expression): Typed {
  const family = familyOf(value.type);
  if (family === 'interval') return typed(sql`${value.sql} ${operator} ${by.sql}`, interval);
  if (family === 'date' && hasWholeDays(written))
    return typed(sql`CAST(${value.sql} ${operator} ${by.sql} AS DATE)`, date);
  return typed(sql`${castTo(value, timestamp).sql} ${operator} ${by.sql}`, timestamp);
}

function hasWholeDays(written: Expression): boolean {
  if (written.kind === 'parentheses') return hasWholeDays(written.value);
  if (written.kind === 'interval') return isWholeDays(written);
  if (written.kind === 'unary') return hasWholeDays(written.value);
  return written.kind === 'call' && written.name === 'make_ym_interval';
}

function divide(written: Expression, left: Typed, right: Typed): Typed {
  const sure = written.kind === 'number' && /[1-9]/.test(written.digits);
  const divisor = sure ? number(right) : sql`nullif(${number(right)}, 0)`;
  if (familyOf(left.type) === 'interval') return typed(sql`${left.sql} / ${divisor}`, interval);
  const type = commonType(numberType(left), numberType(right));
  if (familyOf(type) !== 'decimal')
    return typed(sql`${number(left)} / ${divisor}`, familyOf(type) === 'unknown' ? unknownType : double);
  const [p, q] = [decimalShape(left.type), decimalShape(right.type)];
  const scale = Math.max(6, p.scale + q.precision + 1);
  const result = decimal(p.precision - p.scale + q.scale + scale, scale);
  return castTo(typed(sql`${number(left)} / ${divisor}`, double), result);
}

function concatenate(left: Typed, right: Typed): Typed {
  if (left.type.kind === 'list' || right.type.kind === 'list') {
    const type = commonType(left.type, right.type);
    return typed(
      sql`CASE WHEN ${left.sql} IS NOT NULL AND ${right.sql} IS NOT NULL THEN list_concat(${left.sql}, ${right.sql}) END`,
      type,
    );
  }
  const text = { kind: 'scalar', name: 'VARCHAR' } as const;
  return typed(sql`${castTo(left, text).sql} || ${castTo(right, text).sql}`, text);
}

/** Zeros come in from the left: the value is taken as unsigned of its width. */
function unsignedShift(left: Typed, right: Typed): Typed {
  const wide = left.type.kind === 'scalar' && left.type.name === 'BIGINT';
  const [unsigned, signed] = wide ? [rawSql('UBIGINT'), bigint] : [rawSql('UINTEGER'), integer];
  const mask = rawSql(wide ? '18446744073709551615' : '4294967295');
  const shifted = sql`CAST(CAST(${left.sql} AS HUGEINT) & ${mask} AS ${unsigned}) >> CAST(${right.sql} AS ${unsigned})`;
  return castTo(typed(sql`CAST(${shifted} AS HUGEINT)`, { kind: 'scalar', name: 'HUGEINT' }), signed);
}

/** `-2147483648` is an INTEGER, though its digits alone are none; likewise the least BIGINT. */
function leastNumber({ operator, value }: UnaryExpression): Typed | undefined {
  if (operator !== '-' || value.kind !== 'number' || !['', 'L'].includes(value.suffix)) return undefined;
  if (value.digits === '2147483648' && value.suffix === '') return typed(rawSql('(-2147483648)::INTEGER'), integer);
  return value.digits === '9223372036854775808' ? typed(rawSql('(-9223372036854775808)::BIGINT'), bigint) : undefined;
}

export function translateUnary(expression: UnaryExpression, scope: Scope, context: Context): Typed {
  const least = leastNumber(expression);
  if (least !== undefined) return least;
  const { operator, value } = expression;
  const operand = context.expression(value, scope);
  if (operator === 'NOT') return typed(sql`(NOT ${asBoolean(operand)})`, boolean);
  const type = numberType(operand);
  return typed(
    sql`${rawSql(operator)}${operator === '-' && number(operand).text.startsWith('-') ? sql` ` : sql``}${number(operand)}`,
    type,
  );
}
