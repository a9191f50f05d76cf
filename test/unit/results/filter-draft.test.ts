import { describe, expect, test } from 'vitest';
import type { ColumnInfo, ColumnType } from '../../../src/engine/types.ts';
import type { Filter } from '../../../src/results/filter.ts';
import { draftOf, filterModes, filterOf, rangeFault } from '../../../src/results/filter-draft.ts';

const column = (type: ColumnType): ColumnInfo => ({ name: 'c', type, sqlType: '' });
const text = column({ kind: 'text' });
const number = column({ kind: 'float', bits: 64 });
const timestamp = column({ kind: 'timestamp', unit: 'us', zoned: false });

describe('a filter that is edited', () => {
  test.each<[Filter, ColumnInfo]>([
    [{ kind: 'values', column: 3, values: ['a', null], negated: true }, text],
    [{ kind: 'text', column: 3, match: 'regexp', text: '^a', matchCase: true, negated: true }, text],
    [{ kind: 'range', column: 3, low: '1', high: '2.5' }, number],
    [{ kind: 'range', column: 3, high: '2024-01-31' }, timestamp],
  ])('comes back as it was: %o', (filter, info) => {
    expect(filterOf(draftOf(filter, info), 3)).toEqual(filter);
  });

  test('for missing values becomes one of the list', () => {
    expect(filterOf(draftOf({ kind: 'missing', column: 0, negated: true }, text), 0)).toEqual({
      kind: 'values',
      column: 0,
      values: [null],
      negated: true,
    });
  });

  test('says nothing while it is empty', () => {
    for (const info of [text, number, timestamp]) {
      for (const mode of filterModes(info)) expect(filterOf({ ...draftOf(undefined, info), mode }, 0)).toBeUndefined();
    }
  });
});

describe('an end of a range', () => {
  test.each([
    [number, ['12', '-1.5', '.5', '1e6', ' 7 ', ''], ['1,5', '1.234.5', 'abc', '1 000']],
    [column({ kind: 'date' }), ['2024-02-29', ''], ['29.2.2024', '2024-2-9', '2024-01-01 10:00']],
    [timestamp, ['2024-02-29', '2024-02-29 10:00', '2024-02-29T10:00:00.5'], ['10:00', '2024-02-29 10']],
    [column({ kind: 'time' }), ['10:00', '10:00:00.25'], ['10', '2024-02-29']],
  ])('is checked by the type of its column', (info, good, bad) => {
    expect(good.filter((end) => rangeFault(end, info) !== undefined)).toEqual([]);
    expect(bad.filter((end) => rangeFault(end, info) === undefined)).toEqual([]);
  });
});
