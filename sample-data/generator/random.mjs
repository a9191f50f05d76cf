const seed = 20260601;

/** Mulberry32: a small seeded generator with 32 bits of state, 0 ≤ x < 1. */
function createRandom(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a over the characters of a name. */
function hash(name) {
  let value = 0x811c9dc5;
  for (const character of name) value = Math.imul(value ^ character.codePointAt(0), 0x01000193);
  return value >>> 0;
}

/** The stream of the three files of the demo project: the bare seed, whatever else is made. */
export const shopStream = () => streamFrom(seed);

/** A random stream of its own for each name, so that adding one dataset never changes another. */
export const createStream = (name) => streamFrom(seed ^ hash(name));

function streamFrom(start) {
  const random = createRandom(start);
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  const pick = (items) => items[Math.floor(random() * items.length)];
  const chance = (probability) => random() < probability;
  const weighted = (pairs) => {
    let rest = random() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of pairs) if ((rest -= weight) < 0) return item;
    return pairs[pairs.length - 1][0];
  };
  const positive = () => 1 - random();
  const exponential = (rate) => -Math.log(positive()) / rate;

  /** Marsaglia's polar method: it needs no sine, which engines round differently. */
  const normal = (mean = 0, deviation = 1) => {
    for (;;) {
      const [x, y] = [2 * random() - 1, 2 * random() - 1];
      const square = x * x + y * y;
      if (square > 0 && square < 1) return mean + deviation * x * Math.sqrt((-2 * Math.log(square)) / square);
    }
  };

  /** Marsaglia and Tsang (2000); a shape below 1 by the power of a uniform number. */
  const gamma = (shape, rate) => {
    if (shape < 1) return gamma(shape + 1, rate) * Math.exp(Math.log(positive()) / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) * (1 + c * x) * (1 + c * x);
      if (v > 0 && Math.log(positive()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / rate;
    }
  };
  const beta = (a, b) => {
    const x = gamma(a, 1);
    return x / (x + gamma(b, 1));
  };
  const poisson = (mean) => {
    let count = 0;
    for (let rest = exponential(1); rest < mean; rest += exponential(1)) count++;
    return count;
  };
  const hex = (length) => Array.from({ length }, () => between(0, 15).toString(16)).join('');
  const shuffle = (items) => {
    const copy = [...items];
    for (let last = copy.length - 1; last > 0; last--) {
      const other = between(0, last);
      [copy[last], copy[other]] = [copy[other], copy[last]];
    }
    return copy;
  };
  const sample = (items, count) => shuffle(items).slice(0, count);
  return { random, between, pick, chance, weighted, exponential, normal, gamma, beta, poisson, hex, shuffle, sample };
}

/** The logistic function: the probability of a log-odds. */
export const logistic = (logOdds) => 1 / (1 + Math.exp(-logOdds));
