import { literal, sql, type Sql } from '../../core/sql.ts';
import type { Chart, Dimension } from '../resolve.ts';
import type { ChartKind, ChartSpec } from '../spec.ts';
import type { AxisLimits } from './axis-contract.ts';
import { aggregated } from './measures.ts';
import { mostRows } from './most-rows.ts';

/** Spans of time that read well, where the grain is left to us. */
const comfortableSpans: Readonly<Record<ChartKind, number>> = {
  bar: 60,
  line: 400,
  area: 400,
  scatter: 60,
  histogram: 60,
  box: 24,
  heatmap: 60,
  pie: 12,
  number: 1,
  funnel: 12,
  treemap: 24,
  sankey: 12,
};

/** Cells along one side of a heat map and of a binned scatter chart. */
const heatMapSide = 60;

/** The hours of a day are never cut. */
const hours = 24;

/** Slices of a pie that can still be told apart. */
const mostSlices = 12;

/** How the groups along x are made. */
export function xLimits(chart: Chart, x: Dimension): AxisLimits {
  const { spec } = chart;
  const room = Math.floor(mostRows / mostParts(chart));
  const spans = spec.grain === 'auto' ? comfortableSpans[spec.kind] : mostRows;
  return {
    ...sharedLimits(chart, spec),
    most: x.scale === 'time' ? spans : Math.min(room, mostCategories(spec, x)),
    parts: partCount(chart),
    finest: spec.grain === 'auto' ? finestGrain(x) : spec.grain,
    ...numberLimits(spec, room),
  };
}

/** How the series are made: the colours of a chart, the rows of a heat map, the targets of a flow. */
export function seriesLimits(chart: Chart): AxisLimits {
  const { spec } = chart;
  const isHeatMap = spec.kind === 'heatmap';
  return {
    ...sharedLimits(chart, spec),
    most: isHeatMap && chart.series?.scale === 'time' ? heatMapSide : spec.seriesLimit,
    finest: finestGrain(chart.series),
    bins: Math.min(spec.bins ?? 20, heatMapSide),
    exactNumbers: 30,
  };
}

/** How the points of a scatter chart are put into cells when there are too many. */
export function pointLimits(chart: Chart, dimension: Dimension): AxisLimits {
  const { spec } = chart;
  return {
    ...sharedLimits(chart, spec),
    most: heatMapSide,
    finest: spec.grain === 'auto' ? finestGrain(dimension) : spec.grain,
    bins: Math.min(spec.bins ?? 40, heatMapSide),
    exactNumbers: 0,
    exactRows: mostRows,
  };
}

function mostCategories({ kind, limit }: ChartSpec, { column }: Dimension): number {
  if (column.type.kind === 'time') return Math.max(hours, limit);
  return kind === 'pie' ? Math.min(mostSlices, limit) : limit;
}

function finestGrain(dimension: Dimension | null): AxisLimits['finest'] {
  return dimension?.column.type.kind === 'date' ? 'day' : 'second';
}

function numberLimits({ kind, bins }: ChartSpec, room: number): Pick<AxisLimits, 'bins' | 'exactNumbers'> {
  switch (kind) {
    case 'histogram':
      return { bins, exactNumbers: 0 };
    case 'heatmap':
      return { bins: Math.min(bins ?? 30, heatMapSide), exactNumbers: 40 };
    case 'line':
    case 'area':
      return { bins: Math.min(bins ?? 100, room), exactNumbers: Math.min(1_000, room) };
    default:
      return { bins: bins === null ? null : Math.min(bins, room), exactNumbers: 50 };
  }
}

/** Most series: those within the limit, “Other” and those without a value. */
function mostParts({ series, spec }: Chart): number {
  return series === null ? 1 : spec.seriesLimit + 2;
}

function partCount(chart: Chart): Sql {
  if (chart.series?.scale !== 'category') return literal(mostParts(chart));
  return sql`least(${literal(mostParts(chart))}, (SELECT count(*) + 2 FROM series_ranked))`;
}

type SharedLimits = Pick<AxisLimits, 'natural' | 'exactRows' | 'drop' | 'rankBy' | 'parts'>;

function sharedLimits(chart: Chart, { rest, grain }: ChartSpec): SharedLimits {
  return { natural: grain === 'auto', exactRows: 0, drop: rest === 'drop', rankBy: rankBy(chart), parts: literal(1) };
}

function rankBy({ measures: [first] }: Chart): Sql {
  return first === undefined ? sql`count(*)` : aggregated(first, 0);
}
