import { describe, expect, test } from 'vitest';
import type { BoxesData, ChartData, GroupedData } from '../../../src/charts/data.ts';
import { describeChart } from '../../../src/charts/describe.ts';
import type { Reduction } from '../../../src/charts/reduction.ts';
import type { ChartSpecInput } from '../../../src/charts/spec.ts';
import { category, chartOf, grouped, locale, month, ref, split } from './fixtures.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const say = (input: ChartSpecInput, data: ChartData) => plain(describeChart(chartOf(input), data, locale).sentence);
const byMonth: ChartSpecInput = { kind: 'line', x: ref('ordered_at'), y: [ref('revenue')], format: { prefix: '€ ' } };
const byProduct: ChartSpecInput = { kind: 'bar', x: ref('product'), y: [ref('revenue')] };
const abc = ['A', 'B', 'C'].map(category);

describe('bars and lines', () => {
  test('name the highest, its figure and how far above the lowest it is', () => {
    const data = grouped([month('2023-07'), month('2023-11'), month('2024-03')], [4_000, 6_000, 12_400]);
    expect(say(byMonth, data)).toBe('Revenue is highest in March 2024 (€ 12,400), 3.1 × the lowest, July 2023.');
  });

  test('tell differences below a tenth in percent', () => {
    expect(say(byProduct, grouped(abc, [102, 100, 101]))).toBe(
      'Revenue is highest for A (102), 2 % above the lowest, B.',
    );
  });

  test('compare with nought and below without a ratio', () => {
    expect(say(byProduct, grouped(abc, [5, 0, -20]))).toBe('Revenue is highest for A (5); it is lowest for C (-20).');
    expect(say(byProduct, grouped(abc, [-5, -10, -20]))).toBe(
      'Revenue is highest for A (-5); it is lowest for C (-20).',
    );
  });

  test('name two that tie, count more', () => {
    expect(say(byProduct, grouped(abc, [9, 9, 3]))).toBe(
      'Revenue is highest for A and for B (both 9), 3.0 × the lowest, C.',
    );
    const five = ['A', 'B', 'C', 'D', 'E'].map(category);
    expect(say(byProduct, grouped(five, [9, 9, 9, 3, 5]))).toBe(
      'Revenue is highest in 3 of 5 products (9 each), 3.0 × the lowest, D.',
    );
    expect(say(byProduct, grouped(five, [9, 3, 3, 3, 5]))).toBe(
      'Revenue is highest for A (9), 3.0 × the lowest, which 3 products share.',
    );
  });

  test('say when all are equal, when there is one, and when there is none', () => {
    expect(say(byProduct, grouped(abc, [5, 5, 5]))).toBe('Revenue is 5 in all 3 products.');
    expect(say(byProduct, grouped(abc, [null, 5, null]))).toBe('Revenue is 5 for B.');
    expect(say(byProduct, grouped(abc, [null, null, null]))).toBe('Revenue has no value in any of the 3 products.');
    expect(say(byMonth, grouped([month('2024-01'), month('2024-02')], [null, null]))).toBe(
      'Revenue has no value in any of the 2 months.',
    );
    expect(say(byProduct, grouped([], []))).toBe('There is nothing to draw: the result has no rows.');
  });

  test('leave “Other” out of the comparison and say so', () => {
    const data = grouped([category('A'), category('B'), { kind: 'other' }], [10, 5, 400]);
    expect(say(byProduct, data)).toBe('Revenue (leaving “Other” aside) is highest for A (10), 2.0 × the lowest, B.');
  });

  test('name place and series', () => {
    const data = split([month('2024-01'), month('2024-02')], abc.slice(0, 2), [
      [5, 8],
      [2, 3],
    ]);
    expect(say({ ...byMonth, series: ref('region') }, data)).toBe(
      'Revenue is highest in February 2024 for A (€ 8), 4.0 × the lowest, January 2024 for B.',
    );
  });

  test('say it for each of several measures', () => {
    const data: GroupedData = {
      ...split(
        abc,
        [
          { kind: 'measure', index: 0 },
          { kind: 'measure', index: 1 },
        ],
        [
          [1, 2, 3],
          [6, 4, 5],
        ],
      ),
    };
    expect(say({ ...byProduct, y: [ref('revenue'), ref('cost')] }, data)).toBe(
      'Revenue is highest for C (3), 3.0 × the lowest, A; Cost is highest for A (6), 1.5 × the lowest, B.',
    );
  });

  test('call counted rows by their name', () => {
    expect(say({ kind: 'bar', x: ref('product') }, grouped(abc, [4, 2, 3]))).toBe(
      'The number of rows is highest for A (4), 2.0 × the lowest, B.',
    );
  });

  test('name where there is no value', () => {
    const data = grouped([category('A'), { kind: 'missing' }], [1, 3]);
    expect(say(byProduct, data)).toBe('Revenue is highest where there is no value (3), 3.0 × the lowest, A.');
  });
});

describe('other kinds', () => {
  test('figures', () => {
    expect(say({ kind: 'number', y: [ref('revenue')] }, grouped([{ kind: 'all' }], [12_400]))).toBe(
      'Revenue is 12,400.',
    );
    const row = grouped(
      [0, 1].map((index) => ({ kind: 'measure', index })),
      [5, 2.5],
    );
    expect(say({ kind: 'number', y: [ref('revenue'), ref('cost')] }, row)).toBe('Revenue is 5 and cost is 2.5.');
  });

  test('parts of a whole', () => {
    const pie: ChartSpecInput = { ...byProduct, kind: 'pie' };
    expect(say(pie, grouped(abc, [6, 3, 1]))).toBe('A has the largest share of revenue: 6 of 10 (60.0 %).');
    expect(say(pie, grouped(abc, [4, 4, 2]))).toBe('A and B have the largest share of revenue: 4 of 10 (40.0 %) each.');
    expect(say(pie, grouped(abc, [-1, null, 0]))).toBe('No group has a share of revenue.');
    expect(say(pie, grouped([category('A')], [7]))).toBe('A has all of revenue: 7.');
  });

  test('funnels', () => {
    const funnel: ChartSpecInput = { ...byProduct, kind: 'funnel' };
    expect(say(funnel, grouped(abc, [1_000, 400, 120]))).toBe(
      '120 of 1,000 reach C (12.0 %); most are lost between A and B: 600 (60.0 %).',
    );
    expect(say(funnel, grouped(abc.slice(0, 2), [10, 12]))).toBe(
      'B has 12, more than A (10): the stages do not narrow.',
    );
  });

  test('flows', () => {
    const data = split(abc.slice(0, 2), abc.slice(1), [
      [5, 1],
      [2, 2],
    ]);
    expect(say({ kind: 'sankey', x: ref('product'), series: ref('region') }, data)).toBe(
      'The largest flow goes from A to B: 5 of 10 (50.0 %).',
    );
  });

  test('distributions', () => {
    const bins = [0, 5, 10].map((start) => ({ kind: 'number' as const, start, end: start + 5 }));
    const histogram: ChartSpecInput = { kind: 'histogram', x: ref('price') };
    expect(say(histogram, grouped(bins, [1, 6, 3]))).toBe('The most frequent price is 5–10: 6 of 10 rows (60.0 %).');
    expect(say({ kind: 'histogram', x: ref('quantity') }, grouped(bins, [1, 6, 3]))).toBe(
      'The most frequent quantity is 5–9: 6 of 10 rows (60.0 %).',
    );
    expect(say(histogram, grouped(bins.slice(0, 1), [4]))).toBe('All 4 values of price lie in one place: 0–5.');
  });

  test('scatter charts', () => {
    const points = (correlation: number, pointTotal: number): ChartData => ({
      shape: 'points',
      points: [{ x: 1, y: 1, series: 0, rows: 1 }],
      series: [{ kind: 'all' }],
      correlation,
      pointTotal,
      reductions: [],
    });
    const scatter: ChartSpecInput = { kind: 'scatter', x: ref('price'), y: [ref('quantity')] };
    expect(say(scatter, points(0.724, 1_204))).toBe(
      'Quantity clearly rises as price rises (correlation 0.72 over 1,204 points).',
    );
    expect(say(scatter, points(-0.5, 50))).toBe('Quantity falls as price rises (correlation -0.50 over 50 points).');
    expect(say(scatter, points(0.02, 50))).toBe(
      'Quantity and price show no linear relation (correlation 0.02 over 50 points).',
    );
    expect(say(scatter, points(Number.NaN, 1))).toBe('There is one point only.');
  });

  test('box plots', () => {
    const box = (text: string, median: number, outlierCount: number): BoxesData['boxes'][number] => ({
      position: category(text),
      rows: 10,
      minimum: 0,
      lowerWhisker: 0,
      lowerQuartile: 2,
      median,
      upperQuartile: 8,
      upperWhisker: 9,
      maximum: 30,
      outlierCount,
      outlierValues: outlierCount,
      outliers: [],
    });
    const spec: ChartSpecInput = { kind: 'box', x: ref('product'), y: [ref('price')] };
    expect(say(spec, { shape: 'boxes', boxes: [box('A', 3, 1), box('B', 7, 1)], reductions: [] })).toBe(
      'The median of price is highest for B (7) and lowest for A (3); 2 of 20 values are outliers.',
    );
    expect(say(spec, { shape: 'boxes', boxes: [box('A', 3, 0)], reductions: [] })).toBe(
      'Half of all values of price lie between 2 and 8, the median is 3; none of the 10 values is an outlier.',
    );
  });
});

describe('what was left out', () => {
  const notes = (input: ChartSpecInput, ...reductions: Reduction[]) =>
    describeChart(chartOf(input), { ...grouped(abc, [1, 2, 3]), reductions }, locale).notes;

  test.each<[Reduction, string]>([
    [
      { kind: 'top', axis: 'x', shown: 20, total: 1_204, which: 'highest', rest: 'other' },
      'Top 20 of 1,204 products; the rest is in “Other”.',
    ],
    [
      { kind: 'top', axis: 'x', shown: 5, total: 6, which: 'lowest', rest: 'drop' },
      'Lowest 5 of 6 products; the rest is left out.',
    ],
    [{ kind: 'grain', wanted: 'day', used: 'week' }, 'Shown by week: there are too many days to draw.'],
    [{ kind: 'steps', axis: 'x', width: 0.5 }, 'Product is put together in steps of 0.5.'],
    [{ kind: 'cells', rows: 1_200_000, cells: 400 }, '1,200,000 rows in 400 bins.'],
    [{ kind: 'first', shown: 1_000, total: 20_000 }, 'The first 1,000 of 20,000 rows.'],
    [{ kind: 'placeless', rows: 1 }, '1 row without a value of product is left out.'],
    [
      { kind: 'sample', shown: 5_000, total: 20_000 },
      '5,000 of 20,000 points, an even sample that is the same each time.',
    ],
  ])('%j is said exactly', (reduction, sentence) => {
    expect(notes(byProduct, reduction)).toEqual([sentence]);
  });

  test('plurals follow English', () => {
    const top: Reduction = { kind: 'top', axis: 'x', shown: 1, total: 2, which: 'highest', rest: 'other' };
    expect(notes({ kind: 'bar', x: ref('size') }, top)).toEqual(['Top 1 of 2 sizes; the rest is in “Other”.']);
  });

  test('areas tell what they cannot show, lines what no axis can hold', () => {
    const odd: GroupedData = {
      ...grouped(abc, [1, -2, null]),
      cells: [
        [
          { value: 1, exact: '1', rows: 1 },
          { value: -2, exact: '-2', rows: 1 },
          { value: Number.NaN, exact: 'NaN', rows: 1 },
        ],
      ],
    };
    const notesOf = (kind: ChartSpecInput['kind']) => describeChart(chartOf({ ...byProduct, kind }), odd, locale).notes;
    expect(notesOf('pie')).toEqual(['2 groups with a negative or no value cannot be drawn here.']);
    expect(notesOf('bar')).toEqual(['1 value is not drawn: infinite, not a number, or too large for an axis.']);
  });

  test('the summary for screen readers holds it all', () => {
    const reduction: Reduction = { kind: 'first', shown: 3, total: 9 };
    const data = { ...grouped(abc, [1, 2, 3]), reductions: [reduction] };
    expect(plain(describeChart(chartOf({ ...byProduct, stack: 'stack' }), data, locale).summary)).toBe(
      'Revenue by product. Stacked bar chart. Revenue is highest for C (3), 3.0 × the lowest, A. The first 3 of 9 rows.',
    );
  });
});
