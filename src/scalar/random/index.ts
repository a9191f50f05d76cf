import { scalarFunction } from '../contract.ts';
import { XorShiftRandom } from './xor-shift.ts';

interface Stream {
  readonly seed: string;
  readonly place: number;
  readonly query: number;
  readonly random: XorShiftRandom;
}

/** How many calls of `rand` a query may have before the first of them begins anew. */
const mostStreams = 64;

/** The numbers of each call go on from row to row and begin anew with each query. */
function streams(): (seed: string, place: number, query: number) => XorShiftRandom {
  const known: Stream[] = [];
  let last: Stream | undefined;
  const isOf = (stream: Stream, seed: string, place: number, query: number) =>
    stream.query === query && stream.place === place && stream.seed === seed;
  return (seed, place, query) => {
    if (last !== undefined && isOf(last, seed, place, query)) return last.random;
    last = known.find((stream) => isOf(stream, seed, place, query));
    if (last === undefined) {
      last = { seed, place, query, random: new XorShiftRandom(BigInt(seed)) };
      known.push(last);
      if (known.length > mostStreams) known.shift();
    }
    return last.random;
  };
}

/**
 * `sh_rand(seed, place, query, random())` and `sh_randn`: the next number of a seed, a whole number as text. `place` tells
 * the calls of a query apart, `query` the queries; the last argument makes the engine ask for every row.
 */
export function randomFunctions() {
  const [uniform, normal] = [streams(), streams()];
  const takes = ['text', 'integer', 'double', 'double'] as const;
  return [
    scalarFunction({
      name: 'sh_rand',
      takes,
      gives: 'double',
      row: (seed, place, query) => uniform(seed, place, query).nextDouble(),
    }),
    scalarFunction({
      name: 'sh_randn',
      takes,
      gives: 'double',
      row: (seed, place, query) => normal(seed, place, query).nextGaussian(),
    }),
  ];
}
