import { describe, expect, test } from 'vitest';
import { rawSql, sql } from '../../../src/core/sql.ts';
import { chartSql } from '../../../src/charts/aggregate.ts';
import { chartKinds, type ChartSpecInput } from '../../../src/charts/spec.ts';
import { chartOf, column, ref } from './fixtures.ts';

const relation = sql`FROM orders`;
const textOf = (input: ChartSpecInput) => chartSql(chartOf(input), relation).text;
const full = (kind: ChartSpecInput['kind']): ChartSpecInput => ({
  kind,
  x: ref(kind === 'scatter' || kind === 'histogram' ? 'price' : 'product'),
  y: [ref('revenue')],
  series: ref('region'),
});

describe('the statement of a chart', () => {
  test.each(chartKinds)('of kind %s is one query of named steps in a fixed order', (kind) => {
    const text = textOf(full(kind));
    expect(text).toMatch(/^WITH /);
    expect(text).not.toContain(';');
    if (kind !== 'number') expect(text).toMatch(/\nORDER BY .*NULLS LAST$/);
    expect(textOf(full(kind))).toBe(text);
  });

  test('never names a column of the relation', () => {
    const odd = [column('"; DROP TABLE x; --', 'text'), column("it's", 'double')];
    const text = chartSql(chartOf({ kind: 'bar', x: ref(odd[0]?.name ?? ''), y: [ref("it's")] }, odd), relation).text;
    expect(text).not.toContain('DROP');
    expect(text).not.toContain("it's");
    expect(text).toContain('AS result(c0, c1)');
  });

  test('keeps a comment at the end of the relation from swallowing the rest', () => {
    const text = chartSql(chartOf({ kind: 'number' }), rawSql('SELECT 1 -- all of it')).text;
    expect(text).toContain('-- all of it\n');
  });

  test('does not order by series that are not there', () => {
    expect(textOf({ kind: 'bar', x: ref('product'), y: [ref('revenue')] })).not.toContain('series');
  });

  test.each([
    ['count', 'count(value_1)'],
    ['count-distinct', 'count(DISTINCT value_1)'],
    ['sum', 'sum(value_1)'],
    ['average', 'avg(value_1)'],
    ['median', 'median(value_1)'],
    ['minimum', 'min(value_1)'],
    ['maximum', 'max(value_1)'],
  ] as const)('computes %s as %s', (aggregate, expression) => {
    expect(textOf({ kind: 'bar', x: ref('product'), y: [ref('quantity')], aggregate })).toContain(
      `${expression} AS value_1`,
    );
  });

  test('sums floats with correction', () => {
    expect(textOf({ kind: 'bar', x: ref('product'), y: [ref('price')] })).toContain('fsum(value_1) AS value_1');
  });

  test('groups rows only where there is an aggregate', () => {
    expect(textOf({ ...full('bar'), aggregate: 'none' })).not.toContain('GROUP BY');
    expect(textOf({ ...full('bar'), aggregate: 'sum' })).toContain('GROUP BY');
  });

  test('leaves the rest out when asked to', () => {
    expect(textOf({ ...full('bar'), rest: 'drop' })).toContain('WHERE NOT x_other AND NOT series_other');
  });
});
