import type { FunctionEntry } from '../contract.ts';
import { castFunctions } from './casts.ts';
import { numberConversions } from './numbers.ts';

/** Casts as functions, and numbers in other forms. */
export const conversionFunctions: readonly FunctionEntry[] = [...castFunctions, ...numberConversions];
