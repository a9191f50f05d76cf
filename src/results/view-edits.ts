import type { Filter, SortKey, ViewSpec } from './filter.ts';

/** The view after a click on a column's name: ascending, then descending, then as before; `keepOthers` adds a key. */
export function toggledSort(view: ViewSpec, column: number, keepOthers: boolean): ViewSpec {
  const current = view.sort.find((key) => key.column === column);
  if (current === undefined) return sortedBy(view, column, 'ascending', keepOthers);
  if (current.direction === 'ascending') return sortedBy(view, column, 'descending', keepOthers);
  return keepOthers ? withoutSort(view, column) : { ...view, sort: [] };
}

/** The view sorted by a column, missing values last; `keepOthers` keeps the other keys and this one's rank. */
export function sortedBy(
  view: ViewSpec,
  column: number,
  direction: SortKey['direction'],
  keepOthers: boolean,
): ViewSpec {
  const key: SortKey = { column, direction, nulls: 'last' };
  if (!keepOthers) return { ...view, sort: [key] };
  const isKnown = view.sort.some((other) => other.column === column);
  const sort = isKnown ? view.sort.map((other) => (other.column === column ? key : other)) : [...view.sort, key];
  return { ...view, sort };
}

/** The view without a column among its sort keys. */
export function withoutSort(view: ViewSpec, column: number): ViewSpec {
  return { ...view, sort: view.sort.filter((key) => key.column !== column) };
}

/** The view with a filter in place of all others on the same column. */
export function withFilter(view: ViewSpec, filter: Filter): ViewSpec {
  return { ...view, filters: [...otherFilters(view, filter.column), filter] };
}

/** The view without filters on a column. */
export function withoutFilter(view: ViewSpec, column: number): ViewSpec {
  return { ...view, filters: otherFilters(view, column) };
}

/** The filters on other columns. */
export function otherFilters(view: ViewSpec, column: number): readonly Filter[] {
  return view.filters.filter((filter) => filter.column !== column);
}
