import { describe, expect, test } from 'vitest';
import { palettes } from '../../../src/theme/palette.ts';
import type { GroupedData } from '../../../src/charts/data.ts';
import { abc, bar, draw, line, manySeries, months } from './drawing.ts';
import { category, cell, grouped, ref, split } from './fixtures.ts';

describe('bars', () => {
  test('begin at nought, also when all values are large', () => {
    expect(draw(bar, grouped(abc, [1_000, 1_001, 1_002])).yAxis).toMatchObject({ min: 0 });
    expect(draw(bar, grouped(abc, [-5, 4, 1])).yAxis).toMatchObject({ min: -6, max: 6 });
  });

  test('lie when their names do not fit below them', () => {
    expect(draw(bar, grouped(abc, [1, 2, 3])).xAxis).toMatchObject({ type: 'category' });
    const long = ['a very long name of a product', 'another long name', 'c'].map(category);
    expect(draw(bar, grouped(long, [1, 2, 3]), { width: 300 }).yAxis).toMatchObject({
      type: 'category',
      inverse: true,
    });
    expect(draw({ ...bar, orientation: 'vertical' }, grouped(long, [1, 2, 3]), { width: 300 }).xAxis).toMatchObject({
      type: 'category',
      axisLabel: { rotate: 40 },
    });
  });

  test('show exact figures when pointed at and short ones beside them', () => {
    const [item] =
      draw({ ...bar, format: { prefix: '€ ' } }, grouped([category('A')], [1_234_567.5])).series[0]?.data ?? [];
    expect(item).toMatchObject({
      text: '€ 1.23\u00a0M',
      tip: {
        title: 'A',
        rows: [
          { name: 'Revenue', text: '€ 1,234,567.5' },
          { name: 'from', text: '1 row' },
        ],
      },
    });
  });

  test('set “Other” and “(no value)” back', () => {
    const data = grouped([category('A'), { kind: 'missing' }, { kind: 'other' }], [1, 2, 3]);
    const { xAxis, series } = draw(bar, data);
    expect(xAxis.data).toEqual(['A', '(no value)', 'Other']);
    expect(series[0]?.data.map((item) => item.itemStyle)).toEqual([
      undefined,
      { color: palettes.light.neutral },
      { color: palettes.light.neutral },
    ]);
  });

  test('tell the empty text from no value', () => {
    expect(draw(bar, grouped([category(''), { kind: 'missing' }], [1, 2])).xAxis.data).toEqual([
      '(empty)',
      '(no value)',
    ]);
  });

  test('as shares add up to a hundred', () => {
    const data = split(months, abc.slice(0, 2), [
      [1, 2, 0],
      [3, 2, 5],
    ]);
    const { series, yAxis } = draw({ ...bar, x: ref('day'), series: ref('region'), stack: 'percent' }, data);
    expect(yAxis).toMatchObject({ min: 0, max: 100 });
    const shares = series.slice(0, 2).map((one) => one.data.map((item) => item.value));
    expect(shares).toEqual([
      [25, 50, 0],
      [75, 50, 100],
    ]);
  });

  test('of different signs are stacked as amounts, not as shares', () => {
    const data = split(abc.slice(0, 2), abc.slice(0, 2), [
      [1, 2],
      [-3, 2],
    ]);
    const { series } = draw({ ...bar, series: ref('region'), stack: 'percent' }, data);
    expect(series[1]?.data[0]).toMatchObject({ value: -3 });
  });

  test('leave gaps where there is no value', () => {
    expect(draw(bar, grouped(abc, [1, null, 3])).series[0]?.data[1]).toBeNull();
  });
});

describe('names of series', () => {
  test('stand at the lines up to six', () => {
    const { series, legend } = draw({ ...line, series: ref('region') }, manySeries(6));
    expect(legend).toBeUndefined();
    expect(series.at(-1)).toMatchObject({ id: 'names', silent: true });
    expect(series.at(-1)?.data.map((item) => item.text)).toEqual(['s0', 's1', 's2', 's3', 's4', 's5']);
  });

  test('go to a legend beyond that, and where the chart is narrow', () => {
    expect(draw({ ...line, series: ref('region') }, manySeries(7)).legend?.data).toHaveLength(7);
    expect(draw({ ...line, series: ref('region') }, manySeries(3), { width: 240 }).legend?.data).toHaveLength(3);
  });

  test('differ even if two series are called the same', () => {
    const data = split(
      months,
      [category('Other'), ...manySeries(6).series, { kind: 'other' }],
      [...Array.from({ length: 8 }, () => [1, 2, 3])],
    );
    const names = draw({ ...line, series: ref('region') }, data).legend?.data ?? [];
    expect(names.at(-1)).toBe('Other (2)');
    expect(new Set(names).size).toBe(8);
  });

  test('fifty series get every hue before dashes tell them apart', () => {
    const { series } = draw({ ...line, series: ref('region') }, manySeries(50));
    const looks = series.map((one) => JSON.stringify([one.itemStyle, one.lineStyle]));
    expect(new Set(looks.slice(0, 21)).size).toBe(21);
  });
});

describe('lines', () => {
  test('may leave nought when all values lie close together, areas may not', () => {
    const data = grouped(months, [1_000, 1_010, 1_005]);
    expect(draw(line, data).yAxis.min).toBeGreaterThan(0);
    expect(draw({ ...line, kind: 'area' }, data).yAxis.min).toBe(0);
    expect(draw(line, grouped(months, [10, 1_000, 500])).yAxis.min).toBe(0);
  });

  test('run along a calendar in UTC, and break where there is no value', () => {
    const option = draw(line, grouped(months, [1, null, 3]));
    expect(option.useUTC).toBe(true);
    expect(option.xAxis.type).toBe('time');
    expect(option.series[0]?.data.map((item) => item.value)).toEqual([
      [Date.UTC(2024, 0, 1), 1],
      [Date.UTC(2024, 1, 1), null],
      [Date.UTC(2024, 2, 1), 3],
    ]);
    expect(option.series[0]?.showSymbol).toBe(true);
  });

  test('of one place stand on a named axis', () => {
    expect(draw(line, grouped(months.slice(0, 1), [5])).xAxis).toMatchObject({ type: 'category', data: ['2024-01'] });
  });

  test('of single rows are not broken by places of other series', () => {
    const data = split(months, abc.slice(0, 2), [
      [1, 0, 3],
      [0, 2, 0],
    ]);
    const sparse: GroupedData = {
      ...data,
      cells: [
        [cell(1), undefined, cell(3)],
        [undefined, cell(2), undefined],
      ],
    };
    const { series } = draw({ ...line, series: ref('region'), aggregate: 'none' }, sparse);
    expect(series[0]?.data).toHaveLength(2);
  });
});
