import type { TimeGrain } from './spec.ts';

/** Something that was cut, put together or left out on the way from the rows to the chart. */
export type Reduction =
  /** Categories beyond the limit; `shown` of `total` stand on their own. */
  | {
      readonly kind: 'top';
      readonly axis: 'x' | 'series';
      readonly shown: number;
      readonly total: number;
      /** Which ones are shown: by the measure, or as they come. */
      readonly which: 'highest' | 'lowest' | 'first';
      readonly rest: 'other' | 'drop';
    }
  /** Spans of time coarser than those asked for. */
  | { readonly kind: 'grain'; readonly wanted: TimeGrain; readonly used: TimeGrain }
  /** Numbers put into bins of equal width. */
  | { readonly kind: 'steps'; readonly axis: 'x' | 'series'; readonly width: number }
  /** Points counted in cells. */
  | { readonly kind: 'cells'; readonly rows: number; readonly cells: number }
  /** An even sample of the points. */
  | { readonly kind: 'sample'; readonly shown: number; readonly total: number }
  /** Only the first rows. */
  | { readonly kind: 'first'; readonly shown: number; readonly total: number }
  /** Only the lowest and highest point of each slice. */
  | { readonly kind: 'extremes'; readonly shown: number; readonly total: number }
  /** Different values of outliers, of which an even choice is drawn. */
  | { readonly kind: 'outliers'; readonly shown: number; readonly total: number }
  /** Rows that have no place on the axes. */
  | { readonly kind: 'placeless'; readonly rows: number }
  /** Groups that have no place in areas: their value is negative or missing. */
  | { readonly kind: 'undrawable'; readonly groups: number }
  /** Groups whose value is no number that an axis can hold: NaN, infinite, beyond 10^300. */
  | { readonly kind: 'endless'; readonly groups: number };
