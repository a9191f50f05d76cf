import { describe, expect, test } from 'vitest';
import { changedKind } from '../../../src/charts/change-kind.ts';
import { changedMeasures } from '../../../src/charts/change-measures.ts';
import { findChart } from '../../../src/charts/resolve.ts';
import { chartKinds, chartSpec } from '../../../src/charts/spec.ts';
import { suggestCharts } from '../../../src/charts/suggest.ts';
import { column, columns, ref } from './fixtures.ts';

const plain = { stack: 'none', hole: false } as const;
const bar = chartSpec({ kind: 'bar', x: ref('product'), y: [ref('revenue')], title: 'Kept' });

describe('another kind of chart', () => {
  test.each(chartKinds)('%s can be drawn at once from any other kind', (kind) => {
    for (const { spec } of suggestCharts(columns, 1_000)) {
      const changed = changedKind(spec, { kind, ...plain }, columns, 1_000);
      expect(changed.kind).toBe(kind);
      expect(findChart(changed, columns).fault).toBeNull();
    }
  });

  test('keeps the columns that fit and all that has nothing to do with it', () => {
    expect(changedKind(bar, { kind: 'pie', stack: 'none', hole: true }, columns, 1_000)).toEqual({
      ...bar,
      kind: 'pie',
      hole: true,
    });
  });

  test('finds columns where the old ones do not fit', () => {
    expect(changedKind(bar, { kind: 'histogram', ...plain }, columns, 1_000)).toMatchObject({
      kind: 'histogram',
      x: { name: 'revenue' },
      title: 'Kept',
    });
  });

  test('without any column that fits says what is missing', () => {
    const texts = [column('a', 'text')];
    const changed = changedKind(chartSpec({ kind: 'bar', x: ref('a') }), { kind: 'scatter', ...plain }, texts, 1_000);
    expect(findChart(changed, texts).fault?.message).toBe(
      'Choose a column of numbers or dates for “Across” to draw the scatter chart.',
    );
  });
});

test('measures that cannot be summed are counted', () => {
  expect(changedMeasures(bar, [ref('region')], columns)).toMatchObject({ y: [{ name: 'region' }], aggregate: 'count' });
  expect(changedMeasures(bar, [ref('cost')], columns)).toMatchObject({ y: [{ name: 'cost' }], aggregate: 'sum' });
});
