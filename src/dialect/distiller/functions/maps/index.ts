import type { FunctionEntry } from '../contract.ts';
import { mapLambdas } from './lambdas.ts';
import { mapMakers } from './making.ts';

/** Functions of maps. */
export const mapFunctions: readonly FunctionEntry[] = [...mapMakers, ...mapLambdas];
