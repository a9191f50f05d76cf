import { expect, test } from 'vitest';
import { XorShiftRandom } from '../../../../src/scalar/random/xor-shift.ts';
import { callScalar } from '../call-scalar.ts';

// Spark's documentation of rand and randn, and its RandomSuite.
test.each([
  [0n, 0.7604953758285915, 1.6034991609278433],
  [30n, 0.2762195585886885, -1.0451987154313813],
  [5419823303878592871n, 0.7145363364564755, 0.7816815274533012],
])('the first numbers of seed %s', (seed, uniform, normal) => {
  expect(new XorShiftRandom(seed).nextDouble()).toBe(uniform);
  expect(new XorShiftRandom(seed).nextGaussian()).toBeCloseTo(normal, 15);
});

test('numbers go on from row to row, and begin anew with another call or query', () => {
  const draw = (place: number, query: number) => callScalar('sh_rand', '42', place, query, 0.5);
  expect([draw(1, 1), draw(1, 1)]).toEqual([0.619189370225301, 0.5096018842446481]);
  expect([draw(2, 1), draw(1, 2), draw(2, 1)]).toEqual([0.619189370225301, 0.619189370225301, 0.5096018842446481]);
});
