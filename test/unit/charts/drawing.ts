import type { ChartData, GroupedData } from '../../../src/charts/data.ts';
import { describeChart } from '../../../src/charts/describe.ts';
import type { JsonObject } from '../../../src/charts/options/json.ts';
import type { Look } from '../../../src/charts/options/look.ts';
import { chartOption } from '../../../src/charts/options/option.ts';
import type { ChartSpecInput } from '../../../src/charts/spec.ts';
import { category, chartOf, grouped, locale, look, month, ref, split } from './fixtures.ts';

/** An option as far as tests look into it. */
export interface Drawn {
  readonly [key: string]: unknown;
  readonly xAxis: JsonObject;
  readonly yAxis: JsonObject;
  readonly legend?: { readonly data: readonly string[] };
  readonly series: readonly { readonly [key: string]: unknown; readonly data: readonly JsonObject[] }[];
  readonly title: readonly { readonly text: string; readonly subtext?: string }[];
}

/** Draws a spec over columns of the fixtures. */
export function draw(input: ChartSpecInput, data: ChartData, change: Partial<Look> = {}): Drawn {
  const chart = chartOf(input);
  const option = chartOption(chart, data, describeChart(chart, data, locale), look(change));
  return option as unknown as Drawn; // the shape is what the tests are about
}

export const abc = ['A', 'B', 'C'].map(category);
export const bar: ChartSpecInput = { kind: 'bar', x: ref('product'), y: [ref('revenue')] };
export const line: ChartSpecInput = { kind: 'line', x: ref('ordered_at'), y: [ref('revenue')] };
export const months = ['2024-01', '2024-02', '2024-03'].map(month);
export const manySeries = (count: number): GroupedData =>
  split(
    months,
    Array.from({ length: count }, (_, index) => category(`s${index}`)),
    Array.from({ length: count }, (_, index) => [index, index + 1, index + 2]),
  );

/** Data that suit each kind. */
export const samples: Readonly<Record<string, ChartData>> = {
  default: grouped(abc, [6, 3, 1]),
  scatter: {
    shape: 'points',
    points: [{ x: 1, y: 2, series: 0, rows: 3 }],
    series: [{ kind: 'all' }],
    correlation: 0,
    pointTotal: 3,
    reductions: [],
  },
  histogram: grouped([{ kind: 'number', start: 0, end: 5 }], [4]),
  heatmap: split(abc, abc, [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, null],
  ]),
  sankey: split(abc.slice(0, 2), abc.slice(1), [
    [5, 1],
    [2, 2],
  ]),
  number: grouped([{ kind: 'all' }], [5]),
  box: {
    shape: 'boxes',
    reductions: [],
    boxes: [
      {
        position: category('A'),
        rows: 9,
        minimum: -4,
        lowerWhisker: 0,
        lowerQuartile: 1,
        median: 2,
        upperQuartile: 3,
        upperWhisker: 4,
        maximum: 9,
        outlierCount: 2,
        outlierValues: 2,
        outliers: [-4, 9],
      },
    ],
  },
};
