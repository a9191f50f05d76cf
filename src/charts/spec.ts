import { z } from 'zod';
import { StillhouseError } from '../core/error.ts';

/** Every chart there is; a stacked bar is a `bar` with `stack`, a donut a `pie` with `hole`. */
export const chartKinds = [
  'bar',
  'line',
  'area',
  'scatter',
  'histogram',
  'box',
  'heatmap',
  'pie',
  'number',
  'funnel',
  'treemap',
  'sankey',
] as const;
export type ChartKind = (typeof chartKinds)[number];

/** How the rows of a group become one number; `none` draws every row as it is. */
export const aggregates = [
  'none',
  'count',
  'count-distinct',
  'sum',
  'average',
  'median',
  'minimum',
  'maximum',
] as const;
export type Aggregate = (typeof aggregates)[number];

/** Spans of time, finest first. Weeks start on Monday. */
export const timeGrains = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
  'millennium',
] as const;
export type TimeGrain = (typeof timeGrains)[number];

/**
 * Order of categories: `natural` is the column's own (A to Z, 1 to 9, an ENUM's), `appearance` the result's; `auto` is
 * natural for ordinal columns and largest first for all others.
 */
export const categoryOrders = [
  'auto',
  'value-descending',
  'value-ascending',
  'natural',
  'natural-descending',
  'appearance',
] as const;
export type CategoryOrder = (typeof categoryOrders)[number];

/** A column of the result by name; `occurrence` tells equal names apart, counting from 1. */
const columnReference = z.object({ name: z.string(), occurrence: z.int().min(1).default(1) });
export type ColumnReference = z.output<typeof columnReference>;

const numberFormat = z.object({
  notation: z.enum(['plain', 'percent']).default('plain'),
  /** Digits behind the point; `null` shows what is there. */
  decimals: z.int().min(0).max(12).nullable().default(null),
  prefix: z.string().max(12).default(''),
  suffix: z.string().max(12).default(''),
});
/** How numbers of the measure are written: `percent` multiplies by 100, prefix and suffix are put on as they stand. */
export type NumberFormat = z.output<typeof numberFormat>;

/** What is stored in project files and dashboards. Plain JSON; every absent field takes its default. */
export const chartSpecSchema = z.object({
  version: z.literal(1).default(1),
  kind: z.enum(chartKinds),
  /** Category, time or number along the axis; first stage of a flow; group of a box. */
  x: columnReference.nullable().default(null),
  /** What is measured; empty counts rows. */
  y: z.array(columnReference).max(12).default([]),
  /** Colour; rows of a heat map; target of a flow; inner rectangles of a tree map. */
  series: columnReference.nullable().default(null),
  aggregate: z.enum(aggregates).default('sum'),
  grain: z.enum(['auto', ...timeGrains]).default('auto'),
  order: z.enum(categoryOrders).default('auto'),
  /** Most categories shown along x. */
  limit: z.int().min(1).max(500).default(20),
  /** Most series, rows or targets shown. */
  seriesLimit: z.int().min(1).max(50).default(12),
  /** What happens to categories beyond the limits. */
  rest: z.enum(['other', 'drop']).default('other'),
  stack: z.enum(['none', 'stack', 'percent']).default('none'),
  orientation: z.enum(['auto', 'vertical', 'horizontal']).default('auto'),
  /** Bins wanted for numbers; the edges are round, so that there may be a few more or fewer. `null` decides by row count. */
  bins: z.int().min(1).max(200).nullable().default(null),
  hole: z.boolean().default(false),
  /** Empty titles are made from the column names. */
  title: z.string().default(''),
  xTitle: z.string().default(''),
  yTitle: z.string().default(''),
  format: numberFormat.prefault({}),
});

export type ChartSpec = z.output<typeof chartSpecSchema>;
export type ChartSpecInput = z.input<typeof chartSpecSchema>;

/** Completes a spec with its defaults. */
export function chartSpec(input: ChartSpecInput): ChartSpec {
  return chartSpecSchema.parse(input);
}

/** Reads a stored spec; throws `project-invalid` with the first field that does not fit. */
export function parseChartSpec(stored: unknown): ChartSpec {
  const parsed = chartSpecSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  const [fault] = parsed.error.issues;
  const field = fault === undefined || fault.path.length === 0 ? 'it' : fault.path.join('.');
  throw new StillhouseError(
    'project-invalid',
    `The chart cannot be read: ${field} does not fit (${fault?.message ?? 'unknown fault'}).`,
    {
      remedy: 'Draw the chart again, or open the project with the version that saved it.',
      cause: parsed.error,
    },
  );
}
