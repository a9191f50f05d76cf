import type { FunctionEntry } from '../contract.ts';
import { codeFunctions } from './codes.ts';
import { fillingFunctions } from './filling.ts';
import { joiningFunctions } from './joining.ts';
import { letterFunctions } from './letters.ts';
import { searchFunctions } from './search.ts';
import { substringFunctions } from './substring.ts';

/** Functions of text. */
export const textFunctions: readonly FunctionEntry[] = [
  ...codeFunctions,
  ...joiningFunctions,
  ...letterFunctions,
  ...fillingFunctions,
  ...searchFunctions,
  ...substringFunctions,
];
