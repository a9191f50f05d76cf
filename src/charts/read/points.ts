import type { GroupedData, Point, PointsData, Position } from '../data.ts';
import type { Reduction } from '../reduction.ts';
import type { Chart } from '../resolve.ts';
import { withoutGaps } from './gaps.ts';
import { arrangedCells } from './grid.ts';
import { distinctPositions, positionIndices, positionKey, readAxis, type AxisReading } from './positions.ts';
import { axisReductions } from './reductions.ts';
import type { ResultTable } from './result-table.ts';

/** Reads the points of a scatter chart, or the cells that they were counted in. */
export function readPoints(chart: Chart, table: ResultTable): PointsData | GroupedData {
  const x = readAxis(table, 'x', chart.x);
  const y = readAxis(table, 'y', chart.y);
  const fact = (name: string) => table.numbers(name)[0] ?? 0;
  const placeless = fact('row_total') - fact('point_total');
  const left: Reduction[] = placeless > 0 ? [{ kind: 'placeless', rows: placeless }] : [];
  if (x.facts.bins !== null || x.facts.grain !== null) return countedCells(x, y, table, left);
  const lines = readAxis(table, 'series', chart.series);
  const points = pointsOf(x, y, lines, table.numbers('row_count'));
  const shown = points.reduce((sum, point) => sum + point.rows, 0);
  const sample: Reduction[] =
    shown < fact('point_total') ? [{ kind: 'sample', shown, total: fact('point_total') }] : [];
  return {
    shape: 'points',
    points,
    series: distinctPositions(lines),
    correlation: table.numbers('correlation')[0] ?? Number.NaN,
    pointTotal: fact('point_total'),
    reductions: [...sample, ...axisReductions(chart, 'series', chart.series, lines.facts, table), ...left],
  };
}

function pointsOf(x: AxisReading, y: AxisReading, lines: AxisReading, rows: readonly number[]): Point[] {
  const numbers = positionIndices(distinctPositions(lines));
  return x.positions.map((position, row) => ({
    x: placeOf(position),
    y: placeOf(y.positions[row]),
    series: numbers.get(positionKey(lines.positions[row] ?? { kind: 'all' })) ?? 0,
    rows: rows[row] ?? 0,
  }));
}

function countedCells(x: AxisReading, y: AxisReading, table: ResultTable, left: readonly Reduction[]): GroupedData {
  const rows = table.numbers('row_count');
  const along = withoutGaps(distinctPositions(x), x.facts);
  const down = withoutGaps(distinctPositions(y), y.facts);
  const cells = arrangedCells({
    along,
    down,
    x,
    lines: y,
    cell: (row) => ({ value: rows[row] ?? 0, exact: String(rows[row] ?? 0), rows: rows[row] ?? 0 }),
    empty: () => undefined,
  });
  const total = rows.reduce((sum, count) => sum + count, 0);
  const counted: Reduction = { kind: 'cells', rows: total, cells: table.rowCount };
  return { shape: 'grouped', x: along, series: down, cells, reductions: [counted, ...left] };
}

function placeOf(position: Position | undefined): number {
  return position?.kind === 'number' || position?.kind === 'time' ? position.start : Number.NaN;
}
