import { expect, test } from 'vitest';
import { counted, heard, listed, numberOf, readable, share, textOf } from '../../../src/modules/words.ts';

test('cells as numbers and texts', () => {
  expect([numberOf(12n), numberOf('1.50'), numberOf(2)]).toEqual([12, 1.5, 2]);
  expect([numberOf(null), numberOf(''), numberOf(undefined), numberOf('x')]).toEqual([NaN, NaN, NaN, NaN]);
  expect([textOf('a'), textOf(3n), textOf(null), textOf(undefined)]).toEqual(['a', '3', '', '']);
});

test('counts agree with their nouns', () => {
  expect([counted(1, 'row'), counted(12465, 'row'), counted(0, 'entry', 'entries')]).toEqual([
    '1 row',
    '12,465 rows',
    '0 entries',
  ]);
});

test('rows are counted as far as they are heard', () => {
  const told = [1, 999, 1000].map((count) => heard(new Array(count).fill({}), 'page'));
  expect(told).toEqual(['1 page', '999 pages', '1,000 pages or more']);
});

test('shares, also of nothing', () => {
  expect([share(1, 3), share(0, 5), share(0, 0)]).toEqual(['33.3\u00a0%', '0.0\u00a0%', 'none']);
});

test('readable numbers', () => {
  expect([readable(1234.567), readable(0.012345), readable(Number.NaN)]).toEqual(['1,234.57', '0.0123', 'undefined']);
});

test('lists name three and count the rest', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c', 'd', 'e'])]).toEqual([
    'none',
    '“a”',
    '“a” and “b”',
    '“a”, “b”, “c” and 2 more',
  ]);
});
