import type { Cell, GroupedData, Position } from '../data.ts';
import type { Chart } from '../resolve.ts';
import { withoutGaps } from './gaps.ts';
import { arrangedCells } from './grid.ts';
import { measureCells, measuresAlong } from './measure-cells.ts';
import { distinctPositions, readAxis } from './positions.ts';
import { axisReductions } from './reductions.ts';
import type { ResultTable } from './result-table.ts';

/** Arranges one row a group as series over places, with the gaps of calendars and number lines closed. */
export function readGrouped(chart: Chart, table: ResultTable): GroupedData {
  const x = readAxis(table, 'x', chart.x);
  const lines = readAxis(table, 'series', chart.series);
  const counts = (row: number) => keepsMissing(chart) || x.positions[row]?.kind !== 'missing';
  const placeless = table.numbers('row_count').reduce((sum, rows, row) => (counts(row) ? sum : sum + rows), 0);
  const reductions = [
    ...axisReductions(chart, 'x', chart.x, x.facts, table),
    ...axisReductions(chart, 'series', chart.series, lines.facts, table),
    ...(placeless > 0 ? [{ kind: 'placeless', rows: placeless } as const] : []),
  ];
  const cells = measureCells(chart, table);
  if (chart.x === null && chart.measures.length > 1) return { ...measuresAlong(cells), reductions };
  const along = withoutGaps(distinctPositions(x, counts), x.facts);
  const split = distinctPositions(lines, counts);
  const down = chart.spec.kind === 'heatmap' ? withoutGaps(split, lines.facts) : split;
  const grids = chart.measures.map((_, measure) =>
    arrangedCells({
      along,
      down,
      x,
      lines,
      cell: (row) => cells[measure]?.[row],
      empty: (position) => emptyCell(chart, measure, position),
    }),
  );
  const series: readonly Position[] =
    chart.measures.length > 1 ? chart.measures.map((_, index) => ({ kind: 'measure', index })) : down;
  return { shape: 'grouped', x: along, series, cells: grids.flat(), reductions };
}

/** Lines and histograms have no place for rows without a value; bars show them as a bar of their own. */
function keepsMissing({ x, spec }: Chart): boolean {
  return x === null || x.scale === 'category' || !['line', 'area', 'histogram'].includes(spec.kind);
}

/** Where a calendar or number line has no row, the count and the sum are nought; an average is not. */
function emptyCell({ measures, spec }: Chart, measure: number, position: Position): Cell | undefined {
  const onLine = position.kind === 'time' || (position.kind === 'number' && position.end !== null);
  const aggregate = measures[measure]?.aggregate;
  const adds = aggregate === 'count' || aggregate === 'sum' || aggregate === 'count-distinct';
  return onLine && adds && spec.kind !== 'heatmap' ? { value: 0, exact: '0', rows: 0 } : undefined;
}
