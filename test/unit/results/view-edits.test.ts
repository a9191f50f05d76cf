import { describe, expect, test } from 'vitest';
import { type Filter, plainView, type ViewSpec } from '../../../src/results/filter.ts';
import { sortedBy, toggledSort, withFilter, withoutFilter, withoutSort } from '../../../src/results/view-edits.ts';

const directions = (view: ViewSpec) => view.sort.map(({ column, direction }) => `${column} ${direction}`);
const is = (column: number, value: string): Filter => ({ kind: 'values', column, values: [value], negated: false });

describe('sorting by clicks', () => {
  test('goes from ascending to descending to unsorted', () => {
    const once = toggledSort(plainView, 2, false);
    const twice = toggledSort(once, 2, false);
    expect(directions(once)).toEqual(['2 ascending']);
    expect(directions(twice)).toEqual(['2 descending']);
    expect(toggledSort(twice, 2, false)).toEqual(plainView);
  });

  test('another column replaces the keys, or joins them at the end', () => {
    const one = toggledSort(plainView, 2, false);
    expect(directions(toggledSort(one, 0, false))).toEqual(['0 ascending']);
    const two = toggledSort(one, 0, true);
    expect(directions(two)).toEqual(['2 ascending', '0 ascending']);
    expect(directions(toggledSort(two, 2, true))).toEqual(['2 descending', '0 ascending']);
    expect(directions(toggledSort(toggledSort(two, 2, true), 2, true))).toEqual(['0 ascending']);
  });

  test('keeps filters, and puts missing values last', () => {
    const filtered = withFilter(plainView, is(1, 'a'));
    const sorted = sortedBy(filtered, 0, 'descending', false);
    expect(sorted.filters).toEqual(filtered.filters);
    expect(sorted.sort).toEqual([{ column: 0, direction: 'descending', nulls: 'last' }]);
    expect(withoutSort(sorted, 0)).toEqual(filtered);
  });
});

test('a column has one filter at a time', () => {
  const both = withFilter(withFilter(plainView, is(0, 'a')), is(1, 'b'));
  const changed = withFilter(both, is(0, 'c'));
  expect(changed.filters).toEqual([is(1, 'b'), is(0, 'c')]);
  expect(withoutFilter(changed, 1).filters).toEqual([is(0, 'c')]);
});
