import { describe, expect, test } from 'vitest';
import type { ChartData } from '../../../src/charts/data.ts';
import type { ChartSpecInput } from '../../../src/charts/spec.ts';
import { chartTable, tableAsTsv } from '../../../src/charts/table.ts';
import { category, chartOf, grouped, locale, ref, split } from './fixtures.ts';

const tsv = (input: ChartSpecInput, data: ChartData) => tableAsTsv(chartTable(chartOf(input), data, locale));
const ab = [category('A'), category('B')];

describe('a chart as a table', () => {
  test('has a line for each place and a column for each series', () => {
    const data = split(
      ab,
      [category('x'), { kind: 'missing' }],
      [
        [1_000, 2],
        [3, null],
      ],
    );
    expect(tsv({ kind: 'bar', x: ref('product'), series: ref('region'), y: [ref('revenue')] }, data)).toBe(
      'Product\tx\t(no value)\nA\t1000\t3\nB\t2\t',
    );
  });

  test('shows figures with their unit and copies them without', () => {
    const chart = chartOf({ kind: 'bar', x: ref('product'), y: [ref('revenue')], format: { prefix: '€ ' } });
    expect(chartTable(chart, grouped(ab, [1_234.5, 2]), locale).rows[0]).toEqual([
      { text: 'A', exact: 'A' },
      { text: '€ 1,234.5', exact: '1234.5' },
    ]);
  });

  test('lists flows and cells one a line', () => {
    const data = split(ab, [category('x')], [[1, 2]]);
    expect(tsv({ kind: 'sankey', x: ref('product'), series: ref('region') }, data)).toBe(
      'Product\tRegion\tRows\nA\tx\t1\nB\tx\t2',
    );
  });

  test('turns a row of figures into lines', () => {
    const data = grouped(
      [0, 1].map((index) => ({ kind: 'measure', index })),
      [5, 2.5],
    );
    expect(tsv({ kind: 'number', y: [ref('revenue'), ref('cost')] }, data)).toBe(
      'Measure\tValue\nRevenue\t5\nCost\t2.5',
    );
  });

  test('keeps tabs and line breaks of names out of the text', () => {
    expect(tsv({ kind: 'bar', x: ref('product') }, grouped([category('a\tb\nc')], [1]))).toBe(
      'Product\tRows\na b c\t1',
    );
  });

  test('gives points their place and their rows', () => {
    const data: ChartData = {
      shape: 'points',
      points: [{ x: Date.UTC(2024, 0, 1), y: 2.5, series: 0, rows: 3 }],
      series: [{ kind: 'all' }],
      correlation: 0,
      pointTotal: 3,
      reductions: [],
    };
    expect(tsv({ kind: 'scatter', x: ref('ordered_at'), y: [ref('price')] }, data)).toBe(
      'Ordered at\tPrice\tRows\n2024-01-01 00:00:00\t2.5\t3',
    );
  });
});
