/** The ends of an axis and the distance of its ticks, all round numbers. */
export interface Extent {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

/** The smallest stretch of about `parts` equal steps of 1, 2 or 5 times a power of ten that holds both ends. */
export function niceExtent(low: number, high: number, parts: number): Extent {
  const [from, to] = low === high ? [Math.min(0, low), low < 0 ? 0 : high || 1] : [low, high];
  const rough = to / parts - from / parts;
  if (rough === 0) return { min: from, max: to, interval: to - from };
  const unit = 10 ** Math.floor(Math.log10(rough));
  const multiple = [1, 2, 5, 10].find((candidate) => candidate * unit >= rough * (1 - 1e-9)) ?? 10;
  const interval = multiple * unit;
  return {
    min: Math.max(-Number.MAX_VALUE, Math.floor(from / interval + 1e-9) * interval),
    max: Math.min(Number.MAX_VALUE, Math.ceil(to / interval - 1e-9) * interval),
    interval,
  };
}

/** How far each of some labels has to move so that any two are `gap` apart, their order kept, none beyond the ends. */
export function spreadOut(places: readonly number[], gap: number, length: number): number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const moved = [...places];
  let least = -Infinity;
  for (const index of order) {
    moved[index] = Math.max(moved[index] ?? 0, least);
    least = (moved[index] ?? 0) + gap;
  }
  let most = length;
  for (const index of order.reverse()) {
    moved[index] = Math.min(moved[index] ?? 0, most);
    most = (moved[index] ?? 0) - gap;
  }
  return moved.map((place, index) => place - (places[index] ?? 0));
}
