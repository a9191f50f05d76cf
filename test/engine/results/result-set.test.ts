import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';
import { rows, scalar } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { textAt } from '../../../src/engine/text.ts';
import { openResult, type ResultLimits, type ResultSet } from '../../../src/results/result-set.ts';
import { createResultSpace, type ResultSpace } from '../../../src/results/result-space.ts';

let engine: Engine;
let session: Session;
let space: ResultSpace;
const small: Partial<ResultLimits> = { maxRows: 3000 };

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
  space = createResultSpace(engine);
});
afterAll(() => engine.close());

const open = (sql: string, limits: Partial<ResultLimits> = {}) => openResult(space, session.query(sql), limits);

async function scratchTables(): Promise<number> {
  return Number(await scalar(session, "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'scratch'"));
}

/** A cell's text, loaded first when it has to be. */
async function text(result: ResultSet, row: number, column: number): Promise<string | null> {
  const before = result.state().error;
  for (;;) {
    const place = result.cell(row, column);
    if (place !== undefined) return textAt(place.column, place.row);
    const changed = new Promise<void>((resolve) => {
      const stop = result.subscribe(() => {
        stop();
        resolve();
      });
    });
    result.ensure({ startRow: row, endRow: row + 1, columns: [column] });
    await changed;
    const { error } = result.state();
    if (error !== undefined && error !== before) throw error;
  }
}

async function allTexts(result: ResultSet, range = {}): Promise<(string | null)[][]> {
  const found: (string | null)[][] = [];
  for await (const batch of result.batches(range)) {
    for (let row = 0; row < batch.rowCount; row++) found.push(batch.columns.map((column) => textAt(column, row)));
  }
  return found;
}

describe('a result that fits in memory', () => {
  test('has its columns, rows and cells, and makes no table', async () => {
    const result = await open("SELECT 1 AS a, 'x' AS a, NULL AS c UNION ALL SELECT 2, '', NULL ORDER BY 1");
    const state = await result.settled;
    expect(state).toEqual({ rowCount: 2, phase: 'complete' });
    expect(result.columns.map((column) => column.name)).toEqual(['a', 'a', 'c']);
    expect(await allTexts(result)).toEqual([
      ['1', 'x', null],
      ['2', '', null],
    ]);
    expect(result.cell(2, 0)).toBeUndefined();
    expect(await scratchTables()).toBe(0);
    await result.close();
    expect(result.state().phase).toBe('closed');
  });

  test('shows rows while more come', async () => {
    const result = await open('SELECT range FROM range(400000)');
    const counts: number[] = [];
    result.subscribe(() => counts.push(result.state().rowCount));
    await result.settled;
    expect(counts.length).toBeGreaterThan(2);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(result.state().rowCount).toBe(400_000);
    await result.close();
  });

  test('becomes a table when asked, once, and close drops it', async () => {
    const result = await open('SELECT range AS i, range % 3 = 0 AS b FROM range(100000)');
    const [first, second] = await Promise.all([result.materialize(), result.materialize()]);
    expect(first.table).toBe(second.table);
    expect(
      await rows(
        session,
        `SELECT count(*) AS n, min(rowid) AS low, max(rowid) AS high, sum(c0) AS total, count_if(c1) AS b, count_if(c0 <> rowid) AS moved FROM ${first.relation.text}`,
      ),
    ).toEqual([{ n: 100_000n, low: 0n, high: 99_999n, total: '4999950000', b: '33334', moved: '0' }]);
    await result.close();
    expect(await scratchTables()).toBe(0);
  });

  test('an empty result has columns and can be stored', async () => {
    const result = await open("SELECT 1 AS a, 'x' AS b WHERE false");
    const stored = await result.materialize();
    expect(result.state().rowCount).toBe(0);
    expect(await scalar(session, `SELECT count(*) FROM ${stored.relation.text}`)).toBe(0n);
    await result.close();
  });
});

describe('a result beyond the cap', () => {
  test('goes on in a table whose rowid is the row', async () => {
    const result = await open("SELECT range AS i, 'r' || range AS t FROM range(50000)", small);
    expect(await result.settled).toEqual({ rowCount: 50_000, phase: 'complete' });
    for (const row of [0, 2999, 3000, 8191, 8192, 49_999]) {
      expect(await text(result, row, 0)).toBe(String(row));
      expect(await text(result, row, 1)).toBe(`r${row}`);
    }
    const { relation } = await result.materialize();
    expect(await scalar(session, `SELECT count_if(c0 <> rowid) FROM ${relation.text}`)).toBe('0');
    expect(await scratchTables()).toBe(1);
    await result.close();
    expect(await scratchTables()).toBe(0);
  });

  test('is read in order across the border between memory and table', async () => {
    const result = await open('SELECT range AS i FROM range(20000)', small);
    await result.settled;
    const found = await allTexts(result, { start: 2000, end: 12_345 });
    expect(found.length).toBe(10_345);
    expect(found.every(([value], index) => value === String(index + 2000))).toBe(true);
    await result.close();
  });

  test('the cap in bytes counts too', async () => {
    const result = await open("SELECT repeat('x', 10000) AS t FROM range(20000)", { maxBytes: 1 << 20 });
    await result.settled;
    expect(await scratchTables()).toBe(1);
    expect((await text(result, 19_999, 0))?.length).toBe(10_000);
    await result.close();
  });

  test.each([
    ["{'a': range, 'b': [range, NULL]}", '{"a":12345,"b":[12345,null]}'],
    ["MAP {'k' || range: range}", '{"k12345":12345}'],
    ['[range, range + 1]', '[12345,12346]'],
    ['array_value(range, 0)', '[12345,0]'],
    ['union_value(n := range)', '12345'],
    ['170141183460469231731687303715884105727::HUGEINT - range', '170141183460469231731687303715884093382'],
    ['(range / 8)::DECIMAL(18,3)', '1543.125'],
    ["('00000000-0000-0000-0000-' || lpad(range::VARCHAR, 12, '0'))::UUID", '00000000-0000-0000-0000-000000012345'],
    ["CASE WHEN range % 2 = 1 THEN 'b' ELSE 'a' END::ENUM('a', 'b')", 'b'],
    ["{'e': CASE WHEN range % 2 = 1 THEN 'b' ELSE 'a' END::ENUM('a', 'b')}", '{"e":"b"}'],
    ['INTERVAL (range) SECOND', '03:25:45'],
    ['[{i: INTERVAL (range) DAY}]', '[{"i":"12345 days"}]'],
    [
      "TIMESTAMPTZ '2024-01-01 00:00:00+00' + INTERVAL (range) SECOND".replace('TIMESTAMPTZ', 'TIMESTAMP'),
      '2024-01-01 03:25:45',
    ],
    ["(TIMESTAMP '2024-01-01' + INTERVAL (range) SECOND)::TIMESTAMPTZ", '2024-01-01 03:25:45+00'],
    ["('a' || chr(0) || range)::BLOB", 'a\\x0012345'],
    ['range::UHUGEINT', '12345'],
    ['NULL', null],
    ['CASE WHEN range = 12345 THEN NULL ELSE range::DOUBLE END', null],
    ['range::BIT', '0000000000000000000000000000000000000000000000000011000000111001'],
  ])('keeps %s exactly in memory and in the table', async (expression, expected) => {
    const result = await open(`SELECT ${expression} AS v, ${expression} AS v FROM range(12346) t(range)`, small);
    expect((await result.settled).error).toBeUndefined();
    expect(await text(result, 12_345, 1)).toBe(expected);
    const first = await text(result, 1, 0);
    const { relation } = await result.materialize();
    const again = await open(`SELECT c0, c1 FROM ${relation.text} LIMIT 2`);
    expect(await text(again, 1, 0)).toBe(first);
    expect(result.columns[0]?.type).toEqual(again.columns[0]?.type);
    await again.close();
    await result.close();
  });
});

describe('failing, cancelling, closing', () => {
  test('a statement that fails at once rejects', async () => {
    await expect(open('SELECT nothing FROM nowhere')).rejects.toMatchObject({ code: 'sql-name' });
  });

  test('an error in mid-stream keeps the rows so far readable', async () => {
    const failing =
      "SELECT CASE WHEN range = 900000 THEN 'oops' ELSE range::VARCHAR END::BIGINT AS v FROM range(1000000)";
    const result = await open(failing);
    const state = await result.settled;
    expect(state.phase).toBe('failed');
    expect(state.error).toMatchObject({ code: 'sql-value', message: expect.stringContaining('oops') as string });
    expect(state.rowCount).toBeGreaterThan(0);
    expect(state.rowCount).toBeLessThanOrEqual(900_000);
    expect(await text(result, state.rowCount - 1, 0)).toBe(String(state.rowCount - 1));
    await result.close();
  });

  test('an error while the rest goes into the table keeps every row that arrived', async () => {
    const failing =
      "SELECT CASE WHEN range = 900000 THEN 'oops' ELSE range::VARCHAR END::BIGINT AS v FROM range(1000000)";
    const result = await open(failing, small);
    const state = await result.settled;
    expect(state.phase).toBe('failed');
    expect(state.rowCount).toBeGreaterThan(3000);
    expect(await text(result, state.rowCount - 1, 0)).toBe(String(state.rowCount - 1));
    const { relation } = await result.materialize();
    expect(await scalar(session, `SELECT count(*) FROM ${relation.text}`)).toBe(BigInt(state.rowCount));
    await result.close();
    expect(await scratchTables()).toBe(0);
  });

  test.each([{}, small])(
    'cancelled with %o, it stops, stays readable and leaves nothing behind when closed',
    async (limits) => {
      const result = await open('SELECT range AS v FROM range(10000000000)', limits);
      const enough = new Promise<void>((resolve) => {
        const stop = result.subscribe(() => {
          if (result.state().rowCount < 5000) return;
          stop();
          resolve();
        });
      });
      await enough;
      await result.cancel();
      const { rowCount, phase } = result.state();
      expect(phase).toBe('cancelled');
      expect(await text(result, rowCount - 1, 0)).toBe(String(rowCount - 1));
      expect(await scalar(session, 'SELECT 1')).toBe(1);
      await result.close();
      expect(await scratchTables()).toBe(0);
    },
  );

  test('closing while it fills the table drops the table', async () => {
    const result = await open('SELECT range AS v FROM range(10000000000)', small);
    await new Promise<void>((resolve) => {
      const stop = result.subscribe(() => {
        if (result.state().rowCount < 10_000) return;
        stop();
        resolve();
      });
    });
    await result.close();
    expect(await scratchTables()).toBe(0);
    await expect(result.materialize()).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('waiting for the table of a running result can be given up', async () => {
    const result = await open('SELECT range AS v FROM range(10000000000)', small);
    const source = createCancelSource();
    const waiting = result.materialize(source.signal);
    source.cancel();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    await result.close();
    expect(await scratchTables()).toBe(0);
  });
});
