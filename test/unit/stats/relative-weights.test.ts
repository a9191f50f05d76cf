import { describe, expect, test } from 'vitest';
import { relativeWeights } from '../../../src/stats/relative-weights.ts';
import { symmetricEigen } from '../../../src/stats/symmetric-eigen.ts';
import reference from '../../fixtures/enrich/nps-reference.json' with { type: 'json' };

describe('relative weights', () => {
  const found = relativeWeights(
    Float64Array.from(reference.correlationsBetween),
    Float64Array.from(reference.correlationsWithScore),
  );

  test('are those of a singular value decomposition', () => {
    // Both are exact up to rounding of doubles.
    found?.weights.forEach((weight, index) => {
      expect(weight).toBeCloseTo(reference.weights[index] ?? Number.NaN, 12);
    });
    expect(found?.weights).toHaveLength(5);
  });

  test('come with the coefficients of least squares', () => {
    found?.coefficients.forEach((coefficient, index) => {
      expect(coefficient).toBeCloseTo(reference.coefficients[index] ?? Number.NaN, 12);
    });
  });

  test('of uncorrelated variables are the squared correlations', () => {
    const { weights, rSquared } = relativeWeights(new Float64Array([1, 0, 0, 1]), new Float64Array([0.6, -0.3])) ?? {};
    expect(weights?.[0]).toBeCloseTo(0.36, 12);
    expect(weights?.[1]).toBeCloseTo(0.09, 12);
    expect(rSquared).toBeCloseTo(0.45, 12);
  });

  test('are not defined for a variable that follows from another, nor without correlations', () => {
    expect(relativeWeights(new Float64Array([1, 1, 1, 1]), new Float64Array([0.5, 0.5]))).toBeUndefined();
    expect(relativeWeights(new Float64Array([1, NaN, NaN, 1]), new Float64Array([0.5, 0.5]))).toBeUndefined();
    expect(relativeWeights(new Float64Array(0), new Float64Array(0))).toBeUndefined();
  });
});

test('eigenvalues and vectors give the matrix back', () => {
  const matrix = new Float64Array([4, 1, -2, 1, 3, 0.5, -2, 0.5, 5]);
  const { values, vectors } = symmetricEigen(matrix, 3);
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      let sum = 0;
      for (let k = 0; k < 3; k++)
        sum += (vectors[row * 3 + k] ?? 0) * (values[k] ?? 0) * (vectors[column * 3 + k] ?? 0);
      expect(sum).toBeCloseTo(matrix[row * 3 + column] ?? 0, 12);
    }
  }
});
