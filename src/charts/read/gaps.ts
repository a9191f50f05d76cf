import { nextSpan } from '../calendar.ts';
import type { Position } from '../data.ts';
import { binEdge, binOf, type AxisFacts } from './positions.ts';

/** Most places along a filled axis; an axis that needs more is mostly empty and stays as it is. */
const mostFilled = 5_000;

/** The positions with the spans or bins between them that no row belongs to. */
export function withoutGaps(positions: readonly Position[], facts: AxisFacts): readonly Position[] {
  const starts = positions.flatMap((position) =>
    position.kind === 'time' || position.kind === 'number' ? [position.start] : [],
  );
  const [first] = starts;
  const last = starts.at(-1);
  if (first === undefined || last === undefined) return positions;
  const filled = spansBetween(first, last, facts) ?? binsBetween(first, last, facts);
  return filled === null ? positions : [...filled, ...positions.slice(starts.length)];
}

function spansBetween(first: number, last: number, { grain }: AxisFacts): Position[] | null {
  if (grain === null) return null;
  const spans: Position[] = [];
  for (let start = first; start <= last; start = nextSpan(start, grain)) {
    if (spans.length === mostFilled) return null;
    spans.push({ kind: 'time', start, grain });
  }
  return spans;
}

function binsBetween(first: number, last: number, { bins }: AxisFacts): Position[] | null {
  if (bins === null) return null;
  const [low, high] = [binOf(bins, first), binOf(bins, last)];
  if (high - low >= mostFilled) return null;
  return Array.from({ length: high - low + 1 }, (_, step) => ({
    kind: 'number',
    start: binEdge(bins, low + step),
    end: binEdge(bins, low + step + 1),
  }));
}
