import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';
import { identifier, rawSql } from '../../../src/core/sql.ts';
import { collect, rows, scalar } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import type { ColumnProfile } from '../../../src/profile/column-profile.ts';
import { type ProfileOptions, profileColumns } from '../../../src/profile/profile-columns.ts';
import { describeProfile } from '../../../src/profile/profile-words.ts';

let engine: Engine;
let session: Session;
const english = { group: ',', decimal: '.' };

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
});
afterAll(() => engine.close());

/** Profiles every column of a query, by column name. */
async function profiles(query: string, options: ProfileOptions = {}): Promise<Record<string, ColumnProfile>> {
  const { columns } = await collect(session, `SELECT * FROM (${query}) LIMIT 0`);
  const asked = columns.map((info) => ({ sql: identifier(info.name), info }));
  const found = await profileColumns(session, rawSql(`(${query})`), asked, options);
  return Object.fromEntries(found.map((profile) => [profile.info.name, profile]));
}

async function profileOf(expression: string, from: string, options?: ProfileOptions): Promise<ColumnProfile> {
  const { v } = await profiles(`SELECT ${expression} AS v FROM ${from}`, options);
  if (v === undefined) throw new Error('no profile');
  return v;
}

const binSum = (profile: ColumnProfile) => (profile.bins ?? []).reduce((sum, bin) => sum + bin.count, 0);

describe('a column of numbers', () => {
  const source = 'range(10000) t(i)';
  const value = 'CASE WHEN i % 10 = 0 THEN NULL ELSE (i * 7919) % 1000 - 300 END';

  test.each(['BIGINT', 'INTEGER', 'HUGEINT', 'DOUBLE', 'FLOAT', 'DECIMAL(12,2)', 'SMALLINT'])(
    'as %s has the figures that plain SQL gives',
    async (type) => {
      const query = `SELECT (${value})::${type} AS v FROM ${source}`;
      const { v } = await profiles(query);
      const [plain] = await rows(
        session,
        `SELECT count(*) AS n, count(*) - count(v) AS nulls, count(DISTINCT v) AS different, min(v)::VARCHAR AS low, max(v)::VARCHAR AS high,
                avg(v)::DOUBLE AS mean, stddev_samp(v::DOUBLE) AS deviation, quantile_cont(v, 0.5)::DOUBLE AS median, quantile_cont(v, 0.95)::DOUBLE AS high_quantile
         FROM (${query})`,
      );
      expect(v?.rows).toBe(Number(plain?.n));
      expect(v?.nulls).toBe(Number(plain?.nulls));
      expect(v?.distinct).toEqual({ value: Number(plain?.different), exact: true });
      expect(Number(v?.range?.low)).toBe(Number(plain?.low));
      expect(Number(v?.range?.high)).toBe(Number(plain?.high));
      expect(v?.numbers?.mean).toBeCloseTo(Number(plain?.mean), 9);
      expect(v?.numbers?.deviation).toBeCloseTo(Number(plain?.deviation), 9);
      expect(Number(v?.quantiles?.values[2])).toBeCloseTo(Number(plain?.median), 1);
      expect(Number(v?.quantiles?.values[4])).toBeCloseTo(Number(plain?.high_quantile), 1);
      expect(v?.quantiles?.exact).toBe(true);
    },
  );

  test.each(['BIGINT', 'DOUBLE', 'DECIMAL(12,2)'])(
    'as %s falls into bins that plain SQL counts alike',
    async (type) => {
      const query = `SELECT (${value})::${type} / 10 AS v FROM ${source}`;
      const { v } = await profiles(query);
      expect(v?.bins?.length).toBeGreaterThan(10);
      for (const bin of v?.bins ?? []) {
        const counted = await scalar(
          session,
          `SELECT count(*) FROM (${query}) WHERE v >= ${bin.low} AND v < ${bin.high}`,
        );
        expect([bin.low, bin.count]).toEqual([bin.low, Number(counted)]);
      }
      expect(v === undefined ? 0 : binSum(v)).toBe(9000);
    },
  );

  test('tenths lie in the bin they begin', async () => {
    const profile = await profileOf('i / 10', 'range(20) t(i)');
    expect(profile.bins?.map((bin) => [bin.low, bin.count])).toEqual(
      Array.from({ length: 20 }, (_, index) => [String(index / 10), 1]),
    );
  });

  test('NaN and infinities are counted apart', async () => {
    const profile = await profileOf("unnest(['nan', 'inf', '-inf', '1', '3', NULL])::DOUBLE", '(SELECT 1)');
    expect(profile.range).toEqual({ low: '1', high: '3' });
    expect(profile.numbers).toMatchObject({ mean: 2, notFinite: 3 });
    expect(profile.nulls).toBe(1);
    expect(binSum(profile)).toBe(2);
    expect(describeProfile(profile, english)).toContain('3 not a finite number');
  });

  test.each([
    ['1e308, -1e308, 1.7e308', 1.7e308],
    ['1e-300, 2e-300', 2e-300],
    ['5, 5', 5],
    ['1, 1.0000000000000002', 1.0000000000000002],
    ['9007199254740993::DOUBLE, 9007199254740994::DOUBLE', 9007199254740994],
    ['-0.0, 0.0', 0],
  ])('doubles %s', async (list, high) => {
    const profile = await profileOf(`unnest([${list}]::DOUBLE[])`, '(SELECT 1)');
    expect(Math.abs(Number(profile.range?.high))).toBe(high);
    expect(Number.isFinite(profile.numbers?.mean)).toBe(true);
    expect(binSum(profile)).toBe(list.split(',').length);
  });

  test.each([
    ['unnest([9223372036854775807, 9223372036854775806, -9223372036854775808]::BIGINT[])', '9223372036854775807'],
    ['unnest([170141183460469231731687303715884105727, 5]::HUGEINT[])', '170141183460469231731687303715884105727'],
    [
      'unnest([99999999999999999999999999999999.999999, -0.000001]::DECIMAL(38,6)[])',
      '99999999999999999999999999999999.999999',
    ],
    ['unnest([255, 0]::UTINYINT[])', '255'],
    ['unnest([18446744073709551615, 0]::UBIGINT[])', '18446744073709551615'],
  ])('the ends of %s are exact and in a bin', async (expression, high) => {
    const profile = await profileOf(expression, '(SELECT 1)');
    expect(profile.range?.high).toBe(high);
    expect(binSum(profile)).toBe(profile.rows);
  });
});

describe('a column of times', () => {
  test.each([
    ["DATE '2023-11-05' + (i * 3)::INT", 'DATE'],
    ["TIMESTAMP '2023-12-31 23:30:00' + INTERVAL (i * 7) MINUTE", 'TIMESTAMP'],
    ["(TIMESTAMP '2023-12-31 23:30:00' + INTERVAL (i) MILLISECOND)::TIMESTAMP_MS", 'TIMESTAMP'],
    ["(TIMESTAMP '1969-12-31 23:30:00' + INTERVAL (i * 40) DAY)::TIMESTAMP_NS", 'TIMESTAMP'],
    ["TIME '00:00:00' + INTERVAL (i) MINUTE", 'TIME'],
    ["DATE '0001-03-01' - (i * 100)::INT", 'DATE'],
    ["DATE '2500000-01-01' + (i * 3000)::INT", 'DATE'],
  ])('%s falls into whole spans', async (expression, type) => {
    const query = `SELECT ${expression} AS v FROM range(400) t(i)`;
    const { v } = await profiles(query);
    expect(v?.bins?.length).toBeGreaterThan(5);
    expect(v?.bins?.length).toBeLessThanOrEqual(41);
    for (const bin of v?.bins?.slice(0, -1) ?? []) {
      const counted = await scalar(
        session,
        `SELECT count(*) FROM (${query}) WHERE v >= CAST('${bin.low}' AS ${type}) AND v < CAST('${bin.high}' AS ${type})`,
      );
      expect([bin.low, bin.count]).toEqual([bin.low, Number(counted)]);
    }
    expect(v === undefined ? 0 : binSum(v)).toBe(400);
    expect(v?.quantiles?.values.length).toBe(5);
  });

  test('months begin on the first', async () => {
    const profile = await profileOf("DATE '2023-11-05' + (i * 3)::INT", 'range(400) t(i)');
    expect(profile.bins?.map((bin) => bin.low.slice(8))).toEqual(profile.bins?.map(() => '01'));
    expect(profile.bins?.slice(0, 3).map((bin) => bin.low)).toEqual(['2023-10-01', '2024-01-01', '2024-04-01']);
  });

  test('infinity is left out, with a zone it is shown in UTC', async () => {
    const profile = await profileOf(
      "unnest(['infinity', '2024-01-01 00:00:00+00', '2024-01-02 00:00:00+00'])::TIMESTAMPTZ",
      '(SELECT 1)',
    );
    expect(profile.range).toEqual({ low: '2024-01-01 00:00:00+00', high: '2024-01-02 00:00:00+00' });
    expect(binSum(profile)).toBe(2);
  });
});

describe('other columns', () => {
  test('texts: lengths, empty ones, the most frequent first', async () => {
    const profile = await profileOf("['', 'b', 'cc', 'b', NULL, 'äöü', 'b', 'cc'][i + 1]", 'range(8) t(i)');
    expect(profile.lengths).toEqual({ unit: 'characters', shortest: 0, longest: 3, average: 10 / 7, empty: 1 });
    expect(profile.top?.slice(0, 2)).toEqual([
      { value: 'b', count: 3 },
      { value: 'cc', count: 2 },
    ]);
    expect(profile.distinct).toEqual({ value: 4, exact: true });
  });

  test('many different texts: the top ten are those of GROUP BY', async () => {
    const query = "SELECT 'v' || (i * i) % 1009 AS v FROM range(30000) t(i)";
    const { v } = await profiles(query);
    const plain = await rows(session, `SELECT v, count(*) AS n FROM (${query}) GROUP BY v ORDER BY n DESC, v LIMIT 10`);
    expect(v?.top).toEqual(plain.map((row) => ({ value: row.v, count: Number(row.n) })));
  });

  test('texts that are all different need no list', async () => {
    const profile = await profileOf("'id' || i", 'range(5000) t(i)');
    expect(profile.top).toBeUndefined();
    expect(describeProfile(profile, english)).toBe('v: 5,000 values, all different; none missing.');
  });

  test('true and false', async () => {
    const profile = await profileOf('CASE WHEN i % 4 = 0 THEN NULL ELSE i % 4 = 1 END', 'range(1000) t(i)');
    expect(profile.booleans).toEqual({ yes: 250, no: 500 });
    expect(describeProfile(profile, english)).toBe('v: true in 250 of 750 (33.3 %); 250 missing (25 %).');
  });

  test('lists and maps by their length', async () => {
    const list = await profileOf('range(i % 5)', 'range(100) t(i)');
    expect(list.lengths).toEqual({ unit: 'items', shortest: 0, longest: 4, average: 2, empty: 20 });
    expect(list.bins?.map((bin) => [bin.low, bin.count])).toEqual(
      [0, 1, 2, 3, 4].map((length) => [String(length), 20]),
    );
    const map = await profileOf("MAP {'a': i, 'b': i}", 'range(10) t(i)');
    expect(map.lengths).toMatchObject({ shortest: 2, longest: 2 });
  });

  test.each([
    ["{'a': i % 3, 'b': [i % 2]}", 6],
    ['array_value(i % 3, 1)', 3],
    ['union_value(n := i % 4)', 4],
    ["CASE WHEN i % 2 = 0 THEN 'x' ELSE 'y' END::ENUM('x', 'y')", 2],
    ["('0000000' || i % 7)::BLOB", 7],
    ['INTERVAL (i % 5) DAY', 5],
    ["('00000000-0000-0000-0000-00000000000' || i % 8)::UUID", 8],
    ['(i % 9)::UHUGEINT', 9],
    ['(i % 3)::BIT', 3],
    ["(i % 3 || ':00:00+00')::TIMETZ", 3],
  ])('%s has %i different values, all listed', async (expression, different) => {
    const profile = await profileOf(expression, 'range(2520) t(i)');
    expect(profile.distinct).toEqual({ value: different, exact: true });
    expect(profile.top?.reduce((sum, { count }) => sum + count, 0)).toBe(2520);
  });

  test.each([
    'SELECT 1 AS v WHERE false',
    'SELECT NULL::DOUBLE AS v FROM range(3)',
    'SELECT NULL::VARCHAR[] AS v',
    'SELECT NULL::DATE AS v',
  ])('nothing to see in %s', async (query) => {
    const { v } = await profiles(query);
    expect(v?.distinct).toEqual({ value: 0, exact: true });
    expect([v?.range, v?.bins, v?.numbers?.mean]).toEqual([undefined, undefined, undefined]);
    expect(v === undefined ? '' : describeProfile(v, english)).toMatch(/no rows|All .* missing/);
  });
});

describe('large columns', () => {
  test('are estimated and say so', async () => {
    const profile = await profileOf('i % 5000', 'range(20000) t(i)', { exactRows: 1000 });
    expect(profile.distinct.exact).toBe(false);
    expect(Math.abs(profile.distinct.value - 5000)).toBeLessThan(750);
    expect(profile.quantiles?.exact).toBe(false);
    expect(describeProfile(profile, english)).toContain('about half');
  });

  test('many columns are profiled in order, each told as soon as it is there', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `i + ${index} AS "n${index}"`);
    const told: number[] = [];
    const found = await profiles(`SELECT ${names.join(', ')} FROM range(10) t(i)`, {
      brief: true,
      onProfile: (profile, index) => told.push(Number(profile.info.name.slice(1)) - index),
    });
    expect(told).toEqual(names.map(() => 0));
    expect(found.n59?.range).toEqual({ low: '59', high: '68' });
  });

  test('can be cancelled', async () => {
    const source = createCancelSource();
    const profiling = profileOf('hash(i)', 'range(1000000000) t(i)', { signal: source.signal });
    setTimeout(() => {
      source.cancel();
    }, 50);
    await expect(profiling).rejects.toMatchObject({ code: 'cancelled' });
    expect(await scalar(session, 'SELECT 1')).toBe(1);
  });
});
