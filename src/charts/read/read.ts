import type { ChartData } from '../data.ts';
import type { Chart } from '../resolve.ts';
import { readBoxes } from './boxes.ts';
import { readGrouped } from './grouped.ts';
import { readPoints } from './points.ts';
import { resultTable, type ChartResult } from './result-table.ts';
import { readRows } from './rows.ts';

/** Reads what the statement of `chartSql` gave for the same chart. */
export function readChartData(chart: Chart, result: ChartResult): ChartData {
  const table = resultTable(result);
  if (chart.y !== null) return readPoints(chart, table);
  if (chart.spec.kind === 'box') return readBoxes(chart, table);
  return chart.measures[0]?.aggregate === 'none' ? readRows(chart, table) : readGrouped(chart, table);
}
