import type { Argument, Halves, Result } from '../../../src/scalar/contract.ts';
import { loadLongDigest } from '../../../src/scalar/hash/sha512.ts';
import { scalarFunctions } from '../../../src/scalar/index.ts';

const platform = {
  random: (length: number) => new Uint8Array(length).fill(7),
  longDigest: await loadLongDigest(),
};
const functions = new Map(scalarFunctions(platform).map((found) => [found.name, found]));

/** A result as the engine takes it over: a function may write the next one over it. */
type Kept = Exclude<Result, Halves>;

/** Calls one of our functions for a row, as the engine does; texts become bytes where bytes are taken. */
export function callScalar(name: string, ...values: readonly (Argument | Kept)[]): Kept {
  const called = functions.get(name);
  if (called === undefined) throw new Error(`There is no ${name}.`);
  const { takes, rest, row } = called;
  const result = row(
    ...values.map((value, index) => {
      if (typeof value === 'bigint' || typeof value === 'boolean')
        throw new Error('The engine does not pass such values.');
      const kind = takes[index] ?? rest[(index - takes.length) % rest.length];
      return typeof value === 'string' && (kind === 'bytes' || kind === 'raw')
        ? new TextEncoder().encode(value)
        : value;
    }),
  );
  if (result instanceof Uint8Array) return result.slice();
  if (typeof result !== 'object' || result === null) return result;
  return BigInt.asIntN(64, (BigInt(result.high) << 32n) | BigInt(result.low >>> 0));
}
