import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { collect } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { rawSql } from '../../../src/core/sql.ts';
import { chartSql } from '../../../src/charts/aggregate.ts';
import { describeChart } from '../../../src/charts/describe.ts';
import { chartKinds, chartSpec, type Aggregate, type ChartSpecInput } from '../../../src/charts/spec.ts';
import { readChartData } from '../../../src/charts/read/read.ts';
import { findChart } from '../../../src/charts/resolve.ts';
import { conditionSql, selectionAt } from '../../../src/charts/selection.ts';
import { suggestCharts } from '../../../src/charts/suggest.ts';
import { chartTable } from '../../../src/charts/table.ts';
import { col, columnsOf, draw, drawGroups, figures } from './draw.ts';

let engine: Engine;
let session: Session;
const locale = { group: ',', decimal: '.' };

/** One expression of every type, over a row number `i` from 0. */
const typed: Readonly<Record<string, string>> = {
  boolean: 'i % 2 = 0',
  tinyint: 'i::TINYINT',
  ubigint: '18446744073709551615::UBIGINT - i::UBIGINT',
  hugeint: '170141183460469231731687303715884105727::HUGEINT - i',
  uhugeint: '340282366920938463463374607431768211455::UHUGEINT',
  decimal: '(i * 1.25)::DECIMAL(18,2)',
  wide_decimal: "'99999999999999999999999999999999999999'::DECIMAL(38,0)",
  float: "CASE i WHEN 0 THEN 'NaN' WHEN 1 THEN 'infinity' WHEN 2 THEN '-infinity' ELSE '3.5' END::FLOAT",
  double: 'CASE i WHEN 0 THEN 1.7e308 WHEN 1 THEN -1.7e308 ELSE 5e-324 END::DOUBLE',
  varchar: "'it''s \"' || i",
  blob: "'\\xAA'::BLOB",
  bit: "'101'::BIT",
  uuid: "'00000000-0000-0000-0000-00000000000' || i",
  mood: "(['sad', 'ok', 'happy'])[1 + i % 3]::mood",
  date: "DATE '2024-02-29' + i::INTEGER * 400",
  far_date: "CASE i WHEN 0 THEN DATE '5000000-01-01' ELSE DATE 'infinity' END",
  time: "TIME '23:59:59' - INTERVAL (i) HOUR",
  timetz: "'10:00:00+02'::TIMETZ",
  timestamp: "TIMESTAMP '2024-01-01' + INTERVAL (i * 50) DAY",
  timestamptz: "TIMESTAMPTZ '2024-01-01 00:00:00+00'",
  timestamp_ns: "TIMESTAMP_NS '2024-01-01 00:00:00.123456789'",
  interval: 'INTERVAL (i) MONTH',
  list: '[i, NULL]',
  array: '[i, i]::INTEGER[2]',
  struct: "{'a': i, 'b': NULL}",
  map: "MAP {'k': i}",
  union: 'union_value(num := i)',
  nothing: 'NULL',
};
const names = Object.keys(typed);

/** How many of them are numbers or booleans, which alone can be summed: the column of NULLs is an INTEGER in a table. */
const measurable = 9;
const tables = ['no row', 'one row', 'five rows', 'only NULL'] as const;

/** All columns over `rows` rows; `present` false leaves their types and takes their values. */
function tableSql(rows: number, present: boolean): string {
  const items = Object.entries(typed).map(([name, value]) =>
    present ? `${value} AS "${name}"` : `CASE WHEN false THEN ${value} END AS "${name}"`,
  );
  return `SELECT ${items.join(', ')} FROM range(${rows}) AS r(i)`;
}

const aggregates: readonly Aggregate[] = [
  'none',
  'count',
  'count-distinct',
  'sum',
  'average',
  'median',
  'minimum',
  'maximum',
];

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
  await session.exec("CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')");
  await session.exec(`CREATE TABLE "no row" AS ${tableSql(0, true)}`);
  await session.exec(`CREATE TABLE "one row" AS ${tableSql(1, true)}`);
  await session.exec(`CREATE TABLE "five rows" AS ${tableSql(5, true)}`);
  await session.exec(`CREATE TABLE "only NULL" AS ${tableSql(5, false)}`);
});
afterAll(() => engine.close());

/** Runs, describes and lists whatever can be resolved; returns how many charts that were. */
async function drawAll(relation: string, specs: readonly ChartSpecInput[]): Promise<number> {
  const columns = await columnsOf(session, relation);
  let drawn = 0;
  for (const input of specs) {
    const { chart } = findChart(chartSpec(input), columns);
    if (chart === null) continue;
    const result = await collect(session, chartSql(chart, rawSql(relation)).text);
    const data = readChartData(chart, result);
    const { sentence, notes } = describeChart(chart, data, locale);
    expect([sentence, ...notes].join(' ')).not.toMatch(/undefined|NaN\u00a0%|\(\)|\s\s/);
    expect(chartTable(chart, data, locale).columns.length).toBeGreaterThan(0);
    drawn++;
  }
  return drawn;
}

/** One row is a case of five here, but not of their aggregates. */
describe.each(tables.filter((table) => table !== 'one row'))('with %s', (table) => {
  const relation = `FROM "${table}"`;

  test.each(names)('a column of %s can be put anywhere it fits', async (name) => {
    const places: ChartSpecInput[] = [
      ...chartKinds.map((kind) => ({ kind, x: col(name), y: [col('tinyint')], series: col('varchar') })),
      { kind: 'bar', x: col('boolean'), series: col(name) },
      { kind: 'heatmap', x: col('decimal'), series: col(name) },
      { kind: 'scatter', x: col('decimal'), y: [col(name)] },
      { kind: 'box', x: col('boolean'), y: [col(name)] },
      { kind: 'line', x: col('date'), y: [col(name)], aggregate: 'none' },
    ];
    expect(await drawAll(relation, places)).toBeGreaterThan(10);
  });
});

describe.each(tables)('with %s', (table) => {
  const relation = `FROM "${table}"`;

  test('every column can be drawn by every aggregate that means something', async () => {
    const specs = aggregates.flatMap((aggregate) =>
      names.map((name): ChartSpecInput => ({ kind: 'number', y: [col(name)], aggregate })),
    );
    expect(await drawAll(relation, specs)).toBe(5 * names.length + 3 * measurable);
  });

  test('every suggestion can be drawn', async () => {
    const { columns, rowCount } = await collect(session, relation);
    const specs = suggestCharts(columns, rowCount).map(({ spec }) => spec);
    expect(await drawAll(relation, specs)).toBe(specs.length);
  });
});

describe('known answers', () => {
  test('sums beyond 128 bits are given as doubles instead of failing', async () => {
    const relation = "SELECT 170141183460469231731687303715884105727::HUGEINT AS h, 'a' AS k FROM range(3)";
    const data = await drawGroups(session, relation, { kind: 'bar', x: col('k'), y: [col('h')] });
    expect(data.cells[0]?.[0]?.value).toBeCloseTo(3 * 2 ** 127, -25);
  });

  test('decimals and cents stay exact', async () => {
    const decimals = "SELECT 'a' AS k, 0.10::DECIMAL(10,2) AS d, 0.1::DOUBLE AS f FROM range(1000)";
    expect(figures(await drawGroups(session, decimals, { kind: 'bar', x: col('k'), y: [col('d')] }))).toEqual([
      ['a', '100.00'],
    ]);
    expect(figures(await drawGroups(session, decimals, { kind: 'bar', x: col('k'), y: [col('f')] }))).toEqual([
      ['a', '100'],
    ]);
  });

  test('whole sums beyond 2^53 stay exact', async () => {
    const relation = "SELECT 'a' AS k, 9007199254740993 AS n FROM range(3)";
    expect(figures(await drawGroups(session, relation, { kind: 'bar', x: col('k'), y: [col('n')] }))).toEqual([
      ['a', '27021597764222979'],
    ]);
  });

  test('true counts as one', async () => {
    const relation = 'SELECT unnest([true, true, false, NULL]) AS b';
    const figure = async (aggregate: Aggregate) =>
      figures(await drawGroups(session, relation, { kind: 'number', y: [col('b')], aggregate }))[0]?.[1];
    expect([await figure('sum'), await figure('average'), await figure('count')]).toEqual([
      '2',
      '0.666666666666667',
      '3',
    ]);
  });

  test('the median of decimals is not rounded to their scale', async () => {
    const relation = 'SELECT unnest([1.5, 1.6]) AS d';
    expect(
      figures(await drawGroups(session, relation, { kind: 'number', y: [col('d')], aggregate: 'median' }))[0]?.[1],
    ).toBe('1.55');
  });
});

describe('selections', () => {
  const relation = `SELECT * FROM (VALUES ('A', 1.5, TIMESTAMP '2024-01-31 23:59:59.999999', TIME '10:30:00'),
    ('it''s', 2, TIMESTAMP '2024-02-01', TIME '10:59:59'), (NULL, 2.5, TIMESTAMP '2024-02-29 12:00:00', TIME '11:00:00'),
    ('C', NULL, NULL, NULL), ('D', 'NaN'::DOUBLE, TIMESTAMP 'infinity', NULL)) AS v(k, n, t, c)`;
  const specs: readonly ChartSpecInput[] = [
    { kind: 'bar', x: col('k'), limit: 2, order: 'natural' },
    { kind: 'bar', x: col('n') },
    { kind: 'histogram', x: col('n') },
    { kind: 'bar', x: col('t'), grain: 'month' },
    { kind: 'bar', x: col('c') },
    { kind: 'heatmap', x: col('k'), series: col('t') },
  ];

  test.each(specs)('of %j find exactly the rows behind each mark', async (input) => {
    const { chart, data } = await draw(session, relation, input);
    if (data.shape !== 'grouped') throw new Error('Expected groups');
    for (const [series, line] of data.cells.entries()) {
      for (const [x, cell] of line.entries()) {
        const selection = selectionAt(chart, data, [x, series]);
        if (selection === null || cell === undefined) continue;
        const found = await collect(session, `SELECT * FROM (${relation}) WHERE ${conditionSql(selection).text}`);
        expect(found.rowCount, JSON.stringify(data.x[x])).toBe(cell.rows);
      }
    }
  });
});
