import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import type { ChartSpecInput } from '../../../src/charts/spec.ts';
import { col, draw, drawGroups, figures, placeName } from './draw.ts';

let engine: Engine;
let session: Session;

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
  await session.exec("CREATE TYPE size AS ENUM ('small', 'medium', 'large')");
});
afterAll(() => engine.close());

const values = (rows: string, columns: string) => `SELECT * FROM (VALUES ${rows}) AS v(${columns})`;
const sales = values("('A', 5), ('B', 9), ('A', 3), (NULL, 4), ('C', 9), ('D', 1)", 'product, revenue');

describe('categories', () => {
  test('stand by value, ties by name, those without a value last', async () => {
    expect(figures(await drawGroups(session, sales, { kind: 'bar', x: col('product'), y: [col('revenue')] }))).toEqual([
      ['B', '9'],
      ['C', '9'],
      ['A', '8'],
      ['D', '1'],
      ['(missing)', '4'],
    ]);
  });

  test('beyond the limit are put together or left out, and told', async () => {
    const spec: ChartSpecInput = { kind: 'bar', x: col('product'), y: [col('revenue')], limit: 2 };
    const other = await drawGroups(session, sales, spec);
    expect(figures(other)).toEqual([
      ['B', '9'],
      ['C', '9'],
      ['(missing)', '4'],
      ['(other)', '9'],
    ]);
    expect(other.cells[0]?.at(-1)?.rows).toBe(3);
    expect(other.reductions).toEqual([{ kind: 'top', axis: 'x', shown: 2, total: 4, which: 'highest', rest: 'other' }]);
    const dropped = await drawGroups(session, sales, { ...spec, rest: 'drop' });
    expect(figures(dropped).map(([place]) => place)).toEqual(['B', 'C', '(missing)']);
  });

  test('put together are aggregated anew from their rows, not from their groups', async () => {
    const rows = values("('A', 100), ('B', 1), ('B', 2), ('C', 9)", 'k, v');
    const average: ChartSpecInput = { kind: 'bar', x: col('k'), y: [col('v')], limit: 1 };
    expect(figures(await drawGroups(session, rows, { ...average, aggregate: 'average' }))).toEqual([
      ['A', '100'],
      ['(other)', '4'],
    ]);
    expect(figures(await drawGroups(session, rows, { ...average, aggregate: 'median' }))).toEqual([
      ['A', '100'],
      ['(other)', '2'],
    ]);
  });

  test('stand smallest first, by name, backwards, or as they come', async () => {
    const names = async (order: 'value-ascending' | 'natural' | 'natural-descending' | 'appearance') => {
      const data = await drawGroups(session, sales, {
        kind: 'bar',
        x: col('product'),
        y: [col('revenue')],
        order,
        limit: 3,
      });
      return data.x.map(placeName).join(' ');
    };
    expect(await names('value-ascending')).toBe('D A B (missing) (other)');
    expect(await names('natural')).toBe('A B C (missing) (other)');
    expect(await names('natural-descending')).toBe('C B A (missing) (other)');
    expect(await names('appearance')).toBe('A B C (missing) (other)');
  });

  test('of an ENUM keep its order, booleans begin with false', async () => {
    const enums = "SELECT unnest(['large', 'small', 'small', 'medium'])::size AS s";
    expect(figures(await drawGroups(session, enums, { kind: 'bar', x: col('s') }))).toEqual([
      ['small', '2'],
      ['medium', '1'],
      ['large', '1'],
    ]);
    const flags = 'SELECT unnest([true, true, false]) AS b';
    expect(figures(await drawGroups(session, flags, { kind: 'bar', x: col('b') }))).toEqual([
      ['false', '1'],
      ['true', '2'],
    ]);
  });

  test('called Other are not mixed up with the rest', async () => {
    const rows = values("('Other', 5), ('A', 3), ('B', 1), ('C', 1)", 'k, v');
    expect(figures(await drawGroups(session, rows, { kind: 'bar', x: col('k'), y: [col('v')], limit: 2 }))).toEqual([
      ['Other', '5'],
      ['A', '3'],
      ['(other)', '2'],
    ]);
  });

  test('with quotes, line breaks, emptiness and one name in two columns', async () => {
    const odd = `SELECT 'it''s "x"' || chr(10) || ';--' AS "a""b", 1 AS v, 2 AS v UNION ALL SELECT '', 3, 4`;
    const data = await drawGroups(session, odd, { kind: 'bar', x: col('a"b'), y: [col('v', 2)] });
    expect(figures(data)).toEqual([
      ['', '4'],
      ['it\'s "x"\n;--', '2'],
    ]);
  });

  test('of the hours of a day are not cut', async () => {
    const hours = "SELECT TIME '00:00:00' + INTERVAL (range * 30) MINUTE AS t FROM range(48)";
    const data = await drawGroups(session, hours, { kind: 'bar', x: col('t'), limit: 5 });
    expect(data.x).toHaveLength(24);
    expect(figures(data).slice(0, 2)).toEqual([
      ['00:00', '2'],
      ['01:00', '2'],
    ]);
  });
});

describe('series', () => {
  const crossed = values("('A', 'x', 1), ('A', 'y', 5), ('B', 'y', 2), ('B', NULL, 7)", 'k, s, v');

  test('stand by their total, and leave holes where no row belongs', async () => {
    const data = await drawGroups(session, crossed, { kind: 'bar', x: col('k'), series: col('s'), y: [col('v')] });
    expect(data.series.map(placeName)).toEqual(['y', 'x', '(missing)']);
    expect(data.cells.map((line) => line.map((cell) => cell?.value))).toEqual([
      [2, 5],
      [undefined, 1],
      [7, undefined],
    ]);
  });

  test('several measures are series of their own', async () => {
    const rows = values("('A', 1, 2.50), ('A', 3, 4.25)", 'k, a, b');
    const data = await drawGroups(session, rows, { kind: 'bar', x: col('k'), y: [col('a'), col('b')] });
    expect(data.series).toEqual([
      { kind: 'measure', index: 0 },
      { kind: 'measure', index: 1 },
    ]);
    expect(data.cells.map((line) => line[0]?.exact)).toEqual(['4', '6.75']);
  });

  test('fifty of them over a long time stay within the budget of rows', async () => {
    const long = "SELECT DATE '1990-01-01' + (range % 12000)::INTEGER AS d, 's' || range % 70 AS s FROM range(100000)";
    const spec: ChartSpecInput = { kind: 'line', x: col('d'), series: col('s'), seriesLimit: 50, grain: 'day' };
    const { rowCount, data } = await draw(session, long, spec);
    expect(rowCount).toBeLessThanOrEqual(5_200);
    expect(data.reductions).toContainEqual({ kind: 'grain', wanted: 'day', used: 'year' });
  });
});

describe('time', () => {
  const days = values("(DATE '2024-01-31', 5), (DATE '2024-01-01', 1), (DATE '2024-04-02', 2), (NULL, 9)", 'd, v');

  test('closes gaps with nought where amounts are added, and with nothing where they are averaged', async () => {
    const spec: ChartSpecInput = { kind: 'line', x: col('d'), y: [col('v')], grain: 'month' };
    expect(figures(await drawGroups(session, days, spec))).toEqual([
      ['2024-01-01T00:00:00', '6'],
      ['2024-02-01T00:00:00', '0'],
      ['2024-03-01T00:00:00', '0'],
      ['2024-04-01T00:00:00', '2'],
    ]);
    const averaged = await drawGroups(session, days, { ...spec, aggregate: 'average' });
    expect(figures(averaged).map(([, exact]) => exact)).toEqual(['3', undefined, undefined, '2']);
    expect(averaged.reductions).toEqual([{ kind: 'placeless', rows: 1 }]);
  });

  test('shows rows without a date as a bar of their own', async () => {
    const data = await drawGroups(session, days, { kind: 'bar', x: col('d'), y: [col('v')], grain: 'quarter' });
    expect(figures(data).at(-1)).toEqual(['(missing)', '9']);
  });

  test.each([
    ['second', 30],
    ['minute', 60 * 30],
    ['hour', 3_600 * 30],
    ['day', 86_400 * 30],
    ['month', 86_400 * 800],
    ['year', 86_400 * 8_000],
    ['decade', 86_400 * 100_000],
  ])('chooses spans of a %s for %d seconds of bars', async (grain, seconds) => {
    const rows = `SELECT TIMESTAMP '1000-01-01' + INTERVAL (range * ${seconds}) SECOND AS t FROM range(2)`;
    const { x } = await drawGroups(session, rows, { kind: 'bar', x: col('t') });
    expect(x[0]).toMatchObject({ kind: 'time', grain });
    expect(x.length).toBeLessThanOrEqual(62);
  });

  test.each([
    ['month', "DATE '2024-01-01' + INTERVAL (range) MONTH"],
    ['week', "DATE '2024-01-01' + INTERVAL (range * 7) DAY"],
    ['day', "TIMESTAMP '2024-01-01' + INTERVAL (range) DAY"],
    ['hour', "TIMESTAMP '2024-01-01' + INTERVAL (range) HOUR"],
  ])('draws values cut to the %s without gaps between them', async (grain, value) => {
    const { x } = await drawGroups(session, `SELECT ${value} AS t FROM range(17)`, { kind: 'line', x: col('t') });
    expect(x).toHaveLength(17);
    expect(x[0]).toMatchObject({ kind: 'time', grain });
  });

  test('never goes below the day of a date', async () => {
    const { x } = await drawGroups(session, "SELECT DATE '2024-05-05' AS d", { kind: 'line', x: col('d') });
    expect(x).toEqual([{ kind: 'time', start: Date.UTC(2024, 4, 5), grain: 'day' }]);
  });

  test.each([
    "TIMESTAMPTZ '2024-01-01 23:30:00+00'",
    "TIMESTAMP_S '2024-01-01 23:30:00'",
    "TIMESTAMP_MS '2024-01-01 23:30:00'",
    "TIMESTAMP_NS '2024-01-01 23:30:00'",
  ])('takes %s in UTC', async (instant) => {
    const data = await drawGroups(session, `SELECT ${instant} AS t`, { kind: 'bar', x: col('t'), grain: 'hour' });
    expect(figures(data)).toEqual([['2024-01-01T23:00:00', '1']]);
  });

  test('without an end, far away and before our era is still counted', async () => {
    const rows = "SELECT unnest(['infinity', '-infinity', '2024-01-01', '0044-03-15 (BC)']::TIMESTAMP[]) AS t";
    const data = await drawGroups(session, rows, { kind: 'line', x: col('t') });
    expect(data.reductions).toEqual([{ kind: 'placeless', rows: 2 }]);
    expect(data.cells[0]?.reduce((sum, cell) => sum + (cell?.value ?? 0), 0)).toBe(2);
  });
});

describe('numbers along an axis', () => {
  test('stand one by one while they are few', async () => {
    const rows = 'SELECT unnest([5, 1, 1, 3]) AS n';
    expect(figures(await drawGroups(session, rows, { kind: 'bar', x: col('n') }))).toEqual([
      ['1', '2'],
      ['3', '1'],
      ['5', '1'],
    ]);
  });

  test('are put into round bins when they are many, and it is told', async () => {
    const rows = 'SELECT range / 100.0 AS n FROM range(1000)';
    const data = await drawGroups(session, rows, { kind: 'bar', x: col('n'), bins: 10 });
    expect(figures(data).slice(0, 2)).toEqual([
      ['0…1', '100'],
      ['1…2', '100'],
    ]);
    expect(data.reductions).toEqual([{ kind: 'steps', axis: 'x', width: 1 }]);
  });

  test('average over their bins along a line', async () => {
    const rows = 'SELECT range AS n, range % 2 AS v FROM range(20000)';
    const data = await drawGroups(session, rows, { kind: 'line', x: col('n'), y: [col('v')], aggregate: 'average' });
    expect(data.x.length).toBeLessThanOrEqual(101);
    expect(new Set(data.cells[0]?.map((cell) => cell?.value))).toEqual(new Set([0.5]));
  });
});
