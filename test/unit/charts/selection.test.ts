import { describe, expect, test } from 'vitest';
import type { ChartData, Position } from '../../../src/charts/data.ts';
import { conditionSql, selectionAlong, selectionAt, selectionWithin } from '../../../src/charts/selection.ts';
import type { ChartSpecInput } from '../../../src/charts/spec.ts';
import { category, chartOf, grouped, month, ref, split } from './fixtures.ts';

const at = (input: ChartSpecInput, data: ChartData, place: readonly [number, number]) => {
  const selection = selectionAt(chartOf(input), data, place);
  return selection === null ? null : conditionSql(selection).text;
};
const ab = [category('A'), category("it's")];
const bar: ChartSpecInput = { kind: 'bar', x: ref('product') };

describe('a click', () => {
  test('on a category selects its exact text', () => {
    expect(at(bar, grouped(ab, [1, 2]), [1, 0])).toBe(`(CAST("product" AS VARCHAR) IN ('it''s'))`);
  });

  test('on “(no value)” selects NULL, on “Other” everything not shown', () => {
    const data = grouped([...ab, { kind: 'missing' }, { kind: 'other' }], [1, 2, 3, 4]);
    expect(at(bar, data, [2, 0])).toBe('("product" IS NULL)');
    expect(at(bar, data, [3, 0])).toBe(`CAST("product" AS VARCHAR) NOT IN ('A', 'it''s')`);
  });

  test('on a month selects from its first instant to the next month', () => {
    expect(at({ kind: 'line', x: ref('day') }, grouped([month('2024-02')], [1]), [0, 0])).toBe(
      '(CASE WHEN isfinite("day") THEN TRY_CAST("day" AS TIMESTAMP) END >= ' +
        "TIMESTAMP '2024-02-01 00:00:00' AND " +
        'CASE WHEN isfinite("day") THEN TRY_CAST("day" AS TIMESTAMP) END < ' +
        "TIMESTAMP '2024-03-01 00:00:00')",
    );
  });

  test('on a bin selects its half-open stretch', () => {
    const bins: Position[] = [{ kind: 'number', start: 0.1, end: 0.2 }];
    expect(at({ kind: 'histogram', x: ref('quantity') }, grouped(bins, [3]), [0, 0])).toBe(
      '(CAST("quantity" AS DOUBLE) >= 0.1 AND CAST("quantity" AS DOUBLE) < 0.2)',
    );
  });

  test('on a cell selects both of its sides, on a node of a flow one', () => {
    const data = split(ab, [category('x')], [[1, 2]]);
    const flow: ChartSpecInput = { kind: 'sankey', x: ref('product'), series: ref('region') };
    expect(at(flow, data, [0, 0])).toBe(
      `(CAST("product" AS VARCHAR) IN ('A'))\n  AND (CAST("region" AS VARCHAR) IN ('x'))`,
    );
    expect(at(flow, data, [-1, 0])).toBe(`(CAST("region" AS VARCHAR) IN ('x'))`);
  });

  test('on a figure of everything selects nothing', () => {
    expect(at({ kind: 'number' }, grouped([{ kind: 'all' }], [1]), [0, 0])).toBeNull();
  });

  test('on a point selects the rows at that place', () => {
    const data: ChartData = {
      shape: 'points',
      points: [{ x: 1, y: 2, series: 0, rows: 1 }],
      series: [category('A')],
      correlation: 0,
      pointTotal: 1,
      reductions: [],
    };
    const scatter: ChartSpecInput = { kind: 'scatter', x: ref('quantity'), y: [ref('revenue')], series: ref('region') };
    expect(at(scatter, data, [0, 0])).toContain('BETWEEN 1 AND 1');
    expect(at(scatter, data, [0, 0])).toContain(`IN ('A')`);
  });
});

describe('a brush', () => {
  const tests = (input: ChartSpecInput, data: ChartData, from: number, to: number) =>
    selectionAlong(chartOf(input), data, [from, to])?.map(({ test: one }) => one);

  test('over names selects each of them', () => {
    const data = grouped([...ab, { kind: 'missing' }], [1, 2, 3]);
    expect(tests(bar, data, 1, 2)).toEqual([{ kind: 'one-of', texts: ["it's"], missing: true }]);
    expect(tests(bar, grouped([...ab, { kind: 'other' }], [1, 2, 3]), 1, 2)).toEqual([
      { kind: 'none-of', texts: ['A'] },
    ]);
  });

  test('over a calendar selects whole spans', () => {
    const data = grouped(['2024-01', '2024-02', '2024-03'].map(month), [1, 2, 3]);
    expect(tests({ kind: 'line', x: ref('day') }, data, Date.UTC(2024, 0, 20), Date.UTC(2024, 2, 2))).toEqual([
      { kind: 'between', from: Date.UTC(2024, 1, 1), to: Date.UTC(2024, 3, 1), includesEnd: false },
    ]);
  });

  test('over bins selects every bin it touches', () => {
    const bins = [0, 5, 10].map((start): Position => ({ kind: 'number', start, end: start + 5 }));
    expect(tests({ kind: 'histogram', x: ref('price') }, grouped(bins, [1, 1, 1]), 6, 12)).toEqual([
      { kind: 'between', from: 5, to: 15, includesEnd: false },
    ]);
  });

  test('over nothing selects nothing', () => {
    expect(tests(bar, grouped(ab, [1, 2]), 5, 6)).toBeUndefined();
  });

  test('over a heat map selects both sides', () => {
    const chart = chartOf({ kind: 'heatmap', x: ref('product'), series: ref('region') });
    const selection = selectionWithin(
      chart,
      split(ab, ab, [
        [1, 2],
        [3, 4],
      ]),
      [0, 1],
      [1, 1],
    );
    expect(selection?.map(({ test: one }) => one)).toEqual([
      { kind: 'one-of', texts: ['A', "it's"], missing: false },
      { kind: 'one-of', texts: ["it's"], missing: false },
    ]);
  });
});
