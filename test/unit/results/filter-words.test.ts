import { describe, expect, test } from 'vitest';
import type { ColumnInfo } from '../../../src/engine/types.ts';
import type { Filter, SortKey } from '../../../src/results/filter.ts';
import { describeFilter, describeView } from '../../../src/results/filter-words.ts';

const columns: readonly ColumnInfo[] = [
  { name: 'country', type: { kind: 'text' }, sqlType: 'VARCHAR' },
  { name: 'price', type: { kind: 'float', bits: 64 }, sqlType: 'DOUBLE' },
  { name: 'day', type: { kind: 'date' }, sqlType: 'DATE' },
];
const text = { kind: 'text', column: 0, text: 'ab', matchCase: false, negated: false } as const;

describe('describeFilter', () => {
  test.each<[Filter, string]>([
    [{ kind: 'missing', column: 0, negated: false }, 'country is missing (NULL)'],
    [{ kind: 'missing', column: 0, negated: true }, 'country is not missing (NULL)'],
    [{ kind: 'values', column: 0, values: ['DE'], negated: false }, 'country is “DE”'],
    [{ kind: 'values', column: 0, values: ['DE', '', null], negated: false }, 'country is “DE”, “” or missing (NULL)'],
    [{ kind: 'values', column: 1, values: ['1', '2', '3', '4', '5'], negated: true }, 'price is not 1, 2, 3 or 2 more'],
    [{ kind: 'values', column: 1, values: [], negated: false }, 'price is none of the values'],
    [{ ...text, match: 'contains' }, 'country contains “ab”'],
    [{ ...text, match: 'starts', negated: true }, 'country does not start with “ab”'],
    [{ ...text, match: 'regexp', matchCase: true }, 'country matches “ab” (same case)'],
    [{ ...text, match: 'ends', text: 'x'.repeat(70) }, `country ends with “${'x'.repeat(60)}…”`],
    [{ kind: 'range', column: 1, low: '1', high: '2' }, 'price is from 1 to 2'],
    [{ kind: 'range', column: 1, low: '1', high: '2', highOpen: true }, 'price is from 1 up to but without 2'],
    [{ kind: 'range', column: 1, low: '1' }, 'price is at least 1'],
    [{ kind: 'range', column: 1, high: '2' }, 'price is at most 2'],
    [{ kind: 'range', column: 1, high: '2', highOpen: true }, 'price is below 2'],
    [{ kind: 'range', column: 2, low: '2024-01-01' }, 'day is 2024-01-01 or later'],
    [{ kind: 'range', column: 2, high: '2024-01-01' }, 'day is 2024-01-01 or earlier'],
    [{ kind: 'range', column: 2, high: '2024-01-01', highOpen: true }, 'day is before 2024-01-01'],
  ])('%o', (filter, words) => {
    expect(describeFilter(filter, columns)).toBe(words);
  });
});

describe('describeView', () => {
  const sort: SortKey[] = [
    { column: 1, direction: 'descending', nulls: 'last' },
    { column: 0, direction: 'ascending', nulls: 'last' },
  ];
  const filters: Filter[] = [
    { kind: 'range', column: 1, low: '1' },
    { kind: 'missing', column: 2, negated: true },
  ];

  test('a plain view needs no words', () => {
    expect(describeView({ sort: [], filters: [] }, columns)).toBe('');
  });

  test('names the order and every filter', () => {
    expect(describeView({ sort, filters }, columns)).toBe(
      'sorted by price descending, then country ascending; filtered: price is at least 1 and day is not missing (NULL)',
    );
  });
});
