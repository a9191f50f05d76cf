import { describe, expect, test } from 'vitest';
import { roundDouble } from '../../../../src/scalar/number/round.ts';

/** Expected: by hand, from the decimal digits of each number. */
describe('halves away from zero', () => {
  test.each([
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [2.6749999999, 2, 2.67],
    [0.285, 2, 0.29],
    [-0.4, 0, 0],
    [0.5, 0, 1],
    [0.05, 0, 0],
    [15, -1, 20],
    [1234.5, -2, 1200],
    [1250, -2, 1300],
    [3.14159, 3, 3.142],
    [123456789.125, 2, 123456789.13],
    [1e300, 2, 1e300],
    [9007199254740992, 0, 9007199254740992],
    [0.1, 20, 0.1],
    [1e-7, 3, 0],
    [Infinity, 2, Infinity],
  ])('%d to %i places is %d', (value, places, rounded) => {
    expect(roundDouble(value, places, false)).toBe(rounded);
  });
});

describe('halves to the even neighbour', () => {
  test.each([
    [2.5, 0, 2],
    [3.5, 0, 4],
    [-2.5, 0, -2],
    [1.005, 2, 1],
    [1.015, 2, 1.02],
    [25, -1, 20],
    [35, -1, 40],
    [2.51, 0, 3],
  ])('%d to %i places is %d', (value, places, rounded) => {
    expect(roundDouble(value, places, true)).toBe(rounded);
  });
});

test('every number with two decimals keeps them', () => {
  for (let cents = -5000; cents <= 5000; cents++) expect(roundDouble(cents / 100, 2, false)).toBe(cents / 100 + 0);
});
