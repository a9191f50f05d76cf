import type { FunctionEntry } from '../contract.ts';
import { arrayChanges } from './changing.ts';
import { arrayMakers } from './making.ts';
import { collectionFunctions } from './or-maps.ts';
import { arrayOrders } from './ordering.ts';
import { arraySearches } from './searching.ts';
import { sequences } from './sequence.ts';
import { arraySets } from './sets.ts';

/** Functions of arrays. */
export const arrayFunctions: readonly FunctionEntry[] = [
  ...arrayMakers,
  ...arraySearches,
  ...arrayChanges,
  ...arraySets,
  ...arrayOrders,
  ...collectionFunctions,
  ...sequences,
];
