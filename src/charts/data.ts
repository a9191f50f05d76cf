import type { Reduction } from './reduction.ts';
import type { TimeGrain } from './spec.ts';

/** One place along an axis, or one series. Times are milliseconds since the epoch, ends are exclusive. */
export type Position =
  /** Everything: the chart is not split here. */
  | { readonly kind: 'all' }
  | { readonly kind: 'measure'; readonly index: number }
  | { readonly kind: 'category'; readonly text: string }
  /** The rows without a value. */
  | { readonly kind: 'missing' }
  /** The categories beyond the limit. */
  | { readonly kind: 'other' }
  | { readonly kind: 'time'; readonly start: number; readonly grain: TimeGrain | null }
  /** `end` is `null` for a single number. */
  | { readonly kind: 'number'; readonly start: number; readonly end: number | null };

/** Axes cannot hold what lies farther from nought: their own arithmetic would overflow. */
export const drawableReach = 1e300;

/** The figure of one group. */
export interface Cell {
  /** For drawing; NaN when there is none that can be drawn. */
  readonly value: number;
  /** Every digit, as the engine gives it; `null` when there is no value. */
  readonly exact: string | null;
  readonly rows: number;
}

/** Figures by series and place. A cell is `undefined` where no row belongs. */
export interface GroupedData {
  readonly shape: 'grouped';
  readonly x: readonly Position[];
  readonly series: readonly Position[];
  /** `cells[series][x]`. */
  readonly cells: readonly (readonly (Cell | undefined)[])[];
  readonly reductions: readonly Reduction[];
}

/** One mark of a scatter chart: where, and how many rows lie exactly there. */
export interface Point {
  readonly x: number;
  readonly y: number;
  /** Index into the series. */
  readonly series: number;
  readonly rows: number;
}

export interface PointsData {
  readonly shape: 'points';
  readonly points: readonly Point[];
  readonly series: readonly Position[];
  /** Pearson's r over all points, also those not drawn; NaN where it is not defined. */
  readonly correlation: number;
  /** Rows that have a place, drawn or not. */
  readonly pointTotal: number;
  readonly reductions: readonly Reduction[];
}

/** One group of a box plot. */
export interface Box {
  readonly position: Position;
  readonly rows: number;
  readonly minimum: number;
  readonly lowerWhisker: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly upperWhisker: number;
  readonly maximum: number;
  /** How many values lie beyond the whiskers, and how many different ones; `outliers` holds an even choice of them. */
  readonly outlierCount: number;
  readonly outlierValues: number;
  readonly outliers: readonly number[];
}

export interface BoxesData {
  readonly shape: 'boxes';
  readonly boxes: readonly Box[];
  readonly reductions: readonly Reduction[];
}

/** What a chart's statement gave, ready to be drawn, described and listed. */
export type ChartData = GroupedData | PointsData | BoxesData;

/** Whether the statement gave nothing: no group, no point, no box. */
export function isEmptyData(data: ChartData): boolean {
  switch (data.shape) {
    case 'grouped':
      return data.x.length === 0 || !data.cells.some((row) => row.some((cell) => cell !== undefined));
    case 'points':
      return data.points.length === 0;
    case 'boxes':
      return data.boxes.length === 0;
  }
}

/** The cell of a series at a place. */
export function cellAt(data: GroupedData, series: number, x: number): Cell | undefined {
  return data.cells[series]?.[x];
}
