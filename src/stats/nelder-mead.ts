export interface Minimum {
  readonly point: readonly number[];
  readonly value: number;
  /** Whether the simplex shrank to a point before the steps ran out. */
  readonly converged: boolean;
}

interface Vertex {
  readonly point: readonly number[];
  readonly value: number;
}

/**
 * A minimum of a function without derivatives (Nelder and Mead 1965; coefficients as in Lagarias et al. 1998). Values that
 * are no numbers count as infinitely bad.
 */
export function nelderMead(
  evaluate: (point: readonly number[]) => number,
  start: readonly number[],
  options: { readonly step?: number; readonly tolerance?: number; readonly mostSteps?: number } = {},
): Minimum {
  const { step = 0.5, tolerance = 1e-10, mostSteps = 400 * start.length } = options;
  const at = (point: readonly number[]): Vertex => {
    const value = evaluate(point);
    return { point, value: Number.isNaN(value) ? Infinity : value };
  };
  let simplex = [at(start), ...start.map((_, k) => at(start.map((value, index) => value + (index === k ? step : 0))))];
  for (let count = 0; count < mostSteps; count++) {
    simplex = simplex.sort((a, b) => a.value - b.value);
    if (isSmall(simplex, tolerance)) return { ...bestOf(simplex), converged: true };
    simplex = move(simplex, at);
  }
  return { ...bestOf(simplex.sort((a, b) => a.value - b.value)), converged: false };
}

/** One step of a simplex ordered from best to worst. */
function move(simplex: readonly Vertex[], at: (point: readonly number[]) => Vertex): Vertex[] {
  const best = bestOf(simplex);
  const worst = simplex.at(-1) ?? best;
  const second = simplex.at(-2) ?? best;
  const others = simplex.slice(0, -1);
  const centre = best.point.map((_, k) => others.reduce((sum, { point }) => sum + (point[k] ?? 0), 0) / others.length);
  const along = (factor: number) => at(centre.map((value, k) => value + factor * ((worst.point[k] ?? 0) - value)));
  const reflected = along(-1);
  if (reflected.value < best.value) {
    const expanded = along(-2);
    return [...others, expanded.value < reflected.value ? expanded : reflected];
  }
  if (reflected.value < second.value) return [...others, reflected];
  const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
  if (contracted.value < Math.min(reflected.value, worst.value)) return [...others, contracted];
  return simplex.map((vertex, index) =>
    index === 0 ? vertex : at(vertex.point.map((value, k) => ((best.point[k] ?? 0) + value) / 2)),
  );
}

function isSmall(simplex: readonly Vertex[], tolerance: number): boolean {
  const best = bestOf(simplex);
  return simplex.every(
    ({ point, value }) =>
      value - best.value <= tolerance * (1 + Math.abs(best.value)) &&
      point.every((coordinate, k) => Math.abs(coordinate - (best.point[k] ?? 0)) < 1e-5),
  );
}

function bestOf([best = { point: [], value: Infinity }]: readonly Vertex[]): Vertex {
  return best;
}
