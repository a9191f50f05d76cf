import { describe, expect, test } from 'vitest';
import { findChart } from '../../../src/charts/resolve.ts';
import { chartSpec, type ChartSpecInput } from '../../../src/charts/spec.ts';
import { chartOf, column, columns, ref } from './fixtures.ts';

const messageOf = (input: ChartSpecInput) => findChart(chartSpec(input), columns).fault?.message;

describe('finding the columns of a spec', () => {
  test('equal names are told apart by their order', () => {
    const twins = [column('a', 'text'), column('a', 'integer'), column('A', 'double')];
    const chart = chartOf({ kind: 'bar', x: ref('a', 1), y: [ref('a', 2)] }, twins);
    expect([chart.x?.index, chart.measures[0]?.index]).toEqual([0, 1]);
    expect(chartOf({ kind: 'bar', x: ref('A') }, twins).x?.index).toBe(2);
  });

  test('the scale follows type and kind', () => {
    const scale = (kind: ChartSpecInput['kind'], name: string) =>
      chartOf({ kind, x: ref(name), y: [ref('revenue')], series: ref('region') }).x?.scale;
    expect(scale('bar', 'product')).toBe('category');
    expect(scale('bar', 'quantity')).toBe('number');
    expect(scale('pie', 'quantity')).toBe('category');
    expect(scale('treemap', 'ordered_at')).toBe('time');
    expect(scale('line', 'at')).toBe('category');
    expect(scale('heatmap', 'price')).toBe('number');
  });

  test('ordinal columns keep their own order, others go by size', () => {
    const order = (name: string) => chartOf({ kind: 'bar', x: ref(name) }).x?.order;
    expect(['product', 'size', 'is_member', 'at', 'day'].map(order)).toEqual([
      'value-descending',
      'natural',
      'natural',
      'natural',
      'natural',
    ]);
    expect(chartOf({ kind: 'line', x: ref('product') }).x?.order).toBe('appearance');
    expect(chartOf({ kind: 'bar', x: ref('size'), order: 'value-ascending' }).x?.order).toBe('value-ascending');
  });

  test('several measures leave no room for a colour', () => {
    const chart = chartOf({ kind: 'bar', x: ref('product'), y: [ref('revenue'), ref('cost')], series: ref('region') });
    expect(chart.series).toBeNull();
    expect(chart.measures.map(({ label }) => label)).toEqual(['Revenue', 'Cost']);
    const scatter = chartOf({
      kind: 'scatter',
      x: ref('price'),
      y: [ref('revenue'), ref('cost')],
      series: ref('region'),
    });
    expect(scatter.series?.label).toBe('Region');
  });

  test.each<[ChartSpecInput, string]>([
    [{ kind: 'bar', x: ref('nope') }, 'The result has no column “nope”.'],
    [{ kind: 'line', y: [ref('revenue')] }, 'Choose a column for “Along” to draw the line chart.'],
    [{ kind: 'bar' }, 'Choose a column for “Category” to draw the bar chart.'],
    [{ kind: 'box', x: ref('region') }, 'Choose a column of numbers for “Number” to draw the box plot.'],
    [{ kind: 'histogram', x: ref('product') }, '“Values” takes numbers or dates, but “product” is VARCHAR.'],
    [
      { kind: 'bar', x: ref('product'), y: [ref('region')] },
      '“region” is VARCHAR: it can be counted, but not summed or averaged.',
    ],
  ])('%j is answered with a sentence', (input, message) => {
    expect(messageOf(input)).toBe(message);
  });

  test('what cannot be summed can be counted, and shown as a figure', () => {
    expect(messageOf({ kind: 'bar', x: ref('product'), y: [ref('tags')], aggregate: 'count' })).toBeUndefined();
    expect(messageOf({ kind: 'number', y: [ref('day')], aggregate: 'maximum' })).toBeUndefined();
    expect(messageOf({ kind: 'bar', x: ref('product'), y: [ref('day')], aggregate: 'maximum' })).toBeDefined();
  });

  test('measures are named by what is done to the column', () => {
    const label = (aggregate: ChartSpecInput['aggregate'], y = ['price']) =>
      chartOf({ kind: 'bar', x: ref('product'), y: y.map((name) => ref(name)), aggregate }).measures[0]?.label;
    expect(label('sum')).toBe('Price');
    expect(label('average')).toBe('Average price');
    expect(label('count-distinct')).toBe('Distinct price');
    expect(label('sum', [])).toBe('Rows');
    expect(
      chartOf({ kind: 'bar', x: ref('product'), y: [ref('price')], yTitle: 'Price in €' }).measures[0]?.label,
    ).toBe('Price in €');
  });
});
