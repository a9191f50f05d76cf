import type { FunctionEntry } from '../contract.ts';
import { arithmetic } from './arithmetic.ts';
import { bits } from './bits.ts';
import { logarithms } from './logarithms.ts';
import { randomValues } from './random.ts';
import { rounding } from './rounding.ts';
import { trigonometry } from './trigonometry.ts';

/** Functions of numbers. */
export const numberFunctions: readonly FunctionEntry[] = [
  ...arithmetic,
  ...bits,
  ...logarithms,
  ...randomValues,
  ...rounding,
  ...trigonometry,
];
