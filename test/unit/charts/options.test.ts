import { describe, expect, test } from 'vitest';
import { palettes } from '../../../src/theme/palette.ts';
import { themeNames, tokens } from '../../../src/theme/tokens.ts';
import type { GroupedData } from '../../../src/charts/data.ts';
import { hasMarks, markCount } from '../../../src/charts/options/option.ts';
import { chartKinds, type ChartSpecInput } from '../../../src/charts/spec.ts';
import { abc, bar, draw, manySeries, samples } from './drawing.ts';
import { category, chartOf, grouped, ref, split } from './fixtures.ts';

const specOf = (kind: ChartSpecInput['kind']): ChartSpecInput => ({
  kind,
  x: ref(kind === 'scatter' || kind === 'histogram' ? 'price' : 'product'),
  y: [ref(kind === 'box' ? 'price' : 'revenue')],
  series: ref('region'),
});

describe.each(chartKinds)('a chart of kind %s', (kind) => {
  const data = samples[kind] ?? grouped(abc, [6, 3, 1]);

  test.each(themeNames)('is plain JSON on the ground of the %s theme', (theme) => {
    const option = draw(specOf(kind), data, { theme });
    expect(JSON.parse(JSON.stringify(option))).toEqual(option);
    expect(option.backgroundColor).toBe(tokens[theme].ground);
    expect(JSON.stringify(option)).not.toMatch(/NaN|undefined|null,null,null/);
  });

  test('tells screen readers what it shows', () => {
    expect(JSON.stringify(draw(specOf(kind), data).aria)).toMatch(/"enabled":true,.*"description":".+\. .+\./);
  });

  test('moves only when it may', () => {
    expect(draw(specOf(kind), data)).toMatchObject({ animation: true, animationDuration: 120 });
    expect(draw(specOf(kind), data, { animated: false })).toMatchObject({
      animation: false,
      stateAnimation: { duration: 0 },
    });
  });

  test('carries its words only when asked to', () => {
    const [caption] = draw({ ...specOf(kind), title: 'The title' }, data, { captioned: true }).title;
    expect(caption?.text).toBe('The title');
    expect(caption?.subtext).toMatch(/\.$/);
    expect(draw({ ...specOf(kind), title: 'The title' }, data).title.map(({ text }) => text)).not.toContain(
      'The title',
    );
  });
});

describe('the rest', () => {
  test('histograms stand on the edges of their bins, whole numbers in the middle of theirs', () => {
    const bins = grouped(
      [0, 1].map((start) => ({ kind: 'number', start, end: start + 1 })),
      [4, 2],
    );
    const values = (name: string) =>
      draw({ kind: 'histogram', x: ref(name) }, bins).series[0]?.data.map((item) => item.value);
    expect(values('price')).toEqual([
      [0, 1, 0, 4],
      [1, 2, 0, 2],
    ]);
    expect(values('quantity')).toEqual([
      [-0.5, 0.5, 0, 4],
      [0.5, 1.5, 0, 2],
    ]);
  });

  test('heat maps around nought use the diverging ramp, evenly to both sides', () => {
    const spec: ChartSpecInput = { kind: 'heatmap', x: ref('product'), series: ref('region'), y: [ref('revenue')] };
    const around = split(abc.slice(0, 2), [category('x')], [[-2, 6]]);
    expect(draw(spec, around).visualMap).toMatchObject({
      min: -6,
      max: 6,
      inRange: { color: palettes.light.diverging },
    });
    const above = split(abc.slice(0, 2), [category('x')], [[2, 6]]);
    expect(draw(spec, above).visualMap).toMatchObject({
      min: 2,
      max: 6,
      inRange: { color: palettes.light.sequential },
    });
  });

  test('flows join places of one name unless they would run in a circle', () => {
    const spec: ChartSpecInput = { kind: 'sankey', x: ref('product'), series: ref('region') };
    const names = (data: GroupedData) => (draw(spec, data).series[0]?.data ?? []).map((node) => node.name);
    expect(
      names(
        split(
          [category('A'), category('B')],
          [category('B'), category('C')],
          [
            [3, 0],
            [0, 2],
          ],
        ),
      ),
    ).toEqual(['A', 'B', 'C']);
    expect(
      names(
        split(
          [category('A'), category('B')],
          [category('B'), category('A')],
          [
            [3, 0],
            [0, 2],
          ],
        ),
      ),
    ).toEqual(['from A', 'to B', 'from B', 'to A']);
  });

  test('funnels keep a stage that nobody reached', () => {
    expect(draw({ ...bar, kind: 'funnel' }, grouped(abc, [9, 3, 0])).series[0]?.data).toHaveLength(3);
  });

  test('figures are as large as they fit', () => {
    const size = (width: number) =>
      (
        draw({ kind: 'number', y: [ref('revenue')] }, grouped([{ kind: 'all' }], [1_234_567.89]), {
          width,
        }) as unknown as {
          readonly title: readonly { readonly textStyle: { readonly fontSize: number } }[];
        }
      ).title[0]?.textStyle.fontSize ?? 0; // the shape of a title
    expect(size(600)).toBeGreaterThan(size(150));
    expect(size(150)).toBeGreaterThanOrEqual(13);
  });

  test('nothing to see is no chart', () => {
    expect(hasMarks(chartOf(bar), grouped([], []))).toBe(false);
    expect(hasMarks(chartOf(bar), grouped(abc, [null, null, null]))).toBe(false);
    expect(hasMarks(chartOf({ ...bar, kind: 'pie' }), grouped(abc, [-1, 0, null]))).toBe(false);
    expect(hasMarks(chartOf(bar), grouped(abc, [0, null, null]))).toBe(true);
    expect(draw(bar, grouped([], [])).series).toEqual([]);
  });

  test('marks are counted for the choice of renderer', () => {
    expect(markCount(manySeries(50))).toBe(150);
    expect(markCount(samples.box ?? grouped([], []))).toBe(7);
  });
});
