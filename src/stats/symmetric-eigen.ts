export interface Eigen {
  readonly values: Float64Array;
  /** Column `k`, from `vectors[row * size + k]`, is the unit vector of `values[k]`. */
  readonly vectors: Float64Array;
}

/** Sweeps after which a symmetric matrix of any size met here is diagonal to the last digit. */
const mostSweeps = 60;

/**
 * Eigenvalues and vectors of a symmetric matrix given row by row, by cyclic Jacobi rotations (Golub and Van Loan, Matrix
 * Computations, 4th edition, section 8.5). Made for matrices of up to some fifty rows.
 */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let k = 0; k < size; k++) vectors[k * size + k] = 1;
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(a, size) > 1e-30; sweep++) {
    for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotate(a, vectors, size, p, q);
  }
  return { values: Float64Array.from({ length: size }, (_, k) => a[k * size + k] ?? 0), vectors };
}

function offDiagonal(a: Float64Array, size: number): number {
  let sum = 0;
  a.forEach((value, index) => {
    if (Math.floor(index / size) !== index % size) sum += value * value;
  });
  return sum;
}

/** Makes the entry (p, q) zero. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q] ?? 0;
  if (apq === 0) return;
  const tau = ((a[q * size + q] ?? 0) - (a[p * size + p] ?? 0)) / (2 * apq);
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
  const cosine = 1 / Math.sqrt(1 + t * t);
  const sine = t * cosine;
  for (let k = 0; k < size; k++) turn(a, k * size + p, k * size + q, cosine, sine);
  for (let k = 0; k < size; k++) turn(a, p * size + k, q * size + k, cosine, sine);
  for (let k = 0; k < size; k++) turn(vectors, k * size + p, k * size + q, cosine, sine);
}

function turn(values: Float64Array, first: number, second: number, cosine: number, sine: number): void {
  const [x, y] = [values[first] ?? 0, values[second] ?? 0];
  values[first] = cosine * x - sine * y;
  values[second] = sine * x + cosine * y;
}
