import { doubleText } from '../engine/scalar-text.ts';
import { type ColumnType, isNumeric } from '../engine/types.ts';
import type {
  Bin,
  ColumnProfile,
  Count,
  LengthFigures,
  NumberFigures,
  ProfiledColumn,
  ValueCount,
} from './column-profile.ts';
import type { Figures } from './figures.ts';
import type { ShapePlan } from './profile-sql.ts';

/** How many of the most frequent values a profile lists. */
export const topValues = 10;

/** Puts a column's profile together from both scans; `top` is what a statement of its own found, if one was needed. */
export function readProfile(
  { info }: ProfiledColumn,
  index: number,
  extent: Figures,
  shape: Figures,
  plan: ShapePlan,
  top: readonly ValueCount[] | undefined,
): ColumnProfile {
  const rows = extent.number('rows') ?? 0;
  const present = extent.number(`present_${index}`) ?? 0;
  const [low, high] = [extent.text(`low_${index}`), extent.text(`high_${index}`)];
  const quantiles = shape.items(`quantiles_${index}`);
  const numbers = isNumeric(info.type) ? readNumbers(index, extent, shape, plan, present) : undefined;
  const lengths = readLengths(index, extent, info.type);
  const yes = extent.number(`yes_${index}`);
  const bins = readBins(plan, shape.counts(`bins_${index}`));
  const most = top ?? readTop(shape.counts(`values_${index}`));
  return {
    info,
    rows,
    nulls: rows - present,
    distinct: readDistinct(index, extent, shape),
    ...(low !== undefined && high !== undefined && { range: { low, high } }),
    ...(numbers !== undefined && { numbers }),
    ...(quantiles !== undefined && { quantiles: { values: quantiles, exact: plan.exact } }),
    ...(yes !== undefined && present > 0 && { booleans: { yes, no: present - yes } }),
    ...(lengths !== undefined && { lengths }),
    ...(bins !== undefined && { bins }),
    ...(most !== undefined && { top: most }),
  };
}

/** All values of a column with few different ones: their number is exact even where the first scan estimated it. */
function readDistinct(index: number, extent: Figures, shape: Figures): Count {
  const counted = shape.number(`exact_distinct_${index}`) ?? shape.counts(`values_${index}`)?.length;
  if (counted !== undefined) return { value: counted, exact: true };
  const estimated = Math.min(extent.number(`distinct_${index}`) ?? 0, extent.number(`present_${index}`) ?? 0);
  return { value: estimated, exact: estimated === 0 };
}

function readNumbers(
  index: number,
  extent: Figures,
  shape: Figures,
  plan: ShapePlan,
  present: number,
): NumberFigures | undefined {
  const mean = shape.number(`mean_${index}`);
  if (mean === undefined) return undefined;
  const deviation = shape.number(`deviation_${index}`);
  return {
    mean: mean / plan.scale,
    deviation: deviation === undefined ? null : deviation / plan.scale,
    notFinite: present - (extent.number(`finite_${index}`) ?? present),
  };
}

function readLengths(index: number, extent: Figures, type: ColumnType): LengthFigures | undefined {
  const [shortest, longest] = [extent.number(`shortest_${index}`), extent.number(`longest_${index}`)];
  if (shortest === undefined || longest === undefined) return undefined;
  return {
    unit: type.kind === 'text' ? 'characters' : type.kind === 'blob' ? 'bytes' : 'items',
    shortest,
    longest,
    average: extent.number(`average_${index}`) ?? shortest,
    empty: extent.number(`empty_${index}`) ?? 0,
  };
}

function readBins({ bins }: ShapePlan, counts: readonly ValueCount[] | undefined): Bin[] | undefined {
  if (counts === undefined || bins.length === 0) return undefined;
  return bins.map(({ low, high }, index) => ({ low, high, count: counts[index]?.count ?? 0 }));
}

function readTop(counts: readonly ValueCount[] | undefined): ValueCount[] | undefined {
  return counts === undefined ? undefined : [...counts].sort((a, b) => b.count - a.count).slice(0, topValues);
}

/** A quantile or mean as text, without the noise of binary fractions. */
export function figureText(value: number): string {
  return doubleText(Number(value.toPrecision(15)));
}
