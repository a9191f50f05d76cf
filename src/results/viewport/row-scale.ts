/** Browsers cap an element's height near 33 million pixels; a scroller that would be taller is scaled to this. */
export const maxScrollHeight = 15_000_000;

/** Where the rows lie, in pixels. `scrollHeight` is what the browser scrolls, `height` what it stands for. */
export interface RowScale {
  readonly rowCount: number;
  readonly rowHeight: number;
  /** Height of all rows. */
  readonly height: number;
  /** Height of the area rows are seen in. */
  readonly viewHeight: number;
  readonly scrollHeight: number;
  /** Whether a pixel of the scroll bar stands for more than one. */
  readonly isScaled: boolean;
}

/** Lays out rows of equal height; all arguments but the number of rows in pixels. */
export function rowScale(rowCount: number, rowHeight: number, viewHeight: number): RowScale {
  const height = rowCount * rowHeight;
  const scrollHeight = Math.min(height, maxScrollHeight);
  return { rowCount, rowHeight, height, viewHeight, scrollHeight, isScaled: height > maxScrollHeight };
}

/** The furthest the rows can be scrolled, in their own pixels. */
export function maxTop({ height, viewHeight }: RowScale): number {
  return Math.max(0, height - viewHeight);
}

/** Keeps a position within the rows. */
export function clampTop(scale: RowScale, top: number): number {
  return Math.min(Math.max(0, top), maxTop(scale));
}

/** The scroll bar's position for a position in the rows. */
export function barFromTop(scale: RowScale, top: number): number {
  if (!scale.isScaled) return top;
  return (top / maxTop(scale)) * (scale.scrollHeight - scale.viewHeight);
}

/**
 * The position in the rows after the scroll bar moved from `oldBar` to `newBar`. In a scaled scroller a move of less than a
 * view is a step and taken pixel by pixel; a longer one is a drag of the thumb and taken in proportion.
 */
export function topFromBar(scale: RowScale, top: number, oldBar: number, newBar: number): number {
  if (!scale.isScaled) return clampTop(scale, newBar);
  const barRange = scale.scrollHeight - scale.viewHeight;
  if (newBar <= 0) return 0;
  if (newBar >= barRange) return maxTop(scale);
  const step = newBar - oldBar;
  if (Math.abs(step) <= scale.viewHeight) return clampTop(scale, top + step);
  return clampTop(scale, (newBar / barRange) * maxTop(scale));
}

/** Rows seen at a position, `end` excluded, the partly seen ones included. */
export function rowsInView(scale: RowScale, top: number): { readonly start: number; readonly end: number } {
  const start = Math.floor(top / scale.rowHeight);
  const end = Math.min(scale.rowCount, Math.ceil((top + scale.viewHeight) / scale.rowHeight));
  return { start: Math.min(start, end), end };
}

/** The position nearest to `top` at which a row is wholly in view. */
export function topShowing(scale: RowScale, top: number, row: number): number {
  const rowTop = row * scale.rowHeight;
  const lowest = rowTop + scale.rowHeight - scale.viewHeight;
  return clampTop(scale, Math.min(Math.max(top, lowest), rowTop));
}
