/** What the user made of the columns, by index in the result. */
export interface ColumnChoice {
  /** Widths in pixels of the columns that were resized. */
  readonly widths: ReadonlyMap<number, number>;
  readonly hidden: readonly number[];
  /** Columns kept in view at the left, in order. */
  readonly pinned: readonly number[];
}

/** Where the columns lie. A *place* counts the columns shown from the left: the pinned ones first, then the others. */
export interface ColumnLayout {
  /** The index in the result of the column at each place. */
  readonly shown: readonly number[];
  readonly pinnedCount: number;
  /** Left edge of each place in pixels, and the right end of the last: pinned places count from the left of the view. */
  readonly edges: Float64Array<ArrayBuffer>;
  /** Width of the pinned columns together. */
  readonly pinnedWidth: number;
  /** Width of all columns together. */
  readonly width: number;
}

/** The narrowest and widest a column can be made, in pixels. */
export const minColumnWidth = 48;
export const maxColumnWidth = 1200;

/** Lays out the columns from the left edge `start`, which is where row numbers end. */
export function layOutColumns(
  columnCount: number,
  choice: ColumnChoice,
  naturalWidth: (column: number) => number,
  start: number,
): ColumnLayout {
  const { pinnedCount, shown } = columnOrder(columnCount, choice);
  const edges = new Float64Array(shown.length + 1);
  edges[0] = start;
  shown.forEach((column, place) => {
    edges[place + 1] = (edges[place] ?? 0) + clampWidth(choice.widths.get(column) ?? naturalWidth(column));
  });
  const pinnedWidth = (edges[pinnedCount] ?? start) - start;
  return { shown, pinnedCount, edges, pinnedWidth, width: edges[shown.length] ?? start };
}

/** The columns shown, by index, from the left: the pinned ones first. */
export function columnOrder(
  columnCount: number,
  choice: ColumnChoice,
): { readonly shown: readonly number[]; readonly pinnedCount: number } {
  const hidden = new Set(choice.hidden);
  const pinned = choice.pinned.filter((column) => column < columnCount && !hidden.has(column));
  const fixed = new Set(pinned);
  const shown = [...pinned];
  for (let column = 0; column < columnCount; column++) {
    if (!hidden.has(column) && !fixed.has(column)) shown.push(column);
  }
  return { shown, pinnedCount: pinned.length };
}

/** A width that a column can have. */
export function clampWidth(width: number): number {
  return Math.min(maxColumnWidth, Math.max(minColumnWidth, Math.round(width)));
}

/** The left edge and width of a place, in pixels. */
export function placeSpan({ edges }: ColumnLayout, place: number): { readonly left: number; readonly width: number } {
  const left = edges[place] ?? 0;
  return { left, width: (edges[place + 1] ?? left) - left };
}

/** Places, `end` excluded, of the columns not pinned that are seen when scrolled by `left` in a view `viewWidth` wide. */
export function placesInView(
  layout: ColumnLayout,
  left: number,
  viewWidth: number,
): { readonly start: number; readonly end: number } {
  const { pinnedCount, edges, shown } = layout;
  const seenFrom = (edges[pinnedCount] ?? 0) + left;
  const start = Math.max(pinnedCount, placeAt(layout, seenFrom));
  const end = Math.min(shown.length, placeAt(layout, left + viewWidth - 1) + 1);
  return { start: Math.min(start, shown.length), end: Math.max(end, Math.min(start, shown.length)) };
}

/** The place under a point of the columns' own pixels. */
function placeAt({ edges, shown }: ColumnLayout, x: number): number {
  let low = 0;
  let high = shown.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] ?? 0) <= x) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The place under a point of the view, `undefined` left of the first column and right of the last. */
export function placeAtPoint(layout: ColumnLayout, left: number, x: number): number | undefined {
  const start = layout.edges[0] ?? 0;
  if (x < start || layout.shown.length === 0) return undefined;
  if (x < start + layout.pinnedWidth) return placeAt(layout, x);
  const place = placeAt(layout, x + left);
  return x + left < layout.width && place >= layout.pinnedCount ? place : undefined;
}

/** How far to scroll so that a place is wholly in view, starting from `left`. */
export function leftShowing(layout: ColumnLayout, left: number, viewWidth: number, place: number): number {
  if (place < layout.pinnedCount) return left;
  const span = placeSpan(layout, place);
  const free = layout.edges[layout.pinnedCount] ?? 0;
  const furthest = span.left - free;
  const nearest = Math.min(furthest, span.left + span.width - viewWidth);
  return Math.max(0, Math.min(Math.max(left, nearest), furthest));
}
