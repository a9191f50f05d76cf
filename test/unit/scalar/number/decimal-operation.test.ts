import { expect, test } from 'vitest';
import { callScalar } from '../call-scalar.ts';

const largest = '9'.repeat(38);

// Worked out by hand; halves are rounded away from zero, and 38 digits are the most.
test.each([
  ['+', '1.5', '2.25', 2, '3.75'],
  ['-', '1.5', '2.25', 1, '-0.8'],
  ['*', '-0.05', '0.5', 2, '-0.03'],
  ['*', '12.5', '4', 0, '50'],
  ['/', '1', '3', 6, '0.333333'],
  ['/', '2', '-3', 6, '-0.666667'],
  ['/', '1', '8', 2, '0.13'],
  ['/', '-1', '8', 2, '-0.13'],
  ['/', '0.001', '100', 4, '0.0000'],
  ['/', '100', '0.0001', 0, '1000000'],
  ['/', '1', '0.00', 6, null],
  ['%', '-7.5', '2', 1, '-1.5'],
  ['%', '7.5', '0', 1, null],
  ['div', '-7.9', '2', 0, '-3'],
  ['+', largest, '1', 0, null],
  ['-', largest, largest, 0, '0'],
])('%s of %s and %s', (operator, first, second, places, expected) => {
  expect(callScalar('sh_decimal', operator, first, second, places)).toBe(expected);
});
