import type { Position } from '../data.ts';
import type { Dimension } from '../resolve.ts';
import { timeGrains, type TimeGrain } from '../spec.ts';
import type { ResultTable } from './result-table.ts';

/** The bins of a number line: edge number k lies at `k * numerator / denominator`. */
export interface Bins {
  readonly numerator: number;
  readonly denominator: number;
}

/** How the groups of an axis were made; both absent means that values stand as they are. */
export interface AxisFacts {
  readonly grain: TimeGrain | null;
  readonly bins: Bins | null;
}

/** The place of every row of the result on one axis. */
export interface AxisReading {
  readonly positions: readonly Position[];
  /** Sorts the positions; equal for equal positions. */
  readonly order: readonly number[];
  readonly facts: AxisFacts;
}

/** Reads the columns of the axis called `name`; without a dimension every row is at the same place. */
export function readAxis(table: ResultTable, name: string, dimension: Dimension | null): AxisReading {
  const facts = axisFacts(table, name);
  const positions = readPositions(table, name, dimension, facts);
  const places = table.has(`${name}_position`) ? table.numbers(`${name}_position`) : [];
  return { positions, facts, order: positions.map((position, row) => orderOf(position, places[row] ?? 0)) };
}

/** The different positions in their order, of the rows that count. */
export function distinctPositions(
  { positions, order }: AxisReading,
  counts: (row: number) => boolean = () => true,
): Position[] {
  const found = new Map<string, { readonly position: Position; readonly order: number }>();
  positions.forEach((position, row) => {
    if (counts(row)) found.set(positionKey(position), { position, order: order[row] ?? 0 });
  });
  const sorted = [...found.values()].sort((a, b) => (a.order === b.order ? 0 : a.order - b.order));
  return sorted.map(({ position }) => position);
}

/** Where each position stands in a list of them, by key. */
export function positionIndices(positions: readonly Position[]): ReadonlyMap<string, number> {
  return new Map(positions.map((position, index) => [positionKey(position), index]));
}

/** Equal positions have equal keys. */
export function positionKey(position: Position): string {
  switch (position.kind) {
    case 'all':
    case 'missing':
    case 'other':
      return position.kind;
    case 'measure':
      return `measure ${position.index}`;
    case 'category':
      return `category ${position.text}`;
    case 'time':
    case 'number':
      return `at ${position.start}`;
  }
}

/** The edge number `index` of the bins. */
export function binEdge({ numerator, denominator }: Bins, index: number): number {
  return (index * numerator) / denominator;
}

/** The number of the bin that starts at `start`. */
export function binOf({ numerator, denominator }: Bins, start: number): number {
  return Math.round((start * denominator) / numerator);
}

function readPositions(table: ResultTable, name: string, dimension: Dimension | null, facts: AxisFacts): Position[] {
  if (dimension === null) return Array.from({ length: table.rowCount }, () => ({ kind: 'all' }));
  if (dimension.scale === 'category') {
    const others = table.has(`${name}_other`) ? table.values(`${name}_other`) : [];
    return table.texts(name).map((text, row): Position => {
      if (others[row] === true) return { kind: 'other' };
      return text === null ? { kind: 'missing' } : { kind: 'category', text };
    });
  }
  const { grain, bins } = facts;
  const isTime = dimension.scale === 'time';
  return table.numbers(name).map((start): Position => {
    if (Number.isNaN(start)) return { kind: 'missing' };
    if (isTime) return { kind: 'time', start, grain };
    return { kind: 'number', start, end: bins === null ? null : binEdge(bins, binOf(bins, start) + 1) };
  });
}

function orderOf(position: Position, place: number): number {
  switch (position.kind) {
    case 'missing':
      return Number.MAX_VALUE;
    case 'other':
      return Infinity;
    case 'time':
    case 'number':
      return position.start;
    default:
      return place;
  }
}

function axisFacts(table: ResultTable, name: string): AxisFacts {
  const first = <Value>(column: string, read: (name: string) => Value[]) =>
    table.has(column) ? read(column)[0] : undefined;
  const grainText = first(`${name}_grain`, table.texts);
  const numerator = first(`${name}_numerator`, table.numbers);
  const denominator = first(`${name}_denominator`, table.numbers);
  const binned = numerator !== undefined && denominator !== undefined && !Number.isNaN(numerator);
  return {
    grain: timeGrains.find((known) => known === grainText) ?? null,
    bins: binned ? { numerator, denominator } : null,
  };
}
