import { describe, expect, test } from 'vitest';
import { fitCircles, placeCircles, regionAt, regionPlaces } from '../../../src/audiences/overlap/circles.ts';
import {
  exclusiveCounts,
  type Overlap,
  pairCounts,
  peopleIn,
  reach,
  shareWithin,
  sizesOf,
  sourcesOf,
} from '../../../src/audiences/overlap/overlap.ts';
import { sourceKey } from '../../../src/audiences/overlap/source.ts';
import { distinctTitles } from '../../../src/audiences/overlap/overlap-sql.ts';
import { stabilityWords } from '../../../src/audiences/overlap/stability.ts';
import { combinationWords, overlapWords } from '../../../src/audiences/overlap/words.ts';

const overlapOf = (sources: number, counts: Readonly<Record<number, number>>): Overlap => ({
  sources,
  masks: new Int32Array(Object.keys(counts).map(Number)),
  people: new Float64Array(Object.values(counts)),
});

describe('figures from masks', () => {
  const overlap = overlapOf(3, { 1: 10, 3: 20, 7: 5, 4: 65 });

  test('are sizes, pairs, shares, reach and who is in one alone', () => {
    const pairs = pairCounts(overlap);
    expect(pairs.map((row) => [...row])).toEqual([
      [35, 25, 5],
      [25, 25, 5],
      [5, 5, 70],
    ]);
    expect([...sizesOf(overlap)]).toEqual([35, 25, 70]);
    expect(shareWithin(pairs, 0, 1)).toBeCloseTo(25 / 35);
    expect([reach(overlap), peopleIn(overlap, 3), peopleIn(overlap, 5)]).toEqual([100, 20, 0]);
    expect(exclusiveCounts(overlap)).toEqual([10, 0, 65]);
    expect(sourcesOf(2 ** 29 + 5)).toEqual([0, 2, 29]);
  });

  test('are told with exact numbers', () => {
    const titles = ['Gold', 'Buyers', 'Readers'];
    expect(overlapWords(overlap, titles)).toBe(
      '3 audiences reach 100 people; 25 people are in more than one. Most alike are “Gold” and “Buyers”: 25 people in both, Jaccard 0.714.',
    );
    expect(overlapWords(overlapOf(2, { 1: 1, 2: 1 }), ['A', 'B'])).toBe(
      '2 audiences reach 2 people, and nobody is in more than one.',
    );
    expect(overlapWords(overlapOf(1, {}), ['A'])).toBe('“A” has 0 people. Choose another to compare it with.');
    expect(combinationWords(3, titles)).toBe('“Gold” and “Buyers” only');
    expect(combinationWords(7, titles)).toBe('all: “Gold”, “Buyers” and “Readers”');
  });
});

test('a source is the same whichever identity it is compared by, and titles are told apart', () => {
  const gold = { kind: 'dataset', dataset: 'gold' } as const;
  expect(sourceKey({ ...gold, identity: 'id' })).toBe(sourceKey({ ...gold, identity: 'email' }));
  expect(distinctTitles([{ title: 'a' }, { title: 'a' }, { title: 'a (2)' }])).toEqual(['a', 'a_2', 'a (2)']);
});

describe('circles', () => {
  const lens = (width: number, height: number, inside: (x: number, y: number) => boolean) => {
    let count = 0;
    for (let x = 0.5; x < width; x++) for (let y = 0.5; y < height; y++) if (inside(x, y)) count++;
    return count;
  };

  test('of two sources have areas in proportion, the overlap too', () => {
    const circles = fitCircles(
      placeCircles([300, 100], () => 40),
      800,
      600,
    );
    const area = (mask: number) => lens(800, 600, (x, y) => (regionAt(circles, x, y) & mask) === mask);
    expect(area(1) / area(2)).toBeCloseTo(3, 1);
    expect(area(3) / area(2)).toBeCloseTo(0.4, 1);
  });

  test('that are apart, one inside another, or empty', () => {
    const places = (sizes: readonly number[], both: number) =>
      regionPlaces(
        fitCircles(
          placeCircles(sizes, () => both),
          300,
          200,
        ),
        300,
        200,
        3,
      );
    expect([...places([10, 10], 0).keys()].sort()).toEqual([1, 2]);
    expect([...places([10, 4], 4).keys()].sort()).toEqual([1, 3]);
    expect([...places([10, 0], 0).keys()]).toEqual([1]);
    expect([...places([0, 0, 0], 0).keys()]).toEqual([]);
    expect(places([10, 10, 10], 3).size).toBe(7);
  });
});

test('stability tells the last refresh, and the range of all', () => {
  expect(stabilityWords([])).toBeUndefined();
  expect(stabilityWords([{ before: 10, stayed: 8, jaccard: 0.8 }])).toBe(
    '80.0\u00a0% of the members before the last refresh stayed (Jaccard 0.8).',
  );
  expect(
    stabilityWords([
      { before: 0, stayed: 0, jaccard: Number.NaN },
      { before: 8, stayed: 4, jaccard: 0.4 },
      { before: 10, stayed: 8, jaccard: 0.8 },
    ]),
  ).toContain('over 2 refreshes Jaccard lies between 0.4 and 0.8.');
});
