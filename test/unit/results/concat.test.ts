import { describe, expect, test } from 'vitest';
import type { Batch } from '../../../src/engine/batch.ts';
import { valueAt, type Value } from '../../../src/engine/value.ts';
import { concatBatches, sliceBatch } from '../../../src/results/concat.ts';
import { batch, booleans, doubles, integers, lists, structs, texts } from './columns.ts';

const rowsOf = ({ rowCount, columns }: Batch): Value[][] =>
  Array.from({ length: rowCount }, (_, row) => columns.map((column) => valueAt(column, row)));

const one = batch(
  integers([1, null, 3]),
  texts(['a', '', null]),
  booleans([true, null, false]),
  lists([[1, 2], null, []]),
  structs({ x: doubles([1.5, 2, null]) }, 3),
);
const two = batch(
  integers([4, 5]),
  texts(['é😀', 'b']),
  booleans([true, true]),
  lists([[null], [3, 4, 5]]),
  structs({ x: doubles([7, 8]) }, 2),
);

describe('concatBatches', () => {
  test('keeps every value, also where only some batches have NULLs', () => {
    expect(rowsOf(concatBatches([two, one, two]))).toEqual([...rowsOf(two), ...rowsOf(one), ...rowsOf(two)]);
  });

  test('makes no validity where no batch has NULLs', () => {
    expect(concatBatches([two, two]).columns[0]).not.toHaveProperty('validity');
  });
});

describe('sliceBatch', () => {
  test.each([
    [0, 3],
    [1, 3],
    [1, 2],
    [2, 2],
  ])('rows %i to %i', (start, end) => {
    expect(rowsOf(sliceBatch(one, start, end))).toEqual(rowsOf(one).slice(start, end));
  });

  test('a slice can be joined again', () => {
    const parts = [sliceBatch(one, 1, 3), sliceBatch(two, 1, 2), sliceBatch(one, 0, 1)];
    expect(rowsOf(concatBatches(parts))).toEqual(parts.flatMap(rowsOf));
  });
});
