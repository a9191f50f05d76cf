import { describe, expect, test } from 'vitest';
import { columnNames } from '../../../../src/ingest/csv/column-names.ts';

describe('column names', () => {
  test.each<readonly [string, readonly (string | null)[], readonly string[]]>([
    ['are trimmed', [' id ', 'name'], ['id', 'name']],
    ['are numbered where they are missing', ['id', null, ' '], ['id', 'column_2', 'column_3']],
    ['are unique whatever their case', ['id', 'ID', 'Id'], ['id', 'ID_2', 'Id_3']],
    ['keep those that were there first', ['a', 'a', 'a_2'], ['a', 'a_3', 'a_2']],
    ['give way to a column of that very name', [null, 'column_1'], ['column_1_2', 'column_1']],
    ['hold no NUL', ['a\0b'], ['ab']],
  ])('%s', (_, header, names) => {
    expect(columnNames(header, header.length, false).names).toEqual(names);
  });

  test('a header one short lacks the name of the first column, unless the last one is empty', () => {
    expect(columnNames(['a', 'b'], 3, false).names).toEqual(['column_1', 'a', 'b']);
    expect(columnNames(['a', 'b'], 3, true).names).toEqual(['a', 'b', 'column_3']);
  });

  test('what was changed is told', () => {
    const { notes } = columnNames(['a', 'a', '', 'x', 'y'], 4, false);
    expect(notes.map(({ code, count }) => [code, count])).toEqual([
      ['unnamed-column', 1],
      ['renamed-column', 1],
      ['unused-name', 1],
    ]);
    expect(columnNames([], 2, false).notes).toEqual([]);
  });

  test('thousands of equal names take no time', () => {
    const { names } = columnNames(
      Array.from({ length: 20_000 }, () => 'x'),
      20_000,
      false,
    );
    expect(new Set(names).size).toBe(20_000);
  });
});
