import type { ColumnInfo } from '../engine/types.ts';
import type { Sql } from '../core/sql.ts';

/** A column to profile: how it is written in SQL, and what the user calls it. */
export interface ProfiledColumn {
  readonly sql: Sql;
  readonly info: ColumnInfo;
}

/** A figure that was counted, or estimated where counting would take too long. */
export interface Count {
  readonly value: number;
  readonly exact: boolean;
}

/** One bar: values from `low` up to but without `high`, as exact texts; in the last bin `high` may be reached. */
export interface Bin {
  readonly low: string;
  readonly high: string;
  readonly count: number;
}

/** A value, as exact text, and how often it occurs. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** Shares of a column's sorted values below which a quantile lies. */
export const quantileShares = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Figures of a column of numbers; NaN and infinities are counted in `notFinite` and left out of all the others. */
export interface NumberFigures {
  readonly mean: number;
  /** Sample standard deviation; `null` for fewer than two numbers. */
  readonly deviation: number | null;
  readonly notFinite: number;
}

/** Lengths of texts in characters, of blobs in bytes, of lists and maps in items. */
export interface LengthFigures {
  readonly unit: 'characters' | 'bytes' | 'items';
  readonly shortest: number;
  readonly longest: number;
  readonly average: number;
  /** How many have length 0. */
  readonly empty: number;
}

/** What one column holds. Fields that make no sense for its type, or for a column without values, are absent. */
export interface ColumnProfile {
  readonly info: ColumnInfo;
  readonly rows: number;
  readonly nulls: number;
  /** Different values, NULL not counted. */
  readonly distinct: Count;
  /** Smallest and largest value as exact texts; infinities left out, long texts cut. */
  readonly range?: { readonly low: string; readonly high: string };
  readonly numbers?: NumberFigures;
  /** Values at `quantileShares` as texts, for numbers and times; estimated in large columns. */
  readonly quantiles?: { readonly values: readonly string[]; readonly exact: boolean };
  readonly booleans?: { readonly yes: number; readonly no: number };
  readonly lengths?: LengthFigures;
  /** Numbers and times by value, lists and maps by length. */
  readonly bins?: readonly Bin[];
  /** The most frequent values, most frequent first; absent where nearly every row has a value of its own. */
  readonly top?: readonly ValueCount[];
}
