import { describe, expect, test } from 'vitest';
import { chartKinds, chartSpec, parseChartSpec } from '../../../src/charts/spec.ts';
import { ref } from './fixtures.ts';

describe('a chart spec', () => {
  test.each(chartKinds)('%s survives JSON whole, with every field filled in', (kind) => {
    const spec = chartSpec({ kind, x: ref('product'), y: [ref('revenue')] });
    expect(parseChartSpec(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
    expect(Object.values(spec)).not.toContain(undefined);
  });

  test('takes the smallest description', () => {
    expect(chartSpec({ kind: 'bar' })).toMatchObject({ version: 1, x: null, y: [], aggregate: 'sum', limit: 20 });
    expect(chartSpec({ kind: 'bar', x: { name: 'a' } }).x).toEqual({ name: 'a', occurrence: 1 });
  });

  test.each([
    [{ kind: 'bubbles' }, 'kind'],
    [{ kind: 'bar', limit: 0 }, 'limit'],
    [{ kind: 'bar', y: [{ name: 3 }] }, 'y.0.name'],
    [{ kind: 'bar', version: 2 }, 'version'],
    ['bar', 'it'],
  ])('%j is refused with the field that does not fit', (stored, field) => {
    expect(() => parseChartSpec(stored)).toThrow(`The chart cannot be read: ${field} does not fit`);
  });
});
