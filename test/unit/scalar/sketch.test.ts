import { describe, expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../../src/scalar/hll/base64.ts';
import { couponOf, slotOf, valueOf } from '../../../src/scalar/hll/coupon.ts';
import { estimate } from '../../../src/scalar/hll/estimate.ts';
import { sketchFromBytes, sketchToBytes } from '../../../src/scalar/hll/sketch-bytes.ts';
import { mergeSketches, type Sketch, sketchOf } from '../../../src/scalar/hll/sketch.ts';

const couponsOf = (from: number, to: number) =>
  new Set(Array.from({ length: to - from }, (_, index) => couponOf('long', from + index) ?? 0));
const sketch = (from: number, to: number, lgK = 12) => sketchOf(lgK, couponsOf(from, to));
const written = (one: Sketch) => toBase64(sketchToBytes(one));

describe('the bytes of a sketch', () => {
  // `AgEHDAMAAwiR9mUE…==` is what Data Distiller prints of three values: what is of the form is the same.
  test('a list of three begins and ends as the published one', () => {
    expect(written(sketch(0, 3))).toMatch(/^AgEHDAMAAw[g-j][^=]{43}==$/);
    const published = Uint8Array.from([...fromBase64('AgEHDAMAAwiR9mUE'), ...new Uint8Array(28)]);
    const read = sketchFromBytes(published);
    expect('coupons' in read && [...read.coupons]).toEqual([0x0465f691]);
    expect(read.lgK).toBe(12);
  });

  test('forms by the number of values: list, set, places', () => {
    const modeOf = (one: Sketch) => sketchToBytes(one)[7];
    expect([0, 7].map((count) => modeOf(sketch(0, count)))).toEqual([8, 8]);
    expect([8, 384].map((count) => modeOf(sketch(0, count)))).toEqual([9, 9]);
    expect(modeOf(sketch(0, 385))).toBe(10);
    expect(modeOf(sketch(0, 8, 7))).toBe(10);
    expect(sketchToBytes(sketch(0, 385))).toHaveLength(40 + 4096);
    expect(sketchToBytes(sketch(0, 20))).toHaveLength(12 + 4 * 32);
  });

  test.each([0, 1, 7, 8, 24, 25, 384, 385, 20_000])('%i values are read back as they were written', (count) => {
    const one = sketch(0, count);
    const read = sketchFromBytes(fromBase64(written(one)));
    expect(written(read)).toBe(written(one));
    expect(estimate(read)).toBe(estimate(one));
  });

  test('refuses other bytes', () => {
    expect(() => sketchFromBytes(new Uint8Array(8))).toThrow('it is no HLL sketch');
    expect(() => sketchFromBytes(sketchToBytes(sketch(0, 500)).slice(0, 100))).toThrow('it is cut off');
    expect(() => fromBase64('?')).toThrow('base 64');
  });
});

describe('coupons', () => {
  test('have 26 bits of address and 1 to 63 above them', () => {
    for (const coupon of couponsOf(0, 1000)) {
      expect(valueOf(coupon)).toBeGreaterThanOrEqual(1);
      expect(valueOf(coupon)).toBeLessThanOrEqual(63);
      expect(slotOf(coupon, 12)).toBe(coupon & 4095);
    }
  });

  test('are the same for a value however it comes, and none for empty text', () => {
    expect(couponOf('long', new TextEncoder().encode('-5'))).toBe(couponOf('long', -5));
    expect(couponOf('double', -0)).toBe(couponOf('double', 0));
    expect(couponOf('text', new Uint8Array(0))).toBeNull();
    expect(() => couponOf('date', 1)).toThrow('not "date"');
  });
});

describe('estimates', () => {
  test('of one sketch are nearly exact', () => {
    for (const count of [0, 1, 5, 100, 384]) expect(estimate(sketch(0, count))).toBeCloseTo(count, 2);
    for (const count of [1000, 200_000]) expect(Math.abs(estimate(sketch(0, count)) / count - 1)).toBeLessThan(0.002);
  });

  test('of merged sketches have the error of 4,096 places, and no bias', () => {
    const errors = Array.from({ length: 60 }, (_, round) => {
      const [start, count] = [round * 50_000, 2000 + 500 * round];
      const merged = mergeSketches([sketch(start, start + count), sketch(start + count / 2, start + 1.5 * count)]);
      return estimate(merged) / (1.5 * count) - 1;
    });
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const spread = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
    expect(Math.abs(mean)).toBeLessThan((4 * 1.04) / 64 / Math.sqrt(errors.length));
    expect(spread).toBeLessThan((1.04 / 64) * 1.4);
  });
});

describe('merging', () => {
  test('is the sketch of all values, whatever the order', () => {
    const parts = [sketch(0, 5), sketch(3, 300), sketch(200, 380)] as const;
    expect(written(mergeSketches(parts))).toBe(written(sketch(0, 380)));
    const large = [sketch(0, 900), sketch(500, 3000), sketch(10, 20)] as const;
    expect(written(mergeSketches(large))).toBe(written(mergeSketches([large[2], large[1], large[0]])));
  });

  test('with itself changes no place', () => {
    const one = sketch(0, 5000);
    const twice = mergeSketches([one, one]);
    expect('values' in twice && 'values' in one && twice.values).toEqual('values' in one && one.values);
  });

  test('of different sizes has the smaller one', () => {
    const merged = mergeSketches([sketch(0, 3000, 12), sketch(0, 3000, 10)]);
    expect(merged.lgK).toBe(10);
    expect('values' in merged && merged.values).toEqual(Reflect.get(sketch(0, 3000, 10), 'values'));
  });
});
