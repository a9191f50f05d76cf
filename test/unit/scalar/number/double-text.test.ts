import { expect, test } from 'vitest';
import { doubleText } from '../../../../src/scalar/number/double-text.ts';

/** Expected: the rules of `java.lang.Double.toString`. */
test.each([
  [1, '1.0'],
  [0, '0.0'],
  [-0, '-0.0'],
  [0.1, '0.1'],
  [-12.5, '-12.5'],
  [9999999, '9999999.0'],
  [10000000, '1.0E7'],
  [12345678.9, '1.23456789E7'],
  [0.001, '0.001'],
  [0.0001, '1.0E-4'],
  [0.00012345, '1.2345E-4'],
  [1e300, '1.0E300'],
  [1.7976931348623157e308, '1.7976931348623157E308'],
  [Number.NaN, 'NaN'],
  [Infinity, 'Infinity'],
  [-Infinity, '-Infinity'],
])('%d is written %s', (value, text) => {
  expect(doubleText(value)).toBe(text);
});
