import { rawSql, type Sql, sql } from '../../../core/sql.ts';
import { typeText } from '../../type-tree.ts';
import { sparkTypeName } from '../functions/conversion/type-names.ts';
import type { BinaryExpression, Expression, UnaryExpression } from '../syntax/expression.ts';
import { asBoolean, asCondition, asDouble, castTo } from './coerce.ts';
import { besideOperator, comparable } from './compare.ts';
import { type Context, faultAt } from './context.ts';
import {
  areIntegers,
  integerQuotient,
  integerRemainder,
  limited,
  negated,
  ringOperation,
  type RingOperator,
} from './integer-arithmetic.ts';
import { isWholeDays } from './literals.ts';
import type { Scope } from './scope.ts';
import { shifted } from './shift.ts';
import {
  bigint,
  boolean,
  type DataType,
  date,
  double,
  familyOf,
  integer,
  interval,
  smallint,
  timestamp,
  tinyint,
  type Typed,
  typed,
  unknownType,
  varchar,
} from './typed.ts';
import { decimal } from './decimal.ts';
import { decimalOperation, wholeQuotient } from './decimal-arithmetic.ts';
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
      return combine(operator, left, right);
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
      return addOrSubtract(expression, left, right, context);
    case '*':
      return arithmetic('*', left, right);
    case '/':
      return divide(expression.right, left, right);
    case '%':
      return arithmetic('%', left, divisorOf(left, right));
    case 'DIV':
      if ([left, right].some(({ type }) => familyOf(type) === 'interval'))
        throw faultAt(context, expression.span, 'Intervals cannot be divided by DIV here.');
      if (areIntegers(left.type, right.type)) return integerQuotient(left, right);
      return areDecimals(left, right)
        ? castTo(wholeQuotient(left, right), bigint)
        : typed(sql`CAST(trunc(${number(left)} / nullif(${number(right)}, 0)) AS BIGINT)`, bigint);
    case '||':
      return concatenate(left, right);
    case '&':
    case '|':
      return typed(
        sql`${bits(expression.left, left)} ${rawSql(operator)} ${bits(expression.right, right)}`,
        commonType(left.type, right.type),
      );
    case '^':
      return typed(sql`xor(${left.sql}, ${right.sql})`, commonType(left.type, right.type));
    case '<<':
      return shifted('left', left, right);
    case '>>':
      return shifted('right', left, right);
    case '>>>':
      return shifted('unsigned', left, right);
  }
}

const bitOperators: ReadonlySet<string> = new Set(['&', '|', '<<', '>>', '>>>']);

/** To the engine all operators of bits bind alike: Spark's order among them takes brackets. */
function bits(written: Expression, { sql: value }: Typed): Sql {
  return written.kind === 'binary' && bitOperators.has(written.operator) ? sql`(${value})` : value;
}

function combine(operator: 'AND' | 'OR', left: Typed, right: Typed): Typed {
  const word = rawSql(operator);
  const both = sql`${asBoolean(left)} ${word} ${asBoolean(right)}`;
  if (left.condition === undefined && right.condition === undefined) return typed(both, boolean);
  return typed(both, boolean, sql`${asCondition(left)} ${word} ${asCondition(right)}`);
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
  const [a, b] = comparable(
    { expression: first, value: besideOperator(first, left) },
    { expression: second, value: right },
  );
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

/** Whether Spark counts in decimals: one is, and the other a decimal or whole number. */
function areDecimals(left: Typed, right: Typed): boolean {
  return familyOf(commonType(numberType(left), numberType(right))) === 'decimal';
}

function arithmetic(operator: RingOperator | '%', left: Typed, right: Typed): Typed {
  const [a, b] = [numberType(left), numberType(right)];
  if (areDecimals(left, right)) return decimalOperation(operator, left, right);
  const type = commonType(a, b);
  if (!areIntegers(a, b)) return typed(sql`${number(left)} ${rawSql(operator)} ${number(right)}`, type);
  return operator === '%' ? integerRemainder(left, right, type) : ringOperation(operator, left, right, type);
}

function addOrSubtract(expression: BinaryExpression, left: Typed, right: Typed, context: Context): Typed {
  const operator = rawSql(expression.operator);
  const [a, b] = [familyOf(left.type), familyOf(right.type)];
  if (b === 'interval') return moved(left, operator, right, expression.right);
  if (a === 'interval' && expression.operator === '+') return moved(right, operator, left, expression.left);
  if (a === 'date' && b === 'integer') return typed(sql`${left.sql} ${operator} CAST(${right.sql} AS INTEGER)`, date);
  if (a === 'integer' && b === 'date') return typed(sql`${right.sql} + CAST(${left.sql} AS INTEGER)`, date);
  if (a === 'date' && b === 'date') return typed(sql`to_days(CAST(${left.sql} - ${right.sql} AS INTEGER))`, interval);
  if (expression.operator === '-' && a === 'text' && b === 'date') {
    return addOrSubtract(expression, castTo(left, date), right, context);
  }
  if (a === 'date' && ['text', 'decimal', 'fractional'].includes(b)) {
    throw faultAt(
      context,
      expression.right.span,
      `A date is moved by whole days, not by a value of type ${sparkTypeName(right.type)}.`,
      b === 'text' ? 'Days between two dates are datediff(later, earlier).' : 'Write CAST(days AS INT).',
    );
  }
  if (expression.operator === '-' && [a, b].includes('timestamp') && [a, b].includes('text'))
    return typed(sql`${castTo(left, timestamp).sql} - ${castTo(right, timestamp).sql}`, interval);
  if (isTime(a) && isTime(b))
    return typed(sql`${castTo(left, timestamp).sql} - ${castTo(right, timestamp).sql}`, interval);
  return arithmetic(expression.operator === '-' ? '-' : '+', left, right);
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

/** Whether a date moved by what is written stays a date. */
export function hasWholeDays(written: Expression): boolean {
  if (written.kind === 'parentheses') return hasWholeDays(written.value);
  if (written.kind === 'interval') return isWholeDays(written);
  if (written.kind === 'unary') return hasWholeDays(written.value);
  return written.kind === 'call' && written.name === 'make_ym_interval';
}

/** The remainder by 0 is NULL: the engine says so of whole numbers alone, and NaN of others. */
function divisorOf(left: Typed, right: Typed): Typed {
  const whole = [left, right].every(({ type }) => ['integer', 'decimal'].includes(familyOf(type)));
  return whole ? right : typed(sql`nullif(${number(right)}, 0)`, numberType(right));
}

function divide(written: Expression, left: Typed, right: Typed): Typed {
  const sure = written.kind === 'number' && /[1-9]/.test(written.digits);
  const divisor = sure ? number(right) : sql`nullif(${number(right)}, 0)`;
  if (familyOf(left.type) === 'interval') return typed(sql`${left.sql} / ${divisor}`, interval);
  const type = commonType(numberType(left), numberType(right));
  if (areDecimals(left, right)) return decimalOperation('/', left, right);
  return typed(sql`${number(left)} / ${divisor}`, familyOf(type) === 'unknown' ? unknownType : double);
}

function concatenate(left: Typed, right: Typed): Typed {
  if (left.type.kind === 'list' || right.type.kind === 'list') {
    const type = commonType(left.type, right.type);
    return typed(
      sql`CASE WHEN ${left.sql} IS NOT NULL AND ${right.sql} IS NOT NULL THEN list_concat(${left.sql}, ${right.sql}) END`,
      type,
    );
  }
  const joined = sql`${castTo(left, varchar).sql} || ${castTo(right, varchar).sql}`;
  const isNull = [left, right].some(({ type }) => familyOf(type) === 'null');
  return typed(isNull ? sql`CAST(${joined} AS VARCHAR)` : joined, varchar); // the engine gives NULL no type
}

/** `-2147483648` is an INTEGER, though its digits alone are none; likewise the least number of every integer type. */
function leastNumber({ operator, value }: UnaryExpression): Typed | undefined {
  if (operator !== '-' || value.kind !== 'number') return undefined;
  const { suffix, digits } = value;
  const type = suffix === '' && digits === leastBigint ? bigint : leastTypes[suffix];
  if (type === undefined || digits !== leastDigits[typeText(type)]) return undefined;
  return limited(typed(sql`(-${rawSql(digits)})::${rawSql(typeText(type))}`, type), BigInt(digits));
}

const leastBigint = '9223372036854775808';
const leastTypes: Readonly<Partial<Record<string, DataType>>> = { '': integer, L: bigint, S: smallint, Y: tinyint };
const leastDigits: Readonly<Partial<Record<string, string>>> = {
  ...{ TINYINT: '128', SMALLINT: '32768', INTEGER: '2147483648', BIGINT: leastBigint },
};

export function translateUnary(expression: UnaryExpression, scope: Scope, context: Context): Typed {
  const least = leastNumber(expression);
  if (least !== undefined) return least;
  const { operator, value } = expression;
  const operand = context.expression(value, scope);
  if (operator === 'NOT') return typed(sql`(NOT ${asBoolean(operand)})`, boolean);
  const type = numberType(operand);
  // To the engine ~ binds looser than sums and products.
  if (operator === '~') return typed(sql`(~ ${number(operand)})`, type);
  if (operator === '-' && areIntegers(type)) return negated(operand);
  return typed(
    sql`${rawSql(operator)}${operator === '-' && number(operand).text.startsWith('-') ? sql` ` : sql``}${number(operand)}`,
    type,
  );
}
