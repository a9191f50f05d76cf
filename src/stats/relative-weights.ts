import { symmetricEigen } from './symmetric-eigen.ts';

export interface RelativeWeights {
  /** Coefficients of the regression on standardised variables. */
  readonly coefficients: Float64Array;
  /** What each variable adds to the explained variance; never below zero. */
  readonly weights: Float64Array;
  /** The explained share of the variance, 0–1: the sum of the weights. */
  readonly rSquared: number;
}

/** Eigenvalues below this mean that a variable follows from the others. */
const smallestEigenvalue = 1e-8;

/**
 * Johnson's relative weights (Multivariate Behavioral Research 35, 2000, pages 1–19): the variables are replaced by the
 * nearest uncorrelated ones, whose explained variance is shared out by how they correlate with each variable.
 * `between` holds the correlations of the variables row by row, `withTarget` theirs with the target. `undefined` where a
 * correlation is unknown or a variable follows from the others.
 */
export function relativeWeights(between: Float64Array, withTarget: Float64Array): RelativeWeights | undefined {
  const size = withTarget.length;
  if (size === 0 || [...between, ...withTarget].some((value) => !Number.isFinite(value))) return undefined;
  const { values, vectors } = symmetricEigen(between, size);
  if (values.some((value) => value < smallestEigenvalue)) return undefined;
  const power = (exponent: number) => (row: number, column: number) => {
    let sum = 0;
    for (let k = 0; k < size; k++) {
      sum += (vectors[row * size + k] ?? 0) * (values[k] ?? 0) ** exponent * (vectors[column * size + k] ?? 0);
    }
    return sum;
  };
  const applied = (matrix: (row: number, column: number) => number, vector: Float64Array) =>
    vector.map((_, row) => vector.reduce((sum, value, column) => sum + matrix(row, column) * value, 0));
  const root = power(0.5);
  const uncorrelated = applied(power(-0.5), withTarget);
  const weights = uncorrelated.map((_, row) =>
    uncorrelated.reduce((sum, value, column) => sum + root(row, column) ** 2 * value ** 2, 0),
  );
  return {
    coefficients: applied(power(-1), withTarget),
    weights,
    rSquared: weights.reduce((sum, value) => sum + value, 0),
  };
}
