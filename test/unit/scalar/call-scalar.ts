import type { Argument, Result } from '../../../src/scalar/contract.ts';
import { scalarFunctions } from '../../../src/scalar/index.ts';

const functions = new Map(
  scalarFunctions({ random: (length) => new Uint8Array(length).fill(7) }).map((found) => [found.name, found]),
);

/** Calls one of our functions for a row, as the engine does; texts become bytes where bytes are taken. */
export function callScalar(name: string, ...values: readonly (Argument | Result)[]): Result {
  const called = functions.get(name);
  if (called === undefined) throw new Error(`There is no ${name}.`);
  const { takes, rest, row } = called;
  return row(
    ...values.map((value, index) => {
      if (typeof value === 'bigint' || typeof value === 'boolean')
        throw new Error('The engine does not pass such values.');
      const kind = takes[index] ?? rest[(index - takes.length) % rest.length];
      return typeof value === 'string' && (kind === 'bytes' || kind === 'raw')
        ? new TextEncoder().encode(value)
        : value;
    }),
  );
}
