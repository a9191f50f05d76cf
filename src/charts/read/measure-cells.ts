import { drawableReach, type Cell, type GroupedData } from '../data.ts';
import type { Chart } from '../resolve.ts';
import { valueName } from '../sql/measures.ts';
import type { ResultTable } from './result-table.ts';

/** The cells of each measure, row by row of the result. */
export function measureCells(chart: Chart, table: ResultTable): Cell[][] {
  const rows = table.numbers('row_count');
  return chart.measures.map((_, index) => {
    const texts = table.texts(valueName(index));
    const values = table.numbers(valueName(index));
    return values.map((value, row) => ({
      value: Math.abs(value) <= drawableReach ? value : Number.NaN,
      exact: texts[row] ?? null,
      rows: rows[row] ?? 0,
    }));
  });
}

/** A single row of several measures: the measures are the places. */
export function measuresAlong(cells: readonly (readonly Cell[])[]): Omit<GroupedData, 'reductions'> {
  return {
    shape: 'grouped',
    x: cells.map((_, index) => ({ kind: 'measure', index })),
    series: [{ kind: 'all' }],
    cells: [cells.map((column) => column[0])],
  };
}
