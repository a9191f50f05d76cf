import type { FunctionEntry } from '../contract.ts';
import { histograms } from './histogram.ts';
import { measures } from './measures.ts';
import { quantiles } from './quantiles.ts';

/** Aggregates of statistics. */
export const statisticFunctions: readonly FunctionEntry[] = [...measures, ...quantiles, ...histograms];
