import type { FunctionEntry } from '../contract.ts';
import { foldFunctions } from './aggregate.ts';
import { itemLambdas } from './items.ts';

/** Functions that apply a lambda to an array. */
export const lambdaFunctions: readonly FunctionEntry[] = [...itemLambdas, ...foldFunctions];
