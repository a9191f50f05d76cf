import { describe, expect, test } from 'vitest';
import {
  formatBrief,
  formatExact,
  formatNumber,
  formatReadable,
  formatShare,
  formatShort,
  plainFormat,
} from '../../../src/charts/number-format.ts';
import { locale } from './fixtures.ts';

const percent = { ...plainFormat, notation: 'percent' as const };
const euro = { ...plainFormat, prefix: '€ ', decimals: 2 };

describe('exact figures', () => {
  test.each([
    ['0', '0'],
    ['-1234567', '-1,234,567'],
    ['1234.50', '1,234.50'],
    ['99999999999999999999999999999999999999', '99,999,999,999,999,999,999,999,999,999,999,999,999'],
    ['0.000001', '0.000001'],
    ['1.5e-7', '0.00000015'],
    ['1.7e+308', '1.7e+308'],
    ['NaN', 'NaN'],
    ['2024-01-31 10:00:00', '2024-01-31 10:00:00'],
  ])('%s is written %s', (exact, written) => {
    expect(formatExact(exact, plainFormat, locale)).toBe(written);
  });

  test.each([
    ['1234.565', euro, '€ 1,234.57'],
    ['-0.004', euro, '€ 0.00'],
    ['-1234.5', euro, '-€ 1,234.50'],
    ['0.125', percent, '12.5\u00a0%'],
    ['3', percent, '300\u00a0%'],
    ['0.12345', { ...percent, decimals: 1 }, '12.3\u00a0%'],
    ['72.5', { ...plainFormat, suffix: ' kg' }, '72.5 kg'],
  ])('%s with a format is written as it says', (exact, format, written) => {
    expect(formatExact(exact, format, locale)).toBe(written);
  });

  test('follow the separators of the locale', () => {
    expect(formatExact('1234567.25', plainFormat, { group: '.', decimal: ',' })).toBe('1.234.567,25');
    expect(formatExact('1234', plainFormat, { group: '', decimal: '.' })).toBe('1234');
  });

  test('of doubles hide the noise of binary fractions and nothing else', () => {
    expect(formatNumber(0.1 + 0.2, plainFormat, locale)).toBe('0.3');
    expect(formatNumber(20788519.250000004, plainFormat, locale)).toBe('20,788,519.25');
    expect(formatNumber(Number.MAX_SAFE_INTEGER, plainFormat, locale)).toBe('9,007,199,254,740,990');
  });
});

test.each([
  ['1234.5678', '1,234.57'],
  ['1234.5', '1,234.5'],
  ['0.012345', '0.0123'],
  ['0', '0'],
  ['3', '3'],
])('in a sentence %s is %s', (exact, written) => {
  expect(formatReadable(exact, plainFormat, locale)).toBe(written);
});

test.each([
  [0, '0'],
  [9_999, '9,999'],
  [12_000, '12\u00a0k'],
  [-1_500_000, '-1.5\u00a0M'],
  [2e9, '2\u00a0B'],
  [3e12, '3\u00a0T'],
  [1e18, '1e18'],
  [0.00012, '0.00012'],
  [-2.5e-9, '-2.5e-9'],
  [0.1 + 0.2, '0.3'],
])('the tick at %d reads %s', (value, written) => {
  expect(formatShort(value, plainFormat, locale)).toBe(written);
});

test('labels keep three digits of what is large and four of what is small', () => {
  expect(formatBrief(1_351_123.63, plainFormat, locale)).toBe('1.35\u00a0M');
  expect(formatBrief(999_999, plainFormat, locale)).toBe('1\u00a0M');
  expect(formatBrief(120.6245, euro, locale)).toBe('€ 120.6');
  expect(formatBrief(8_028, plainFormat, locale)).toBe('8,028');
  expect(formatBrief(0.1234, percent, locale)).toBe('12.34\u00a0%');
});

test('shares are told to a tenth of a percent', () => {
  expect(formatShare(1, 3, locale)).toBe('33.3\u00a0%');
  expect(formatShare(3, 3, locale)).toBe('100.0\u00a0%');
});
