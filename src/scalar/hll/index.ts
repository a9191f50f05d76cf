import { StillhouseError } from '../../core/error.ts';
import { openFunction, scalarFunction } from '../contract.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { couponOf } from './coupon.ts';
import { estimate } from './estimate.ts';
import { sketchFromBytes, sketchToBytes } from './sketch-bytes.ts';
import { mergeSketches, refuseWrongSize, type Sketch, sketchOf } from './sketch.ts';

/** The pieces of HyperLogLog that SQL cannot say; `sketch-sql.ts` puts them together. */
export const sketchFunctions = [
  scalarFunction({ name: 'sh_hll_coupon', takes: ['text', 'raw'], gives: 'integer', row: couponOf }),
  scalarFunction({
    name: 'sh_hll_build',
    takes: ['bytes', 'integer'],
    gives: 'text',
    row(coupons, lgK) {
      refuseWrongSize(lgK);
      return toBase64(sketchToBytes(sketchOf(lgK, numbersIn(coupons))));
    },
  }),
  openFunction({
    name: 'sh_hll_merge',
    takes: ['text', 'integer'],
    optional: 1,
    gives: 'text',
    row: (sketches: string, anySize = 0) => toBase64(sketchToBytes(merged(sketches, anySize !== 0))),
  }),
  scalarFunction({
    name: 'sh_hll_estimate',
    takes: ['text'],
    gives: 'double',
    row: (sketch) => estimate(readSketch(sketch)),
  }),
];

const readSketch = (text: string): Sketch => sketchFromBytes(fromBase64(text));

function merged(texts: string, anySize: boolean): Sketch {
  const [first = '', ...others] = texts.split(',');
  const sketches = [readSketch(first), ...others.map(readSketch)] as const;
  if (!anySize && sketches.some(({ lgK }) => lgK !== sketches[0].lgK)) {
    throw new StillhouseError(
      'sql-value',
      'The sketches have different sizes: merge them with allowDifferentLgConfigK = true.',
    );
  }
  return mergeSketches(sketches);
}

/** Whole numbers in decimal digits with one byte between them. */
function numbersIn(bytes: Uint8Array): ReadonlySet<number> {
  const numbers = new Set<number>();
  let [number, sign, hasDigits] = [0, 1, false];
  for (let at = 0; at <= bytes.length; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit >= 0 && digit <= 9) {
      number = number * 10 + digit;
      hasDigits = true;
    } else {
      if (hasDigits) numbers.add((sign * number) | 0);
      sign = bytes[at] === 45 ? -1 : 1;
      number = 0;
      hasDigits = false;
    }
  }
  return numbers;
}
