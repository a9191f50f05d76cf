import { sql } from '../../../core/sql.ts';
import type { Expression } from '../syntax/expression.ts';
import { castTo } from './coerce.ts';
import { timeLiteral } from './literals.ts';
import { boolean, type DataType, date, double, familyOf, timestamp, type Typed } from './typed.ts';
import { typeText } from '../../type-tree.ts';

/** A value with the expression it came from, so that plain literals can be read beforehand. */
export interface Written {
  readonly expression: Expression;
  readonly value: Typed;
}

const comparisons: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>=', '<=>']);

/** A value beside an operator: the engine wants brackets round comparisons there, where Spark reads them from the left. */
export function besideOperator(expression: Expression, value: Typed): Typed {
  const isComparison = expression.kind === 'binary' && comparisons.has(expression.operator);
  return isComparison ? { ...value, sql: sql`(${value.sql})` } : value;
}

/**
 * Two sides of a comparison brought to types that compare: text takes the other side's type, as Spark has it where ANSI
 * mode is off (`TypeCoercion.findCommonTypeForBinaryComparison`).
 */
export function comparable(left: Written, right: Written): readonly [Typed, Typed] {
  const type = comparedType(left.value.type, right.value.type);
  return type === undefined ? [left.value, right.value] : [bringTo(left, type), bringTo(right, type)];
}

/** The type both sides are compared in; `undefined` where the engine needs no help. */
function comparedType(left: DataType, right: DataType): DataType | undefined {
  const [a, b] = [familyOf(left), familyOf(right)];
  if (a === 'timestamp' || b === 'timestamp') {
    const zoned = typeText(left) !== typeText(right);
    return zoned && [a, b].every((family) => ['timestamp', 'date', 'text'].includes(family)) ? timestamp : undefined;
  }
  if (a === b) return undefined;
  if (a === 'text') return textAgainst(right);
  if (b === 'text') return textAgainst(left);
  if (a === 'boolean' && numbers.has(b)) return right;
  if (b === 'boolean' && numbers.has(a)) return left;
  return undefined;
}

const numbers: ReadonlySet<string> = new Set(['integer', 'decimal', 'fractional']);

function textAgainst(other: DataType): DataType | undefined {
  switch (familyOf(other)) {
    case 'integer':
      return other;
    case 'decimal':
    case 'fractional':
      return double;
    case 'boolean':
      return boolean;
    case 'date':
      return date;
    default:
      return undefined;
  }
}

function bringTo({ expression, value }: Written, type: DataType): Typed {
  if (expression.kind === 'string' && (type === date || type === timestamp)) {
    const read = timeLiteral(expression.value, type === date ? 'date' : 'timestamp');
    if (read !== undefined) return read;
  }
  return castTo(value, type);
}
