import type { FunctionEntry } from '../contract.ts';
import { collectingAggregates } from './collecting.ts';
import { countingAggregates } from './counts.ts';
import { groupingFunctions } from './grouping.ts';
import { pickingAggregates } from './picking.ts';
import { summingAggregates } from './sums.ts';

/** Aggregates, but for the measures of statistics. */
export const aggregateFunctions: readonly FunctionEntry[] = [
  ...countingAggregates,
  ...summingAggregates,
  ...pickingAggregates,
  ...collectingAggregates,
  ...groupingFunctions,
];
