import { literal, type Sql } from '../../../core/sql.ts';
import {
  buildSketchSql,
  couponSql,
  estimateSketchSql,
  mergeSketchesSql,
  usualLgK,
} from '../../../scalar/hll/sketch-sql.ts';
import { typeText } from '../../type-tree.ts';
import { asDouble, asText } from '../translate/coerce.ts';
import { double, familyOf, type Typed, typed, varchar } from '../translate/typed.ts';
import type { AggregateModifiers, FunctionCall, FunctionEntry } from './contract.ts';

/** HyperLogLog sketches: small texts that stand for sets of values, to be stored, merged and counted. */
export const sketchFunctions: readonly FunctionEntry[] = [
  {
    kind: 'aggregate',
    names: ['hll_build_agg'],
    signature: 'hll_build_agg(value[, lg_config_k])',
    summary:
      'A sketch of the different values as a text; lg_config_k of 4 to 12 makes it finer, 12 where it is not said.',
    arity: [1, 2],
    translate: build,
  },
  {
    kind: 'aggregate',
    names: ['hll_merge_agg'],
    signature: 'hll_merge_agg(sketch[, allow_different_lg_config_k])',
    summary: 'One sketch made of all, as if it had seen the values of each.',
    arity: [1, 2],
    translate: (call, modifiers) => typed(merge(call, modifiers), varchar),
  },
  {
    kind: 'aggregate',
    names: ['hll_merge_count_agg', 'sketch_count'],
    signature: 'hll_merge_count_agg(sketch[, allow_different_lg_config_k])',
    summary: 'About how many different values all sketches together have seen.',
    arity: [1, 2],
    translate: (call, modifiers) => typed(estimateSketchSql(merge(call, modifiers)), double),
  },
  {
    kind: 'scalar',
    names: ['hll_estimate', 'sketch_estimate'],
    signature: 'hll_estimate(sketch)',
    summary: 'About how many different values a sketch has seen.',
    arity: [1, 1],
    translate: (call) => typed(estimateSketchSql(asText(call.argument(0))), double),
  },
];

function build(call: FunctionCall, modifiers: AggregateModifiers): Typed {
  refuseWindow(call, modifiers);
  const size = call.count === 1 ? usualLgK : call.constant(1);
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 4 || size > 12) {
    return call.fail('The size of a sketch is a whole number from 4 to 12 that is written out.', undefined, 1);
  }
  return typed(buildSketchSql(coupon(call.argument(0)), literal(size), modifiers.filter), varchar);
}

/** Whole numbers that may be longer than an INTEGER go as text. */
function coupon(value: Typed): Sql {
  switch (familyOf(value.type)) {
    case 'integer':
      return couponSql('long', typeText(value.type) === 'INTEGER' ? value.sql : asText(value));
    case 'decimal':
    case 'fractional':
      return couponSql('double', asDouble(value));
    default:
      return couponSql('text', asText(value));
  }
}

function merge(call: FunctionCall, modifiers: AggregateModifiers): Sql {
  refuseWindow(call, modifiers);
  const anySize = call.count === 1 ? false : call.constant(1);
  if (typeof anySize !== 'boolean') {
    return call.fail('Here stands TRUE or FALSE: whether sketches of different sizes may be merged.', undefined, 1);
  }
  return mergeSketchesSql(asText(call.argument(0)), literal(anySize ? 1 : 0), modifiers.filter);
}

function refuseWindow(call: FunctionCall, { over }: AggregateModifiers): void {
  if (over !== undefined) call.fail(`“${call.name}” groups rows and takes no OVER.`, 'Use it with GROUP BY.');
}
