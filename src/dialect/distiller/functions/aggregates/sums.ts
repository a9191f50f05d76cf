import { rawSql, sql } from '../../../../core/sql.ts';
import { typeText } from '../../../type-tree.ts';
import { asDouble, castTo, typeSql } from '../../translate/coerce.ts';
import { bigint, type DataType, double, familyOf, type Typed, typed, unknownType } from '../../translate/typed.ts';
import { decimal, decimalShape } from '../../translate/decimal.ts';
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

const hugeint: DataType = { kind: 'scalar', name: 'HUGEINT' };

function sum(call: FunctionCall, modifiers: AggregateModifiers): Typed {
  const value = call.argument(0);
  const total = aggregateSql(sql`sum`, [value.sql], modifiers);
  switch (familyOf(value.type)) {
    case 'integer':
      // A sum of narrower integers would need four billion rows to leave a BIGINT.
      return typeText(value.type) === 'BIGINT'
        ? castTo(typed(total, hugeint), bigint)
        : typed(sql`CAST(${total} AS BIGINT)`, bigint);
    case 'decimal': {
      const type = sumType(value.type);
      return typed(sql`TRY_CAST(${total} AS ${typeSql(type)})`, type);
    }
    case 'unknown':
      return typed(total, unknownType);
    case 'fractional':
      return typed(total, double);
    default:
      return typed(aggregateSql(sql`sum`, [asDouble(value)], modifiers), double);
  }
}

/** Ten more digits, as Spark gives them. */
function sumType(type: DataType): DataType {
  const { precision, scale } = decimalShape(type);
  return decimal(Math.min(precision + 10, 38), scale);
}

function trySum(call: FunctionCall, modifiers: AggregateModifiers): Typed {
  const value = call.argument(0);
  if (familyOf(value.type) !== 'integer') return sum(call, modifiers);
  return typed(sql`TRY_CAST(${aggregateSql(sql`sum`, [value.sql], modifiers)} AS BIGINT)`, bigint);
}

function mean(call: FunctionCall, modifiers: AggregateModifiers): Typed {
  const value = call.argument(0);
  if (familyOf(value.type) !== 'decimal') {
    const number = familyOf(value.type) === 'unknown' ? value.sql : asDouble(value);
    return typed(aggregateSql(sql`avg`, [number], modifiers), double);
  }
  const { precision, scale } = decimalShape(value.type);
  const type = decimal(precision + 4, scale + 4);
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
