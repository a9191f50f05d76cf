import { cellAt, type Cell, type GroupedData } from './data.ts';
import type { Chart } from './resolve.ts';
import type { ChartSpec } from './spec.ts';

/** Whether the chart shows parts of a whole as areas: what is negative or missing has no place in it. */
export function drawsAreas({ spec }: Chart): boolean {
  return ['pie', 'funnel', 'treemap', 'sankey'].includes(spec.kind);
}

/** A group as a part of a whole, with its place in the data. */
export interface Part {
  readonly x: number;
  readonly series: number;
  readonly cell: Cell;
}

/** The groups that can be drawn as an area: those with a value above nought, largest places first as they stand. */
export function drawableParts(data: GroupedData): readonly Part[] {
  return allParts(data).filter(({ cell }) => cell.value > 0);
}

/** The stages of a funnel: one that nobody reached is still a stage. */
export function stagesOf(data: GroupedData): readonly Part[] {
  return allParts(data).filter(({ cell }) => cell.value >= 0);
}

/** How many groups cannot: their value is negative or missing. A value of nought is simply not seen. */
export function undrawableCount(data: GroupedData): number {
  return allParts(data).filter(({ cell }) => !(cell.value >= 0)).length;
}

/** How many groups have a value that no axis can hold. */
export function endlessCount(data: GroupedData): number {
  return allParts(data).filter(({ cell }) => cell.exact !== null && Number.isNaN(cell.value)).length;
}

/** The sum of the drawable parts. */
export function wholeOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { cell }) => sum + cell.value, 0);
}

/** How the spec can be stacked: shares of amounts with different signs mean nothing, so they are stacked as amounts. */
export function effectiveStack(spec: ChartSpec, data: GroupedData): ChartSpec['stack'] {
  const stack = spec.kind === 'bar' || spec.kind === 'area' ? spec.stack : 'none';
  if (stack !== 'percent') return stack;
  return data.cells.some((line) => line.some((cell) => cell !== undefined && cell.value < 0)) ? 'stack' : 'percent';
}

function allParts(data: GroupedData): Part[] {
  return data.series.flatMap((_, series) =>
    data.x.flatMap((_, x) => {
      const cell = cellAt(data, series, x);
      return cell === undefined ? [] : [{ x, series, cell }];
    }),
  );
}
