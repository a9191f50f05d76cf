import { describe, expect, test } from 'vitest';
import type { ProfiledColumn } from '../../../src/charts/column-roles.ts';
import { findChart } from '../../../src/charts/resolve.ts';
import { suggestCharts } from '../../../src/charts/suggest.ts';
import { column, columns } from './fixtures.ts';

const first = (from: readonly ProfiledColumn[], rows: number | null = 1_000) => suggestCharts(from, rows)[0]?.spec;
const kinds = (from: readonly ProfiledColumn[], rows: number | null = 1_000) =>
  suggestCharts(from, rows).map(({ spec }) => spec.kind);

describe('the first suggestion', () => {
  test('one row of numbers is shown as figures', () => {
    expect(first([column('orders', 'integer'), column('revenue', 'decimal')], 1)).toMatchObject({
      kind: 'number',
      aggregate: 'none',
      y: [{ name: 'orders' }, { name: 'revenue' }],
    });
  });

  test('many rows of one number are shown as a histogram', () => {
    expect(first([column('amount', 'double')])).toMatchObject({ kind: 'histogram', x: { name: 'amount' } });
  });

  test('category and number make bars', () => {
    expect(first([column('product', 'text'), column('revenue', 'decimal')])).toMatchObject({
      kind: 'bar',
      x: { name: 'product' },
      y: [{ name: 'revenue' }],
      aggregate: 'sum',
    });
  });

  test('rates and prices are averaged, never summed', () => {
    for (const name of ['price', 'conversion_rate', 'avg_basket', 'age', 'open_pct']) {
      expect(first([column('product', 'text'), column(name, 'double')])?.aggregate, name).toBe('average');
    }
  });

  test('time and number make a line', () => {
    expect(first([column('month', 'date'), column('revenue', 'decimal')])).toMatchObject({
      kind: 'line',
      x: { name: 'month' },
      y: [{ name: 'revenue' }],
    });
  });

  test('numbers of like size share a line chart, others do not', () => {
    const time = column('month', 'date');
    const sized = (name: string, maximum: number) => ({ ...column(name, 'double'), maximum });
    expect(first([time, sized('revenue', 900), sized('cost', 700)])?.y).toHaveLength(2);
    expect(first([time, sized('revenue', 900_000), sized('orders', 70)])?.y).toHaveLength(1);
    expect(first([time, column('revenue', 'double'), column('orders', 'integer')])?.y).toHaveLength(1);
  });

  test('a category of few values becomes the colour of the lines', () => {
    const region = { ...column('region', 'text'), distinctCount: 4 };
    expect(first([column('day', 'date'), region, column('revenue', 'decimal')])).toMatchObject({
      kind: 'line',
      series: { name: 'region' },
    });
    const product = { ...column('product', 'text'), distinctCount: 400 };
    expect(first([column('day', 'date'), product, column('revenue', 'decimal')])?.series).toBeNull();
  });

  test('time alone is counted', () => {
    expect(first([column('created_at', 'timestamp')])).toMatchObject({
      kind: 'line',
      x: { name: 'created_at' },
      y: [],
    });
  });

  test('two numbers make a scatter chart', () => {
    expect(first([column('height', 'double'), column('weight', 'double')])).toMatchObject({
      kind: 'scatter',
      x: { name: 'height' },
      y: [{ name: 'weight' }],
    });
  });

  test('from, to and weight make a flow', () => {
    const flow = [column('source_page', 'text'), column('target_page', 'text'), column('visits', 'integer')];
    expect(first(flow)).toMatchObject({
      kind: 'sankey',
      x: { name: 'source_page' },
      series: { name: 'target_page' },
      y: [{ name: 'visits' }],
    });
  });

  test('stages and counts make a funnel in the order of the result', () => {
    expect(first([column('stage', 'text'), column('visitors', 'integer')])).toMatchObject({
      kind: 'funnel',
      x: { name: 'stage' },
      order: 'appearance',
    });
  });

  test('three categories are counted where they meet', () => {
    const three = ['a', 'b', 'c'].map((name) => ({ ...column(name, 'text'), distinctCount: 5 }));
    expect(first(three)).toMatchObject({ kind: 'bar', stack: 'stack', x: { name: 'a' }, series: { name: 'b' }, y: [] });
    expect(kinds(three)).toContain('heatmap');
    expect(kinds(three)).toContain('treemap');
  });

  test('weekdays and bands stay in the order of the result', () => {
    expect(first([column('weekday', 'text'), column('revenue', 'decimal')])?.order).toBe('appearance');
    expect(first([column('age_band', 'text'), column('revenue', 'decimal')])?.order).toBe('appearance');
  });

  test('keys are no measure', () => {
    expect(kinds([column('customer_id', 'integer'), column('zip', 'integer'), column('city', 'text')])).not.toContain(
      'scatter',
    );
    expect(first([column('customer_id', 'integer'), column('city', 'text')])).toMatchObject({
      kind: 'bar',
      x: { name: 'city' },
      y: [],
    });
  });

  test('nothing chartable is still counted', () => {
    expect(first([column('id', 'integer'), column('tags', 'list')])).toMatchObject({ kind: 'number', y: [] });
    expect(first([])).toMatchObject({ kind: 'number' });
  });
});

describe('all suggestions', () => {
  test.each([null, 1, 5, 100_000])('can be drawn, are different and have a reason (%s rows)', (rows) => {
    const suggestions = suggestCharts(columns, rows);
    expect(suggestions.length).toBeGreaterThan(4);
    for (const { spec, reason } of suggestions) {
      expect(findChart(spec, columns).fault).toBeNull();
      expect(reason).toMatch(/^.+\.$/);
    }
    expect(new Set(suggestions.map(({ spec }) => JSON.stringify(spec))).size).toBe(suggestions.length);
  });

  test('a pie is offered for few parts without negative amounts only', () => {
    const region = { ...column('region', 'text'), distinctCount: 4 };
    const many = { ...column('region', 'text'), distinctCount: 40 };
    const revenue = { ...column('revenue', 'decimal'), minimum: 0 };
    expect(kinds([region, revenue])).toContain('pie');
    expect(kinds([many, revenue])).not.toContain('pie');
    expect(kinds([region, { ...revenue, minimum: -5 }])).not.toContain('pie');
    expect(kinds([region, column('revenue', 'decimal')])).not.toContain('pie');
  });

  test('equal names are told apart', () => {
    const twins = [column('a', 'text'), column('a', 'double')];
    expect(first(twins)).toMatchObject({ x: { name: 'a', occurrence: 1 }, y: [{ name: 'a', occurrence: 2 }] });
  });
});
