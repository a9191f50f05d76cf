import type { FunctionEntry } from '../contract.ts';
import { windowFunctions } from './ranks.ts';
import { rowMarks } from './row-marks.ts';
import { timeWindows } from './time-windows.ts';

/** Functions of windows of rows and of time. */
export const windowEntries: readonly FunctionEntry[] = [...windowFunctions, ...timeWindows, ...rowMarks];
