import { describe, expect, test } from 'vitest';
import { type Groups, searchLattice } from '../../../src/privacy/anonymity/lattice.ts';

/** Small whole numbers from a multiplicative congruence: the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** Two columns of eight values, halved level by level, and one of three that can only be left out. */
function groupsOf(seed: number, count: number): Groups {
  const draw = numbers(seed);
  const values = Array.from({ length: count }, () => [draw(8), draw(8), draw(3)] as const);
  const halved = (column: 0 | 1) =>
    [0, 1, 2, 3].map((level) => Float64Array.from(values, (row) => row[column] >> level));
  const own = Float64Array.from(values, (row) => row[2]);
  return {
    rows: Float64Array.from({ length: count }, () => 1 + draw(3)),
    codes: [halved(0), halved(1), [own, new Float64Array(count)]],
  };
}

/** Every node in turn, straight from the definitions. */
function everyNode({ rows, codes }: Groups, k: number) {
  const nodes = [];
  const total = rows.reduce((sum, count) => sum + count, 0);
  for (const a of [0, 1, 2, 3])
    for (const b of [0, 1, 2, 3])
      for (const c of [0, 1]) {
        const levels = [a, b, c];
        const key = (group: number) => levels.map((level, column) => codes[column]?.[level]?.[group]).join();
        const sizes = new Map<string, number>();
        rows.forEach((count, group) => sizes.set(key(group), (sizes.get(key(group)) ?? 0) + count));
        let lost = 0;
        let suppressed = 0;
        rows.forEach((count, group) => {
          const isSmall = (sizes.get(key(group)) ?? 0) < k;
          if (isSmall) suppressed += count;
          const parts = levels.map((level, column) => {
            const own = codes[column]?.[0] ?? new Float64Array(0);
            const at = codes[column]?.[level] ?? own;
            const joined = new Set(own.filter((_value, other) => at[other] === at[group])).size;
            return (joined - 1) / (new Set(own).size - 1);
          });
          lost += count * (isSmall ? 1 : parts.reduce((sum, part) => sum + part, 0) / parts.length);
        });
        nodes.push({ levels, suppressed, loss: lost / total });
      }
  return nodes;
}

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('the search, on table %i', (seed) => {
  test.each([
    [2, 0],
    [5, 0.05],
    [9, 0.2],
  ])('finds for k = %i and %d suppressed what trying everything finds', (k, share) => {
    const groups = groupsOf(seed, 40);
    const allowed = share * groups.rows.reduce((sum, count) => sum + count, 0);
    const all = everyNode(groups, k).filter(({ suppressed }) => suppressed <= allowed);
    const losses = all.map(({ loss }) => loss).sort((a, b) => a - b);
    const found = searchLattice(groups, { k, allowed, shown: 3 });
    expect(found.length).toBe(Math.min(3, all.length));
    found.forEach(({ levels, loss, suppressed }, index) => {
      expect(loss).toBeCloseTo(losses[index] ?? Number.NaN, 12); // sums in another order
      const same = all.find((node) => node.levels.join() === levels.join());
      expect(same?.suppressed).toBe(suppressed);
    });
  });
});

test('fewer rows than k leave nothing to propose', () => {
  const groups: Groups = { rows: Float64Array.of(1, 1), codes: [[Float64Array.of(0, 1), new Float64Array(2)]] };
  expect(searchLattice(groups, { k: 3, allowed: 0, shown: 5 })).toEqual([]);
});

test('too many ways are refused before any is tried', () => {
  const levels = Array.from({ length: 10 }, () => new Float64Array(1));
  const groups: Groups = { rows: Float64Array.of(1), codes: Array.from({ length: 5 }, () => levels) };
  expect(() => searchLattice(groups, { k: 2, allowed: 0, shown: 1 })).toThrow('100000 ways');
});
