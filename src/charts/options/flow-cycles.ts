/** Whether no flow leads back to where it came from, by taking away places without inflow (Kahn, 1962). */
export function isAcyclic(flows: readonly (readonly [from: string, to: string])[]): boolean {
  const inflow = new Map<string, number>();
  const next = new Map<string, string[]>();
  for (const [from, to] of flows) {
    inflow.set(from, inflow.get(from) ?? 0);
    inflow.set(to, (inflow.get(to) ?? 0) + 1);
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const free = [...inflow].flatMap(([place, count]) => (count === 0 ? [place] : []));
  let taken = 0;
  for (let place = free.pop(); place !== undefined; place = free.pop()) {
    taken++;
    for (const to of next.get(place) ?? []) {
      const left = (inflow.get(to) ?? 0) - 1;
      inflow.set(to, left);
      if (left === 0) free.push(to);
    }
  }
  return taken === inflow.size;
}
