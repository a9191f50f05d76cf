import type { Cell, GroupedData, Position } from '../data.ts';
import { measureCells, measuresAlong } from './measure-cells.ts';
import { positionKey, readAxis } from './positions.ts';
import type { Reduction } from '../reduction.ts';
import { drawsPoints, type Chart } from '../resolve.ts';
import type { ResultTable } from './result-table.ts';

/** Arranges single rows: equal places of one series follow each other instead of covering each other. */
export function readRows(chart: Chart, table: ResultTable): GroupedData {
  const cells = measureCells(chart, table);
  if (chart.x === null && chart.measures.length > 1) {
    return { ...measuresAlong(cells), reductions: rowReductions(chart, table) };
  }
  const x = readAxis(table, 'x', chart.x).positions;
  const series = readAxis(table, 'series', chart.series).positions;
  const places = new Map<string, { readonly position: Position; readonly index: number }>();
  const lines = new Map<string, { readonly position: Position; readonly cells: (Cell | undefined)[][] }>();
  const seen = new Map<string, number>();
  x.forEach((position, row) => {
    const part = series[row] ?? { kind: 'all' };
    const line = lines.get(positionKey(part)) ?? { position: part, cells: cells.map(() => []) };
    const pair = JSON.stringify([positionKey(position), positionKey(part)]);
    const occurrence = seen.get(pair) ?? 0;
    const place = `${occurrence} ${positionKey(position)}`;
    const { index } = places.get(place) ?? { index: places.size };
    seen.set(pair, occurrence + 1);
    places.set(place, { position, index });
    lines.set(positionKey(part), line);
    line.cells.forEach((measure, number) => (measure[index] = cells[number]?.[row]));
  });
  const parts = [...lines.values()];
  const shown = parts.slice(0, chart.spec.seriesLimit);
  const along = [...places.values()].map(({ position }) => position);
  const rectangular = (sparse: readonly (Cell | undefined)[]) => along.map((_, index) => sparse[index]);
  const cut: Reduction[] =
    shown.length < parts.length
      ? [{ kind: 'top', axis: 'series', shown: shown.length, total: parts.length, which: 'first', rest: 'drop' }]
      : [];
  return {
    shape: 'grouped',
    x: along,
    series:
      chart.measures.length > 1
        ? chart.measures.map((_, index) => ({ kind: 'measure', index }))
        : shown.map(({ position }) => position),
    cells: shown.flatMap((part) => part.cells.map(rectangular)),
    reductions: [...rowReductions(chart, table), ...cut],
  };
}

function rowReductions(chart: Chart, table: ResultTable): Reduction[] {
  const fact = (name: string) => (table.has(name) ? (table.numbers(name)[0] ?? 0) : 0);
  const [shown, total] = [table.rowCount, fact('row_total')];
  if (!drawsPoints(chart)) return shown < total ? [{ kind: 'first', shown, total }] : [];
  const points = fact('point_total');
  return [
    ...(shown < points ? [{ kind: 'extremes', shown, total: points } as const] : []),
    ...(points < total ? [{ kind: 'placeless', rows: total - points } as const] : []),
  ];
}
