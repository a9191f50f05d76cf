import { describe, expect, test } from 'vitest';
import { nextSpan, spanText, spanWords } from '../../../src/charts/calendar.ts';
import type { TimeGrain } from '../../../src/charts/spec.ts';

const at = (text: string) => Date.parse(`${text}Z`);

describe('spans of time', () => {
  test.each([
    ['second', '2024-01-31T23:59:59', '2024-02-01T00:00:00'],
    ['hour', '2024-03-31T02:00:00', '2024-03-31T03:00:00'],
    ['day', '2024-02-28T00:00:00', '2024-02-29T00:00:00'],
    ['week', '2023-12-25T00:00:00', '2024-01-01T00:00:00'],
    ['month', '2024-12-01T00:00:00', '2025-01-01T00:00:00'],
    ['quarter', '2024-10-01T00:00:00', '2025-01-01T00:00:00'],
    ['year', '0099-01-01T00:00:00', '0100-01-01T00:00:00'],
    ['decade', '1990-01-01T00:00:00', '2000-01-01T00:00:00'],
    ['century', '1900-01-01T00:00:00', '2000-01-01T00:00:00'],
  ] as const)('the %s after %s begins at %s', (grain, start, next) => {
    expect(nextSpan(at(start), grain)).toBe(at(next));
  });

  test.each([
    ['month', '2024-03-01T00:00:00', '2024-03', 'March 2024'],
    ['quarter', '2024-10-01T00:00:00', '2024-Q4', 'Q4 2024'],
    ['year', '2024-01-01T00:00:00', '2024', '2024'],
    ['week', '2024-03-04T00:00:00', '2024-03-04', 'the week of 2024-03-04'],
    ['day', '2024-03-04T00:00:00', '2024-03-04', '2024-03-04'],
    ['hour', '2024-03-04T13:00:00', '2024-03-04 13:00', '2024-03-04 13:00'],
    ['second', '2024-03-04T13:00:05', '2024-03-04 13:00:05', '2024-03-04 13:00:05'],
    ['decade', '1990-01-01T00:00:00', '1990s', 'the 1990s'],
    ['century', '1900-01-01T00:00:00', '1900s', 'the century from 1900'],
    [null, '2024-03-04T13:00:05.250', '2024-03-04 13:00:05.25', '2024-03-04 13:00:05.25'],
    [null, '2024-03-04T00:00:00', '2024-03-04', '2024-03-04'],
  ] as const)('a %s from %s is %s on an axis and %s in a sentence', (grain: TimeGrain | null, start, text, words) => {
    expect(spanText(at(start), grain)).toBe(text);
    expect(spanWords(at(start), grain)).toBe(words);
  });

  test('years before our era and beyond 9999 keep their whole date', () => {
    expect(spanText(-62_198_755_200_000, 'year')).toBe('0002-01-01 (BC)');
    expect(spanWords(at('2024-01-01T00:00:00') + 8_000 * 31_556_952_000, 'month')).toBe('10024-01-01');
  });
});
