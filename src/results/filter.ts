/**
 * What rows must satisfy in one column, by its index in the result. Values are exact texts as `textAt` gives them. A
 * negated filter keeps the rows whose value is missing, unless it names the missing value itself.
 */
export type Filter =
  | { readonly kind: 'missing'; readonly column: number; readonly negated: boolean }
  /** Equal to one of the values; `null` stands for the missing value. */
  | {
      readonly kind: 'values';
      readonly column: number;
      readonly values: readonly (string | null)[];
      readonly negated: boolean;
    }
  | {
      readonly kind: 'text';
      readonly column: number;
      readonly match: TextMatch;
      readonly text: string;
      readonly matchCase: boolean;
      readonly negated: boolean;
    }
  /**
   * From `low` to `high`, both included unless `highOpen`; a missing end is open. A bare date as the upper end of a
   * timestamp means that whole day.
   */
  | {
      readonly kind: 'range';
      readonly column: number;
      readonly low?: string;
      readonly high?: string;
      readonly highOpen?: boolean;
    };

export type TextMatch = 'contains' | 'starts' | 'ends' | 'regexp';

/** One column to sort by. */
export interface SortKey {
  readonly column: number;
  readonly direction: 'ascending' | 'descending';
  readonly nulls: 'first' | 'last';
}

/** What a user made of a result: rows that pass all filters, sorted by the keys in order, ties as they came. */
export interface ViewSpec {
  readonly sort: readonly SortKey[];
  readonly filters: readonly Filter[];
}

/** The result as it came. */
export const plainView: ViewSpec = { sort: [], filters: [] };

/** Whether a view shows the result as it came. */
export function isPlainView({ sort, filters }: ViewSpec): boolean {
  return sort.length === 0 && filters.length === 0;
}
