import { type ColumnType, isNumeric, isTemporal, type TimeUnit } from '../engine/types.ts';
import type { Figures } from './figures.ts';
import { type BinLimits, doubleBins, integerBins } from './number-bins.ts';
import type { ShapePlan } from './profile-sql.ts';
import { dateBins, timeOfDayBins, timestampBins } from './time-bins.ts';

/** Doubles beyond this size are scaled down before they are summed: their squares would be infinite. */
const largeDouble = 1e140;
const downScale = 1e-160;

/** Columns with at most about so many different values have all of them counted in the second scan. */
const countedValues = 200;

export interface PlanOptions {
  /** Up to so many rows everything is exact. */
  readonly exactRows: number;
}

/** Decides from the figures of the first scan what the second one computes for column `index`. */
export function planShape(figures: Figures, index: number, type: ColumnType, options: PlanOptions): ShapePlan {
  const distinct = figures.number(`distinct_${index}`) ?? 0;
  const present = figures.number(`present_${index}`) ?? 0;
  const size = Math.max(Math.abs(figures.number(`low_${index}`) ?? 0), Math.abs(figures.number(`high_${index}`) ?? 0));
  return {
    exact: (figures.number('rows') ?? 0) <= options.exactRows,
    bins: planBins(figures, index, type),
    scale: type.kind === 'float' && size > largeDouble ? downScale : 1,
    countsValues: present > 0 && distinct <= countedValues,
  };
}

function planBins(figures: Figures, index: number, type: ColumnType): BinLimits[] {
  const isLength = type.kind === 'list' || type.kind === 'map';
  const [lowest, highest] = isLength ? [`shortest_${index}`, `longest_${index}`] : [`low_${index}`, `high_${index}`];
  if (type.kind === 'float') {
    const [low, high] = [figures.number(lowest), figures.number(highest)];
    return low === undefined || high === undefined ? [] : doubleBins(low, high);
  }
  if (!isLength && !isNumeric(type) && !isTemporal(type)) return [];
  const [low, high] = [figures.integer(lowest), figures.integer(highest)];
  return low === undefined || high === undefined ? [] : exactBins(type, low, high);
}

function exactBins(type: ColumnType, low: bigint, high: bigint): BinLimits[] {
  switch (type.kind) {
    case 'date':
      return dateBins(Number(low), Number(high));
    case 'timestamp':
      return timestampBins(microseconds(low, type.unit), microseconds(high, type.unit));
    case 'time':
      return timeOfDayBins(low, high);
    default:
      return integerBins(low, high, type.kind === 'decimal' ? type.scale : 0);
  }
}

/** Rounded towards the past, as the engine's cast to TIMESTAMP does. */
function microseconds(value: bigint, unit: TimeUnit): bigint {
  const factors = { s: 1_000_000n, ms: 1000n, us: 1n } as const;
  if (unit !== 'ns') return value * factors[unit];
  return value < 0n && value % 1000n !== 0n ? value / 1000n - 1n : value / 1000n;
}
