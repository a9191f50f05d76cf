import type { FunctionEntry } from '../contract.ts';
import { explodingGenerators } from './explode.ts';
import { rowGenerators } from './rows.ts';

/** Functions that make rows. */
export const generatorFunctions: readonly FunctionEntry[] = [...explodingGenerators, ...rowGenerators];
