import { literal, rawSql, type Sql, sql } from '../../../../core/sql.ts';
import { typeText } from '../../../type-tree.ts';
import { wrapped } from '../../translate/cast-number.ts';
import { asDouble, typeSql } from '../../translate/coerce.ts';
import { limited } from '../../translate/integer-arithmetic.ts';
import { bigint, type DataType, double, familyOf, type Typed, typed, unknownType } from '../../translate/typed.ts';
import { decimal, decimalShape } from '../../translate/decimal.ts';
import { dividedDecimals } from '../../translate/decimal-arithmetic.ts';
import { aggregateSql } from './call.ts';
import type { AggregateEntry, AggregateModifiers, FunctionCall, FunctionEntry } from '../contract.ts';

/** Aggregates that calculate with numbers. */
export const summingAggregates: readonly FunctionEntry[] = [
  {
    kind: 'aggregate',
    names: ['sum'],
    signature: 'sum([DISTINCT] number)',
    summary: 'The sum; NULL where there is no number.',
    arity: [1, 1],
    translate: sum,
  },
  {
    kind: 'aggregate',
    names: ['try_sum'],
    signature: 'try_sum([DISTINCT] number)',
    summary: 'The sum; NULL where there is no number or it is too large.',
    arity: [1, 1],
    translate: trySum,
  },
  {
    kind: 'aggregate',
    names: ['avg', 'mean', 'try_avg'],
    signature: 'avg([DISTINCT] number)',
    summary: 'The mean; NULL where there is no number.',
    arity: [1, 1],
    translate: mean,
  },
  bits('bit_and', 'The bits that all values have.'),
  bits('bit_or', 'The bits that any value has.'),
  bits('bit_xor', 'The bits that an odd number of values have.'),
];

/** A sum of narrower integers would need two billion rows to exceed this. */
const mostOfNarrowSum = 2n ** 62n - 1n;
/** And a sum of BIGINT a million million rows. */
const mostOfSum = 2n ** 103n;

function numberAt(call: FunctionCall): Typed {
  const value = call.argument(0);
  if (familyOf(value.type) !== 'interval') return value;
  return call.fail(
    `“${call.name}” takes no intervals here.`,
    'Count in seconds: unix_timestamp(later) - unix_timestamp(earlier).',
    0,
  );
}

function sum(call: FunctionCall, modifiers: AggregateModifiers): Typed {
  const value = numberAt(call);
  const total = aggregateSql(sql`sum`, [value.sql], modifiers);
  switch (familyOf(value.type)) {
    case 'integer':
      return typeText(value.type) === 'BIGINT'
        ? wideSum(total)
        : limited(typed(sql`CAST(${total} AS BIGINT)`, bigint), mostOfNarrowSum);
    case 'decimal': {
      const type = sumType(value.type);
      const { precision, scale } = decimalShape(type);
      if (precision < mostDigits) return typed(sql`TRY_CAST(${total} AS ${typeSql(type)})`, type);
      const most = sql`CAST(${literal(`${'9'.repeat(mostDigits - scale)}.${'9'.repeat(scale)}`)} AS ${typeSql(type)})`;
      return typed(sql`CASE WHEN abs(${total}) <= ${most} THEN CAST(${total} AS ${typeSql(type)}) END`, type);
    }
    case 'unknown':
      return typed(total, unknownType);
    case 'fractional':
      return typed(total, double);
    default:
      return typed(aggregateSql(sql`sum`, [asDouble(value)], modifiers), double);
  }
}

/** Wrapped round, as Java adds; further arithmetic goes on with the whole sum. */
function wideSum(total: Sql): Typed {
  const plain = wrapped(total, bigint);
  const whole = { bound: () => mostOfSum, plain, wide: () => total, tested: undefined, isWritten: false };
  return { ...typed(plain, bigint), whole };
}

/** The engine counts on beyond 38 digits, which no type of its holds. */
const mostDigits = 38;

/** Ten more digits, as Spark gives them. */
function sumType(type: DataType): DataType {
  const { precision, scale } = decimalShape(type);
  return decimal(Math.min(precision + 10, mostDigits), scale);
}

/** Means of decimals of so many digits are exact by way of the engine's DOUBLE. */
const digitsOfMean = 11;

function trySum(call: FunctionCall, modifiers: AggregateModifiers): Typed {
  const value = call.argument(0);
  if (familyOf(value.type) !== 'integer') return sum(call, modifiers);
  return typed(sql`TRY_CAST(${aggregateSql(sql`sum`, [value.sql], modifiers)} AS BIGINT)`, bigint);
}

function mean(call: FunctionCall, modifiers: AggregateModifiers): Typed {
  const value = numberAt(call);
  if (familyOf(value.type) !== 'decimal') {
    const number = familyOf(value.type) === 'unknown' ? value.sql : asDouble(value);
    return typed(aggregateSql(sql`avg`, [number], modifiers), double);
  }
  const { precision, scale } = decimalShape(value.type);
  const type = decimal(precision + 4, scale + 4);
  if (precision > digitsOfMean) {
    const [total, count] = [sql`sum`, sql`count`].map((name) => aggregateSql(name, [value.sql], modifiers));
    if (total !== undefined && count !== undefined) return dividedDecimals(total, count, type);
  }
  return typed(sql`TRY_CAST(${aggregateSql(sql`avg`, [value.sql], modifiers)} AS ${typeSql(type)})`, type);
}

function bits(name: string, summary: string): AggregateEntry {
  return {
    kind: 'aggregate',
    names: [name],
    signature: `${name}(integer)`,
    summary,
    arity: [1, 1],
    translate(call, modifiers) {
      const value = call.argument(0);
      return typed(aggregateSql(rawSql(name), [value.sql], modifiers), value.type);
    },
  };
}
