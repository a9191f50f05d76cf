import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../electron/node/engine.ts';
import { createCancelSource } from '../../src/core/cancel.ts';
import { collect, rows, scalar } from '../../src/engine/collect.ts';
import type { Engine, Session } from '../../src/engine/engine.ts';
import { textAt } from '../../src/engine/text.ts';

let engine: Engine;
let session: Session;
const endless = 'SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range % 7 = b.range % 3';

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
});
afterAll(() => engine.close());

describe('a session', () => {
  test('streams: the first rows come before the rest is computed', async () => {
    const query = session.query('SELECT range FROM range(1000000000)');
    const first = await query.next();
    expect(first?.rowCount).toBeGreaterThan(0);
    await query.close();
    expect(await scalar(session, 'SELECT 1')).toBe(1);
  });

  test('runs statements one after the other, in the order given', async () => {
    const results = await Promise.all([
      session.exec('CREATE TABLE ordered (i INTEGER)'),
      session.exec('INSERT INTO ordered SELECT range FROM range(5)'),
      scalar(session, 'SELECT count(*) FROM ordered'),
    ]);
    expect(results).toEqual([0, 5, 5n]);
  });

  test('is cancelled by its signal and can be used again', async () => {
    const source = createCancelSource();
    const running = collect(session, endless, { signal: source.signal });
    setTimeout(() => {
      source.cancel();
    }, 100);
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(await scalar(session, 'SELECT 2')).toBe(2);
  });

  test('is cancelled while a result is being read', async () => {
    const query = session.query('SELECT range FROM range(1000000000)');
    await query.next();
    await query.close();
    await expect(query.next()).rejects.toMatchObject({ code: 'cancelled' });
    expect(await scalar(session, 'SELECT 3')).toBe(3);
  });

  test('a statement cancelled before its turn never starts', async () => {
    const source = createCancelSource();
    const first = session.query(endless);
    const second = session.exec('CREATE TABLE never AS SELECT 1', { signal: source.signal });
    source.cancel();
    await first.close();
    await expect(first.columns).rejects.toMatchObject({ code: 'cancelled' });
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    await expect(scalar(session, 'SELECT count(*) FROM never')).rejects.toMatchObject({ code: 'sql-name' });
  });

  test('does not hold up another session', async () => {
    const other = await engine.openSession();
    const running = session.query(endless);
    expect(await scalar(other, 'SELECT 42')).toBe(42);
    await running.close();
    await running.columns.catch(() => undefined);
    await other.close();
  });

  test('reports progress between 0 and 1', async () => {
    const seen: number[] = [];
    await collect(session, 'SELECT sum(hash(a.range + b.range)) FROM range(8000) a, range(8000) b', {
      onProgress: (fraction) => seen.push(fraction),
    });
    await collect(session, 'CREATE OR REPLACE TABLE many AS SELECT range AS i FROM range(3000000)');
    await collect(session, 'SELECT count(DISTINCT hash(i)), median(i) FROM many', {
      onProgress: (fraction) => seen.push(fraction),
    });
    expect(seen.length).toBeGreaterThan(0);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...seen)).toBeLessThanOrEqual(1);
  });
});

describe('errors', () => {
  test('a table that is not there, with one that may be meant', async () => {
    await session.exec('CREATE TABLE customers AS SELECT 1 AS id');
    await expect(collect(session, 'SELECT * FROM custmers')).rejects.toMatchObject({
      code: 'sql-name',
      message: 'There is no table "custmers". Did you mean "customers"?',
      range: { start: 14, end: 22 },
    });
  });

  test.each([
    ['SELEC 1', 'sql-syntax', 'The statement cannot be understood at "SELEC".', [0, 5]],
    ['SELECT\n  nope FROM range(3)', 'sql-name', 'There is no column "nope" here. Did you mean "range"?', [9, 13]],
    ["SELECT CAST('abc' AS INTEGER)", 'sql-value', '"abc" cannot be read as INTEGER.', [7, 11]],
    ['SELECT foo(1)', 'sql-name', 'There is no function "foo". Did you mean "floor"?', [7, 10]],
    ["SELECT 'é😀', nope", 'sql-name', 'There is no column "nope" here.', [14, 18]],
    ["SELECT 'é😀',, nope", 'sql-syntax', 'The statement cannot be understood at ",".', [13, 14]],
    ['COMMIT', 'transaction', 'There is nothing to commit: no transaction is open.', undefined],
    ["SELECT json_extract('{}', '$')", 'capability', 'JSON functions are not part of the offline engine.', undefined],
    [
      "SELECT now() AT TIME ZONE 'UTC'",
      'capability',
      'Time zones and locale-aware sorting are not part of the offline engine.',
      undefined,
    ],
    [
      "SELECT * FROM read_parquet('x.parquet')",
      'capability',
      'SQL cannot read or write Parquet files directly here.',
      undefined,
    ],
    [
      "SELECT * FROM 'https://example.com/a.csv'",
      'capability',
      'Stillhouse works offline: SQL does not read from the network.',
      undefined,
    ],
    [
      "SELECT * FROM read_csv('/etc/passwd')",
      'capability',
      'SQL cannot open "/etc/passwd": only files that you chose exist here.',
      [14, 22],
    ],
    [
      "COPY (SELECT 1) TO '/tmp/x.csv'",
      'capability',
      'SQL cannot open "/tmp/x.csv": only files that you chose exist here.',
      undefined,
    ],
    [
      "SET memory_limit = '9GB'",
      'capability',
      'The setting "memory_limit" is fixed, so that every query runs under the same safe rules.',
      undefined,
    ],
  ] as const)('%s', async (statement, code, message, range) => {
    const failure = collect(session, statement);
    await expect(failure).rejects.toMatchObject({
      code,
      message,
      range: range && { start: range[0], end: range[1] },
    });
    expect(await scalar(session, 'SELECT 1')).toBe(1);
  });

  test('running out of memory leaves the engine and its tables alive', async () => {
    await session.exec('CREATE OR REPLACE TABLE kept AS SELECT 7 AS i');
    const failure = collect(session, "SELECT length(string_agg(repeat('x', 1000000), '')) FROM range(6000)");
    await expect(failure).rejects.toMatchObject({ code: 'out-of-memory' });
    expect(await scalar(session, 'SELECT i FROM kept')).toBe(7);
  });
});

describe('spooling', () => {
  test('the rest of a result goes into a scratch table, row for row', async () => {
    const query = session.query(
      "SELECT range AS i, 'x' || range AS t, [range] AS l, MAP {'k': range} AS m FROM range(300000)",
    );
    const first = await query.next();
    const batches = [first, ...(await query.buffered())].filter((batch) => batch !== undefined);
    const held = batches.reduce((sum, batch) => sum + batch.rowCount, 0);
    const other = await engine.openSession();
    await other.exec('CREATE TABLE scratch.spooled (i BIGINT, t VARCHAR, l BIGINT[], m MAP(VARCHAR, BIGINT))');
    const seen: number[] = [];
    const spooled = await query.spool('spooled', (rows) => seen.push(rows));
    await query.close();
    expect(held + spooled).toBe(300_000);
    expect(seen.at(-1)).toBe(spooled);
    const check =
      'SELECT count(*) AS n, min(i) AS first, bool_and(i = rowid + first_value) AS in_order FROM scratch.spooled';
    const [row] = await rows(session, `SELECT * FROM (${check.replace('first_value', String(held))})`);
    expect(row).toEqual({ n: BigInt(spooled), first: BigInt(held), in_order: true });
  });

  test('a batch that is given up is moved where its memory is its own, and copied where it is a part', async () => {
    const integer = { kind: 'integer', bits: 32, signed: true } as const;
    const [own, shared] = [Int32Array.of(1, 2, 3), Int32Array.of(9, 4, 5, 6, 9)];
    const validity = Uint8Array.of(0b101);
    const columns = [
      { type: integer, length: 3, values: own },
      { type: integer, length: 3, values: own, validity },
      { type: integer, length: 3, values: shared.subarray(1, 4) },
    ];
    await session.append(['given'], ['a', 'b', 'c'], { rowCount: 3, columns }, { create: true, transfer: true });
    expect([own.length, validity.length, shared.length]).toEqual([0, 0, 5]);
    expect(await rows(session, 'FROM given')).toEqual([
      { a: 1, b: 1, c: 4 },
      { a: 2, b: null, c: 5 },
      { a: 3, b: 3, c: 6 },
    ]);
  });

  test('every kind of held batch can be appended again', async () => {
    const sql = `SELECT 1::HUGEINT AS h, 1.5::DECIMAL(18,2) AS d, DATE '2024-01-02' AS day, TIMESTAMP '2024-01-02 03:04:05.678' AS ts,
      TIMESTAMPTZ '2024-01-02 03:04:05+00' AS tz, TIME '03:04:05' AS t, INTERVAL '3 days' AS i, 'b'::BLOB AS b, MAP {'a': [1]} AS m,
      array_value(1, 2) AS a, {'x': [NULL, 'y']} AS s, true AS f, NULL::INTEGER AS n, uuid() AS u`;
    const { columns, batches } = await collect(session, sql);
    for (const batch of batches) {
      await session.append(
        ['again'],
        columns.map((column) => column.name),
        batch,
        { create: true },
      );
    }
    const again = await collect(session, 'SELECT * FROM again');
    const shown = (result: typeof again) => result.batches[0]?.columns.map((column) => textAt(column, 0));
    expect(shown(again)).toEqual(shown({ columns, batches, rowCount: 1 }));
  });
});
