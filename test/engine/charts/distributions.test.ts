import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import type { BoxesData, PointsData } from '../../../src/charts/data.ts';
import type { ChartSpecInput } from '../../../src/charts/spec.ts';
import { col, draw, drawGroups, figures, placeName } from './draw.ts';

let engine: Engine;
let session: Session;

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
});
afterAll(() => engine.close());

const numbers = (list: string, type = 'DOUBLE') => `SELECT unnest([${list}]::${type}[]) AS n`;

describe('histograms', () => {
  test('have round edges, whole and gapless', async () => {
    const data = await drawGroups(session, numbers('0, 0.5, 1, 9.9, 10'), { kind: 'histogram', x: col('n'), bins: 10 });
    expect(figures(data)).toEqual([
      ['0…1', '2'],
      ['1…2', '1'],
      ...[2, 3, 4, 5, 6, 7, 8].map((start) => [`${start}…${start + 1}`, '0']),
      ['9…10', '1'],
      ['10…11', '1'],
    ]);
  });

  test('put values that binary fractions cannot hold into the right bin', async () => {
    const tenths = 'SELECT range / 10.0 AS n FROM range(-50, 50)';
    const data = await drawGroups(session, tenths, { kind: 'histogram', x: col('n'), bins: 99 });
    expect(data.x).toHaveLength(100);
    expect(new Set(data.cells[0]?.map((cell) => cell?.value))).toEqual(new Set([1]));
    expect(data.x.slice(52, 54).map(placeName)).toEqual(['0.2…0.3', '0.3…0.4']);
    const hundredths = 'SELECT range / 100.0 AS n FROM range(1000)';
    const fine = await drawGroups(session, hundredths, { kind: 'histogram', x: col('n'), bins: 100 });
    expect(new Set(fine.cells[0]?.map((cell) => cell?.value))).toEqual(new Set([10]));
  });

  test('of whole numbers never split a number', async () => {
    const data = await drawGroups(session, numbers('1, 2, 2, 3', 'INTEGER'), {
      kind: 'histogram',
      x: col('n'),
      bins: 50,
    });
    expect(figures(data)).toEqual([
      ['1…2', '1'],
      ['2…3', '2'],
      ['3…4', '1'],
    ]);
  });

  test('of one value, of nought, of huge and of tiny numbers', async () => {
    const places = async (list: string) =>
      (await drawGroups(session, numbers(list), { kind: 'histogram', x: col('n') })).x;
    expect((await places('5, 5, 5')).map(placeName)).toEqual(['5…5.5']);
    expect((await places('0')).map(placeName)).toEqual(['0…1']);
    expect((await places('-1e300, 1e300')).length).toBeGreaterThan(1);
    expect((await places('1e-300, 9e-300')).length).toBeGreaterThan(1);
    expect((await places("'1', 'NaN', 'infinity', '1.7e308', '2', NULL")).length).toBeGreaterThan(1);
  });

  test('tell how many rows have no place', async () => {
    const data = await drawGroups(session, numbers("'1', 'NaN', 'infinity', NULL"), { kind: 'histogram', x: col('n') });
    expect(data.reductions).toEqual([{ kind: 'placeless', rows: 3 }]);
  });

  test('of negative numbers begin below nought', async () => {
    const data = await drawGroups(session, numbers('-0.0, 0.0, -7, 7'), { kind: 'histogram', x: col('n'), bins: 2 });
    expect(figures(data)).toEqual([
      ['-10…0', '1'],
      ['0…10', '3'],
    ]);
  });

  test('are stacked by a colour', async () => {
    const rows = "SELECT * FROM (VALUES (1, 'a'), (1, 'b'), (2, 'a')) AS v(n, s)";
    const data = await drawGroups(session, rows, { kind: 'histogram', x: col('n'), series: col('s') });
    expect(data.series.map(placeName)).toEqual(['a', 'b']);
    expect(data.cells.map((line) => line.map((cell) => cell?.value))).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });
});

describe('box plots', () => {
  const boxes = async (relation: string, grouped: boolean): Promise<BoxesData> => {
    const { data } = await draw(session, relation, { kind: 'box', x: grouped ? col('k') : null, y: [col('n')] });
    if (data.shape !== 'boxes') throw new Error(`Expected boxes, found ${data.shape}`);
    return data;
  };

  test('give the five figures of Tukey and the outliers', async () => {
    const { boxes: all } = await boxes(numbers('1, 2, 3, 4, 5, 6, 7, 8, 9, 100, -50'), false);
    expect(all).toEqual([
      {
        position: { kind: 'all' },
        rows: 11,
        minimum: -50,
        lowerWhisker: 1,
        lowerQuartile: 2.5,
        median: 5,
        upperQuartile: 7.5,
        upperWhisker: 9,
        maximum: 100,
        outlierCount: 2,
        outlierValues: 2,
        outliers: [-50, 100],
      },
    ]);
  });

  test('stand by median, and leave out rows without a number', async () => {
    const rows = "SELECT * FROM (VALUES ('a', 1), ('a', 3), ('b', 9), (NULL, 5), ('b', NULL)) AS v(k, n)";
    const { boxes: all, reductions } = await boxes(rows, true);
    expect(all.map(({ position, median }) => [placeName(position), median])).toEqual([
      ['b', 9],
      ['a', 2],
      ['(missing)', 5],
    ]);
    expect(reductions).toEqual([{ kind: 'placeless', rows: 1 }]);
  });

  test('draw an even choice of very many outliers and say so', async () => {
    const rows = 'SELECT CASE WHEN range < 9000 THEN range % 10 ELSE range END AS n FROM range(10000)';
    const { boxes: all, reductions } = await boxes(rows, false);
    expect(all[0]).toMatchObject({ outlierCount: 1_000, outlierValues: 1_000 });
    expect(all[0]?.outliers).toHaveLength(26);
    expect([all[0]?.outliers[0], all[0]?.outliers.at(-1)]).toEqual([9_000, 9_999]);
    expect(reductions).toEqual([{ kind: 'outliers', shown: 26, total: 1_000 }]);
  });

  test('of nothing are none', async () => {
    expect((await boxes(numbers('NULL, NULL'), false)).boxes).toEqual([]);
  });
});

describe('scatter charts', () => {
  const points = async (relation: string, series: boolean): Promise<PointsData> => {
    const spec: ChartSpecInput = { kind: 'scatter', x: col('a'), y: [col('b')], series: series ? col('s') : null };
    const { data } = await draw(session, relation, spec);
    if (data.shape !== 'points') throw new Error(`Expected points, found ${data.shape}`);
    return data;
  };

  test('put equal points together and leave out those without a place', async () => {
    const rows = 'SELECT * FROM (VALUES (1, 2.5), (1, 2.5), (3, -1), (NULL, 4), (5, NULL)) AS v(a, b)';
    const data = await points(rows, false);
    expect(data.points).toEqual([
      { x: 1, y: 2.5, series: 0, rows: 2 },
      { x: 3, y: -1, series: 0, rows: 1 },
    ]);
    expect(data).toMatchObject({ pointTotal: 3, reductions: [{ kind: 'placeless', rows: 2 }] });
  });

  test('know the correlation, also of numbers whose squares overflow', async () => {
    expect((await points('SELECT range AS a, range * -2 AS b FROM range(10)', false)).correlation).toBeCloseTo(-1, 12);
    expect(
      (await points('SELECT range * 1e299 AS a, range * 1e299 AS b FROM range(5)', false)).correlation,
    ).toBeCloseTo(1, 12);
    expect((await points('SELECT 1 AS a, range AS b FROM range(5)', false)).correlation).toBeNaN();
    expect((await points('SELECT range AS a, (range * 37) % 11 AS b FROM range(11)', false)).correlation).toBeCloseTo(
      0.4,
      12,
    );
  });

  test('count too many points in cells that hold every row', async () => {
    const rows = 'SELECT range % 317 AS a, range % 211 AS b FROM range(60000)';
    const data = await drawGroups(session, rows, { kind: 'scatter', x: col('a'), y: [col('b')] });
    const filled = data.cells.flat().filter((cell) => cell !== undefined).length;
    expect(data.reductions).toEqual([{ kind: 'cells', rows: 60_000, cells: filled }]);
    expect(data.cells.flat().reduce((sum, cell) => sum + (cell?.value ?? 0), 0)).toBe(60_000);
  });

  test('draw an even sample of too many coloured points, the same each time', async () => {
    const rows = "SELECT range AS a, range AS b, 's' || range % 3 AS s FROM range(50000)";
    const data = await points(rows, true);
    expect(data.reductions).toEqual([{ kind: 'sample', shown: 5_000, total: 50_000 }]);
    expect(data.points).toHaveLength(5_000);
    const firstHalf = data.points.filter(({ x }) => x < 25_000).length;
    expect(firstHalf).toBeGreaterThan(2_300);
    expect(firstHalf).toBeLessThan(2_700);
    expect(data.correlation).toBeCloseTo(1, 12);
  });

  test('run along time', async () => {
    const rows = "SELECT TIMESTAMP '2024-01-01' + INTERVAL (range) DAY AS a, range AS b FROM range(3)";
    const data = await points(rows, false);
    expect(data.points[1]).toEqual({ x: Date.UTC(2024, 0, 2), y: 1, series: 0, rows: 1 });
    expect(data.correlation).toBeCloseTo(1, 9);
  });
});

describe('rows as they are', () => {
  test('keep the lowest and the highest of a long line', async () => {
    const rows =
      'SELECT range AS x, CASE range WHEN 77777 THEN 1000 WHEN 33333 THEN -1000 ELSE range % 7 END AS y FROM range(100000)';
    const spec: ChartSpecInput = { kind: 'line', x: col('x'), y: [col('y')], aggregate: 'none' };
    const data = await drawGroups(session, rows, spec);
    expect(data.reductions).toEqual([{ kind: 'extremes', shown: 5_000, total: 100_000 }]);
    const drawn = data.cells[0]?.map((cell) => cell?.value ?? 0) ?? [];
    expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([-1_000, 1_000]);
    expect(figures(data).some(([place]) => place === '77777')).toBe(true);
  });

  test('are drawn one by one, equal names beside each other', async () => {
    const rows = "SELECT * FROM (VALUES ('a', 1), ('b', 2), ('a', 3)) AS v(k, n)";
    expect(
      figures(await drawGroups(session, rows, { kind: 'bar', x: col('k'), y: [col('n')], aggregate: 'none' })),
    ).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['a', '3'],
    ]);
  });

  test('are cut at a thousand bars and told', async () => {
    const rows = 'SELECT range::VARCHAR AS k, range AS n FROM range(3000)';
    const data = await drawGroups(session, rows, { kind: 'bar', x: col('k'), y: [col('n')], aggregate: 'none' });
    expect(data.x).toHaveLength(1_000);
    expect(data.reductions).toEqual([{ kind: 'first', shown: 1_000, total: 3_000 }]);
  });

  test('of one row are figures, exact to the last digit', async () => {
    const row =
      "SELECT 170141183460469231731687303715884105727::HUGEINT AS h, 12345678901234567890.12::DECIMAL(38,2) AS d, DATE '2024-02-29' AS day, NULL::INTEGER AS nothing, 'text' AS t";
    const spec: ChartSpecInput = {
      kind: 'number',
      aggregate: 'none',
      y: ['h', 'd', 'day', 'nothing', 't'].map((name) => col(name)),
    };
    expect(figures(await drawGroups(session, row, spec)).map(([, exact]) => exact)).toEqual([
      '170141183460469231731687303715884105727',
      '12345678901234567890.12',
      '2024-02-29',
      null,
      'text',
    ]);
  });
});
