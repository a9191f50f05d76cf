import type { Box, BoxesData } from '../data.ts';
import type { Reduction } from '../reduction.ts';
import type { Chart } from '../resolve.ts';
import type { Value } from '../../engine/value.ts';
import { readAxis } from './positions.ts';
import { axisReductions } from './reductions.ts';
import type { ResultTable } from './result-table.ts';

/** Reads one row a box. */
export function readBoxes(chart: Chart, table: ResultTable): BoxesData {
  const { positions, facts } = readAxis(table, 'x', chart.x);
  const rows = table.numbers('row_count');
  const columns = {
    minimum: table.numbers('minimum'),
    lowerWhisker: table.numbers('lower_whisker'),
    lowerQuartile: table.numbers('lower_quartile'),
    median: table.numbers('median'),
    upperQuartile: table.numbers('upper_quartile'),
    upperWhisker: table.numbers('upper_whisker'),
    maximum: table.numbers('maximum'),
    outlierCount: table.numbers('outlier_count'),
    outlierValues: table.numbers('outlier_values'),
  };
  const low = table.values('low_outliers');
  const high = table.values('high_outliers');
  const boxes = positions.map((position, row): Box => {
    const figure = (name: keyof typeof columns) => columns[name][row] ?? Number.NaN;
    return {
      position,
      rows: rows[row] ?? 0,
      minimum: figure('minimum'),
      lowerWhisker: figure('lowerWhisker'),
      lowerQuartile: figure('lowerQuartile'),
      median: figure('median'),
      upperQuartile: figure('upperQuartile'),
      upperWhisker: figure('upperWhisker'),
      maximum: figure('maximum'),
      outlierCount: figure('outlierCount'),
      outlierValues: figure('outlierValues'),
      outliers: [...numbersIn(low[row]), ...numbersIn(high[row])].sort((a, b) => a - b),
    };
  });
  return {
    shape: 'boxes',
    boxes,
    reductions: boxReductions(chart, boxes, axisReductions(chart, 'x', chart.x, facts, table), table),
  };
}

function boxReductions(
  chart: Chart,
  boxes: readonly Box[],
  along: readonly Reduction[],
  table: ResultTable,
): Reduction[] {
  const sum = (figure: (box: Box) => number) => boxes.reduce((total, box) => total + figure(box), 0);
  const [shown, total] = [sum((box) => box.outliers.length), sum((box) => box.outlierValues)];
  const dropped = chart.spec.rest === 'drop' && along.some(({ kind }) => kind === 'top');
  const placeless = dropped ? 0 : (table.numbers('row_total')[0] ?? 0) - sum((box) => box.rows);
  return [
    ...along,
    ...(shown < total ? [{ kind: 'outliers', shown, total } as const] : []),
    ...(placeless > 0 ? [{ kind: 'placeless', rows: placeless } as const] : []),
  ];
}

function numbersIn(value: Value | undefined): number[] {
  return Array.isArray(value) ? value.map(Number) : [];
}
