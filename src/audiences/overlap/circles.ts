/** A circle; lengths are in units of the drawing. */
export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Where the number of a region has most room, and how far the next line is. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

/**
 * Two or three circles whose areas are as the sizes, and whose overlaps two by two are as `both(one, other)`. For two
 * that is exact; three meet as near as circles can. Empty sources are points.
 */
export function placeCircles(
  sizes: readonly number[],
  both: (one: number, other: number) => number,
): readonly Circle[] {
  const radii = sizes.map((size) => Math.sqrt(size / Math.PI));
  const distance = (one: number, other: number) =>
    distanceForOverlap(radii[one] ?? 0, radii[other] ?? 0, both(one, other));
  const ab = distance(0, 1);
  const circles: Circle[] = [
    { x: 0, y: 0, radius: radii[0] ?? 0 },
    { x: ab, y: 0, radius: radii[1] ?? 0 },
  ];
  if (sizes.length > 2) {
    const [ac, bc] = [distance(0, 2), distance(1, 2)];
    const along = ab === 0 ? ac : clamp((ab ** 2 + ac ** 2 - bc ** 2) / (2 * ab), -ac, ac);
    circles.push({ x: along, y: Math.sqrt(Math.max(0, ac ** 2 - along ** 2)), radius: radii[2] ?? 0 });
  }
  return circles.slice(0, sizes.length);
}

/** Moves and scales circles into a frame of that width and height. */
export function fitCircles(circles: readonly Circle[], width: number, height: number): readonly Circle[] {
  const left = Math.min(...circles.map(({ x, radius }) => x - radius));
  const right = Math.max(...circles.map(({ x, radius }) => x + radius));
  const top = Math.min(...circles.map(({ y, radius }) => y - radius));
  const bottom = Math.max(...circles.map(({ y, radius }) => y + radius));
  const scale = Math.min(width / (right - left), height / (bottom - top));
  if (!Number.isFinite(scale)) return circles.map(() => ({ x: width / 2, y: height / 2, radius: 0 }));
  return circles.map(({ x, y, radius }) => ({
    x: (x - (left + right) / 2) * scale + width / 2,
    y: (y - (top + bottom) / 2) * scale + height / 2,
    radius: radius * scale,
  }));
}

/** The circles that hold a point, as a mask. */
export function regionAt(circles: readonly Circle[], x: number, y: number): number {
  return circles.reduce(
    (mask, circle, at) => (Math.hypot(x - circle.x, y - circle.y) < circle.radius ? mask | (1 << at) : mask),
    0,
  );
}

/** The roomiest place of every region that the circles show, looked for on a grid of that step. */
export function regionPlaces(
  circles: readonly Circle[],
  width: number,
  height: number,
  step: number,
): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  for (let y = step / 2; y < height; y += step) {
    for (let x = step / 2; x < width; x += step) {
      const mask = regionAt(circles, x, y);
      if (mask === 0) continue;
      const room = Math.min(
        ...circles.map((circle) => Math.abs(Math.hypot(x - circle.x, y - circle.y) - circle.radius)),
      );
      if (room > (places.get(mask)?.room ?? 0)) places.set(mask, { x, y, room });
    }
  }
  return places;
}

/** How far two centres are apart for an overlap of that area, by halving: the area only falls with the distance. */
function distanceForOverlap(first: number, second: number, area: number): number {
  if (area <= 0) return (first + second) * 1.05;
  let [near, far] = [Math.abs(first - second), first + second];
  for (let step = 0; step < 50; step++) {
    const middle = (near + far) / 2;
    if (lensArea(first, second, middle) > area) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
}

/** The area two circles share: two circular segments. */
function lensArea(first: number, second: number, distance: number): number {
  if (distance >= first + second) return 0;
  if (distance <= Math.abs(first - second)) return Math.PI * Math.min(first, second) ** 2;
  const segment = (one: number, other: number) => {
    const cosine = clamp((distance ** 2 + one ** 2 - other ** 2) / (2 * distance * one), -1, 1);
    return one ** 2 * (Math.acos(cosine) - cosine * Math.sqrt(1 - cosine ** 2));
  };
  return segment(first, second) + segment(second, first);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
