import { StillhouseError } from '../core/error.ts';
import { type ScalarFunction, scalarFunction } from './contract.ts';

/** Items that arrays made in one vector of rows may have together: beyond 2^32 bytes the engine's memory overflows. */
export const mostItems = 50_000_000;

/** `sh_items(count)`: TRUE, or an error where the arrays of a vector of rows would have too many items together. */
export function itemLimit(): ScalarFunction {
  let total = 0;
  return {
    ...scalarFunction({
      name: 'sh_items',
      takes: ['double'],
      gives: 'boolean',
      row(count) {
        total += count;
        if (total <= mostItems) return true;
        throw new StillhouseError('sql-value', `${tooManyItems} Make fewer of them, or in several steps.`);
      },
    }),
    begin() {
      total = 0;
    },
  };
}

/** What is said of arrays that would be too long. */
export const tooManyItems = `An array can have ${mostItems.toLocaleString('en')} items at most, and those made together for some rows no more than that.`;
