import { StillhouseError } from '../../core/error.ts';
import { valuesBehind } from './coupon-count.ts';
import { slotOf, valueOf } from './coupon.ts';

/**
 * A HyperLogLog sketch of 2^`lgK` places. While few, the coupons themselves are kept; later the highest value of each place,
 * and until it is merged an estimate that was made while there was more to go by.
 */
export type Sketch =
  | { readonly lgK: number; readonly coupons: ReadonlySet<number> }
  | { readonly lgK: number; readonly values: Uint8Array; readonly grownEstimate: number | undefined };

/** The sizes that Data Distiller and DataSketches take. */
const [leastLgK, mostLgK] = [4, 21];

/** Throws `sql-value` for a size other than 4 to 21. */
export function refuseWrongSize(lgK: number): void {
  if (Number.isInteger(lgK) && lgK >= leastLgK && lgK <= mostLgK) return;
  throw new StillhouseError('sql-value', `A sketch has a size of ${leastLgK} to ${mostLgK}, not ${lgK}.`);
}

/** How many coupons a list holds, which is followed by a set, or for small sketches by places at once. */
export const listLength = 8;
const smallestSet = 5;

/** The logarithm of the length of the set that holds so many coupons; `undefined` where they need places. */
export function setSize(count: number, lgK: number): number | undefined {
  if (lgK < 8) return undefined;
  for (let size = smallestSet; size <= Math.max(smallestSet, lgK - 3); size++)
    if (4 * count <= 3 * 2 ** size) return size;
  return undefined;
}

/** A sketch of values by their coupons; their order changes nothing. */
export function sketchOf(lgK: number, coupons: ReadonlySet<number>): Sketch {
  const fits = coupons.size < listLength || setSize(coupons.size, lgK) !== undefined;
  if (fits) return { lgK, coupons };
  const values = new Uint8Array(2 ** lgK);
  for (const coupon of coupons) raise(values, slotOf(coupon, lgK), valueOf(coupon));
  return { lgK, values, grownEstimate: valuesBehind(coupons.size) };
}

/** A sketch of everything that any of them has seen, of the smallest of their sizes. */
export function mergeSketches(sketches: readonly [Sketch, ...Sketch[]]): Sketch {
  if (sketches.length === 1) return sketches[0];
  const lgK = Math.min(...sketches.map((sketch) => sketch.lgK));
  const coupons = new Set<number>();
  let values: Uint8Array | undefined;
  for (const sketch of sketches) {
    if ('coupons' in sketch) for (const coupon of sketch.coupons) coupons.add(coupon);
    else {
      values ??= new Uint8Array(2 ** lgK);
      for (const [slot, value] of sketch.values.entries()) raise(values, slotOf(slot, lgK), value);
    }
  }
  if (values === undefined) return sketchOf(lgK, coupons);
  for (const coupon of coupons) raise(values, slotOf(coupon, lgK), valueOf(coupon));
  return { lgK, values, grownEstimate: undefined };
}

function raise(values: Uint8Array, slot: number, value: number): void {
  if (value > (values[slot] ?? 0)) values[slot] = value;
}
