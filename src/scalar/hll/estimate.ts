import { valuesBehind } from './coupon-count.ts';
import type { Sketch } from './sketch.ts';

/** How many different values a sketch has seen. */
export function estimate(sketch: Sketch): number {
  if ('coupons' in sketch) return valuesBehind(sketch.coupons.size);
  return sketch.grownEstimate ?? fromValues(sketch.values);
}

const mostZeros = 62;

/**
 * Otmar Ertl's improved raw estimator ("New cardinality estimation algorithms for HyperLogLog sketches", 2017, algorithm 6):
 * without bias at any size, with a standard error of 1.04 / √places.
 */
function fromValues(values: Uint8Array): number {
  const counts = new Float64Array(mostZeros + 2);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  const places = values.length;
  let sum = places * tau(1 - (counts[mostZeros + 1] ?? 0) / places);
  for (let value = mostZeros; value >= 1; value--) sum = 0.5 * (sum + (counts[value] ?? 0));
  sum += places * sigma((counts[0] ?? 0) / places);
  return (places * places) / (2 * Math.LN2 * sum);
}

function sigma(share: number): number {
  if (share === 1) return Infinity;
  let [power, factor, sum, before] = [share, 1, share, -1];
  while (sum !== before) {
    power *= power;
    before = sum;
    sum += power * factor;
    factor *= 2;
  }
  return sum;
}

function tau(share: number): number {
  if (share === 0 || share === 1) return 0;
  let [root, factor, sum, before] = [share, 1, 1 - share, -1];
  while (sum !== before) {
    root = Math.sqrt(root);
    before = sum;
    factor *= 0.5;
    sum -= (1 - root) ** 2 * factor;
  }
  return sum / 3;
}
