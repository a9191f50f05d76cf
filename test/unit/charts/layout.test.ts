import { describe, expect, test } from 'vitest';
import { isAcyclic } from '../../../src/charts/options/flow-cycles.ts';
import { niceExtent, spreadOut } from '../../../src/charts/options/nice-extent.ts';
import { oneLine, textWidth } from '../../../src/charts/options/text-width.ts';

describe('axes', () => {
  test.each([
    [0, 100, 5, 0, 100, 20],
    [0, 97, 5, 0, 100, 20],
    [0, 0.3, 3, 0, 0.3, 0.1],
    [-5, 12, 4, -5, 15, 5],
    [997, 1_003, 3, 996, 1_004, 2],
    [0, 1.2e18, 4, 0, 1.5e18, 5e17],
    [5, 5, 5, 0, 5, 1],
    [-3, -3, 3, -3, 0, 1],
    [0, 0, 4, 0, 1, 0.5],
  ])('from %d to %d in about %d steps run from %d to %d by %d', (low, high, parts, min, max, interval) => {
    const extent = niceExtent(low, high, parts);
    expect((extent.min - min) / interval).toBeCloseTo(0, 10);
    expect((extent.max - max) / interval).toBeCloseTo(0, 10);
    expect(extent.interval / interval).toBeCloseTo(1, 10);
  });

  test.each([
    [-1e300, 1e300],
    [0, 5e-324],
    [1e-300, 2e-300],
  ])('hold %d and %d', (low, high) => {
    const { min, max, interval } = niceExtent(low, high, 5);
    for (const value of [min, max, interval]) expect(Number.isFinite(value)).toBe(true);
    expect(min).toBeLessThanOrEqual(low);
    expect(max).toBeGreaterThanOrEqual(high);
  });
});

describe('labels', () => {
  const spread = (places: readonly number[], gap: number, length: number) =>
    spreadOut(places, gap, length).map((shift, index) => (places[index] ?? 0) + shift);

  test('stay where they are when there is room', () => {
    expect(spreadOut([10, 40, 80], 15, 100)).toEqual([0, 0, 0]);
  });

  test('move apart, keep their order and stay inside', () => {
    const moved = spread([90, 91, 92, 10], 15, 100);
    expect(moved[3]).toBe(10);
    expect(moved.slice(0, 3)).toEqual([70, 85, 100]);
  });

  test('are cut by characters, not by halves of them', () => {
    expect(oneLine('a\nb   c')).toBe('a b c');
    expect(oneLine('😀😀😀', 2)).toBe('😀…');
    expect(textWidth('数据')).toBeGreaterThan(textWidth('da'));
  });
});

test('circles in flows are found', () => {
  expect(
    isAcyclic([
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
    ]),
  ).toBe(true);
  expect(
    isAcyclic([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ]),
  ).toBe(false);
  expect(isAcyclic([['a', 'a']])).toBe(false);
  expect(isAcyclic([])).toBe(true);
});
