/** A seeded generator of numbers in [0, 1) (mulberry32): the same seed gives the same data everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const cities = ['Berlin', 'München', 'São Paulo', 'New York', 'Paris', 'Tokyo'];
const segments = ['new', 'loyal', 'at risk', 'lapsed'];

/** JSON texts of customer records with 14 columns: nested objects, lists of numbers and of objects, nulls, dates, large integers. */
export function* customerRecords(count: number, seed = 1): Generator<string> {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = (list: readonly string[]) => list[below(list.length)] ?? '';
  const two = (value: number) => String(value).padStart(2, '0');
  const date = () => `20${two(10 + below(15))}-${two(1 + below(12))}-${two(1 + below(28))}`;
  for (let id = 1; id <= count; id++) {
    const items = Array.from({ length: 1 + below(2) }, () => {
      return `{"sku":"SKU-${1000 + below(9000)}","qty":${1 + below(5)},"price":${(below(20_000) / 100).toFixed(2)}}`;
    });
    const scores = Array.from({ length: below(5) }, () => below(100));
    yield [
      `{"id":${id}`,
      `"account":${9_007_199_254_740_993n + BigInt(below(1_000_000_000)) * 7n}`,
      `"name":"Customer ${pick(segments)} ${id}"`,
      `"email":${random() < 0.1 ? 'null' : `"user${id}@example.com"`}`,
      `"signup":"${date()}"`,
      `"last_seen":"${date()}T${two(below(24))}:${two(below(60))}:${two(below(60))}.${below(900) + 100}"`,
      `"active":${random() < 0.7}`,
      `"balance":${(random() * 2000 - 500).toFixed(2)}`,
      `"segment":${random() < 0.2 ? 'null' : `"${pick(segments)}"`}`,
      `"visits":${below(500)}`,
      `"address":{"city":"${pick(cities)}","zip":"${two(below(100))}${100 + below(900)}","geo":{"lat":${(random() * 180 - 90).toFixed(6)},"lon":${(random() * 360 - 180).toFixed(6)}}}`,
      `"scores":[${scores.join(',')}]`,
      `"items":[${items.join(',')}]`,
      `"ratio":${random()}}`,
    ].join(',');
  }
}
