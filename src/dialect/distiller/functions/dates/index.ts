import type { FunctionEntry } from '../contract.ts';
import { differenceFunctions } from './differences.ts';
import { epochFunctions } from './epoch.ts';
import { makeFunctions } from './make.ts';
import { moveFunctions } from './moves.ts';
import { nowFunctions } from './now.ts';
import { partFunctions } from './parts.ts';
import { textTimeFunctions } from './text.ts';
import { zoneFunctions } from './zones.ts';

/** Functions of dates, timestamps and intervals. */
export const dateFunctions: readonly FunctionEntry[] = [
  ...differenceFunctions,
  ...epochFunctions,
  ...makeFunctions,
  ...moveFunctions,
  ...nowFunctions,
  ...partFunctions,
  ...textTimeFunctions,
  ...zoneFunctions,
];
