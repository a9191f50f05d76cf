/** A stretch of the user's text; offsets are UTF-16, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The smallest stretch that holds both. */
export function spanning(first: Span, last: Span): Span {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}
