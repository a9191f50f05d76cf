import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOf, count, type Fixture, openFixture, readRows, run, temporaryDatabase } from './workspace-fixture.ts';

const database = temporaryDatabase();
let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture(database.path);
});
afterAll(async () => {
  await fixture.close();
  database.remove();
});

const digest = (relation: string) =>
  `SELECT count(*), sum(id), sum(version), bit_xor(hash(id, version, tags)) FROM ${relation}`;
const now = async (table: string) => readRows(fixture.session, digest(table));
const then = async (table: string, snapshot: number) =>
  readRows(fixture.session, digest(`(${(await fixture.session.travel([table], asOf(snapshot))).text})`));
const inMetadata = (query: string) => count(fixture.engineSession, query);

describe('a table of many row groups', () => {
  test('keeps every snapshot while the engine renumbers and moves rows', async () => {
    const states = new Map<number, string[]>();
    const write = async (statement: string) => {
      const { snapshot } = await run(fixture.session, statement);
      states.set(snapshot ?? 0, await now('events'));
    };
    const rows = (from: number, to: number) =>
      `SELECT range AS id, 0 AS version, [range % 3] AS tags FROM range(${from}, ${to})`;
    await write(`CREATE TABLE events AS ${rows(0, 400_000)}`);
    await write(`INSERT INTO events ${rows(400_000, 700_000)}`);
    await write('DELETE FROM events WHERE id BETWEEN 100000 AND 350000');
    await write('UPDATE events SET version = 1 WHERE id BETWEEN 50000 AND 120000 OR id % 50000 = 1');
    await write(`INSERT INTO events ${rows(700_000, 700_010)}`);
    await write('UPDATE events SET tags = [7], version = 2 WHERE id % 1000 = 3');
    await write('DELETE FROM events WHERE id BETWEEN 390000 AND 640000 AND id % 7 <> 0');
    await write('DELETE FROM events WHERE id < 60000');
    await write(
      'MERGE INTO events USING (SELECT range * 100 AS k FROM range(8000)) ON id = k WHEN MATCHED THEN DELETE',
    );
    await fixture.close();
    fixture = await openFixture(database.path, Date.UTC(2024, 2));
    expect(fixture.workspace.drift).toEqual([]);
    await write('UPDATE events SET version = 9 WHERE id % 11 = 0');
    await write('DELETE FROM events WHERE id % 2 = 0');
    for (const [snapshot, state] of states) expect(await then('events', snapshot)).toEqual(state);
  });

  test('tells births apart after deletes and moves', async () => {
    await run(
      fixture.session,
      'CREATE TABLE steps AS SELECT range AS id, 0 AS version, [1] AS tags FROM range(300000)',
    );
    const { snapshot: second = 0 } = await run(
      fixture.session,
      'INSERT INTO steps SELECT range + 300000, 0, [1] FROM range(10)',
    );
    await run(fixture.session, 'DELETE FROM steps WHERE id BETWEEN 5 AND 200000');
    await run(fixture.session, 'UPDATE steps SET version = 1 WHERE id IN (2, 250000, 300005)');
    const written = await fixture.session.travel(['steps'], { kind: 'between', after: second - 1, upTo: second });
    const since = await fixture.session.travel(['steps'], { kind: 'between', after: second, upTo: 'tail' });
    const ids = (query: string) => readRows(fixture.session, `SELECT id FROM (${query}) ORDER BY id`);
    expect(await ids(written.text)).toEqual(Array.from({ length: 10 }, (_, index) => `[${300000 + index}]`));
    expect(await ids(since.text)).toEqual(['[2]', '[250000]', '[300005]']);
  });
});

describe('what a write stores', () => {
  test('ten deleted rows of a million are ten rows of history and a few segments', async () => {
    await run(
      fixture.session,
      'CREATE TABLE million AS SELECT range AS id, md5(range::VARCHAR) AS "text" FROM range(1000000)',
    );
    const { id } = fixture.workspace.datasets.find(({ name }) => name === 'million') ?? {};
    const generation = await inMetadata(
      `SELECT max(generation_id) FROM _stillhouse.generation WHERE dataset_id = ${id}`,
    );
    const segments = () => inMetadata(`SELECT count(*) FROM _stillhouse.segment WHERE generation_id = ${generation}`);

    await run(fixture.session, "INSERT INTO million VALUES (1000000, 'x')");
    expect(await segments()).toBe(0);
    const outcome = await run(fixture.session, 'DELETE FROM million WHERE id % 100000 = 5');
    expect(outcome.rowsAffected).toBe(10);
    expect(await inMetadata(`SELECT count(*) FROM _stillhouse.history_${generation}`)).toBe(10);
    expect(await segments()).toBe(2);
    await run(fixture.session, 'UPDATE million SET "text" = \'y\' WHERE id = 500000');
    expect(await segments()).toBe(4);
    await run(fixture.session, "INSERT INTO million VALUES (1000001, 'x')");
    expect(await segments()).toBe(4);
  });

  test('a merge stores only the rows it changed', async () => {
    const generation = await inMetadata('SELECT max(generation_id) FROM _stillhouse.generation');
    const before = await inMetadata(`SELECT count(*) FROM _stillhouse.history_${generation}`);
    const outcome = await run(
      fixture.session,
      `MERGE INTO million USING (SELECT range * 7 AS k FROM range(5)) ON id = k
       WHEN MATCHED THEN UPDATE SET "text" = 'merged'`,
    );
    expect(outcome).toMatchObject({ rowsAffected: 5, kind: 'write' });
    expect(await inMetadata(`SELECT count(*) FROM _stillhouse.history_${generation}`)).toBe(before + 5);
  });

  test('reading an early snapshot of a table that only grew leaves later row groups alone', async () => {
    const { snapshot = 0 } = await run(
      fixture.session,
      'CREATE TABLE grown AS SELECT range AS id, md5(range::VARCHAR) AS "text" FROM range(200000)',
    );
    await run(fixture.session, 'INSERT INTO grown SELECT range, md5(range::VARCHAR) FROM range(800000)');
    const { text } = await fixture.session.travel(['grown'], asOf(snapshot));
    const [plan = ''] = await readRows(fixture.session, `EXPLAIN ANALYZE SELECT max("text") FROM (${text})`);
    const scanned = [...plan.matchAll(/TABLE_SCAN.*?([\d,]+) rows/gs)].map((match) =>
      Number(match[1]?.replaceAll(',', '')),
    );
    expect(Math.max(...scanned)).toBe(200_000);
  });
});

describe('a large table that is replaced or dropped', () => {
  const hidden = () =>
    inMetadata("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'main' AND table_name LIKE '~%'");

  test('is put aside whole, and its successor may read it', async () => {
    const { snapshot: first = 0 } = await run(
      fixture.session,
      'CREATE TABLE big AS SELECT range AS id, 0 AS version, [1] AS tags FROM range(150000)',
    );
    const before = await now('big');
    const outcome = await run(
      fixture.session,
      'CREATE OR REPLACE TABLE big AS SELECT id, version + 1 AS version, tags FROM big WHERE id % 2 = 0',
    );
    expect(outcome).toMatchObject({ rowsAffected: 75_000, dataset: { name: 'big' } });
    expect(await hidden()).toBe(1);
    expect(await now('big')).toEqual(['[75000,5624925000,75000,' + (await hashOf('big')) + ']']);
    expect(await then('big', first)).toEqual(before);
    expect(fixture.workspace.datasets.map(({ name }) => name)).not.toContainEqual(expect.stringMatching(/^~/));
  });

  const hashOf = async (table: string) =>
    (await readRows(fixture.session, `SELECT bit_xor(hash(id, version, tags)) FROM ${table}`))[0]?.slice(1, -1) ?? '';

  test('SHOW TABLES does not show what was put aside', async () => {
    expect(await hidden()).toBeGreaterThan(0);
    expect(await readRows(fixture.session, 'SHOW TABLES')).toContain('["big"]');
    expect((await readRows(fixture.session, 'SHOW TABLES')).join()).not.toContain('~');
    expect((await readRows(fixture.session, 'show all tables;')).join()).not.toMatch(/~|_stillhouse/);
  });

  test('TRUNCATE keeps constraints, defaults and comments', async () => {
    await run(fixture.session, 'CREATE TABLE strict (id INTEGER PRIMARY KEY, n INTEGER DEFAULT 5 CHECK (n > 0))');
    await run(fixture.session, "COMMENT ON TABLE strict IS 'it''s strict'");
    await run(fixture.session, 'INSERT INTO strict SELECT range, 1 FROM range(120000)');
    const before = await readRows(fixture.session, 'FROM strict ORDER BY id');
    const full = (await fixture.workspace.history('strict')).at(-1)?.id ?? 0;
    const outcome = await run(fixture.session, 'TRUNCATE strict');
    expect(outcome.rowsAffected).toBe(120_000);
    await run(fixture.session, 'INSERT INTO strict (id) VALUES (1)');
    expect(await readRows(fixture.session, 'FROM strict')).toEqual(['[1,5]']);
    await expect(run(fixture.session, 'INSERT INTO strict VALUES (1, 1)')).rejects.toMatchObject({ code: 'sql-value' });
    await expect(run(fixture.session, 'INSERT INTO strict VALUES (2, 0)')).rejects.toMatchObject({ code: 'sql-value' });
    expect(await readRows(fixture.session, "SELECT comment FROM duckdb_tables() WHERE table_name = 'strict'")).toEqual([
      '["it\'s strict"]',
    ]);
    await fixture.workspace.restore('strict', full);
    expect(await readRows(fixture.session, 'FROM strict ORDER BY id')).toEqual(before);
    await expect(run(fixture.session, 'INSERT INTO strict VALUES (1, 1)')).rejects.toMatchObject({ code: 'sql-value' });
  });

  test('an indexed table is buried instead, and comes back with its key', async () => {
    await run(
      fixture.session,
      'CREATE TABLE indexed AS SELECT range AS id, 0 AS version, [1] AS tags FROM range(110000)',
    );
    await run(fixture.session, 'CREATE INDEX by_id ON indexed (id)');
    const before = await now('indexed');
    const tables = await hidden();
    await run(fixture.session, 'DROP TABLE indexed');
    expect(await hidden()).toBe(tables);
    const [dropped] = fixture.workspace.dropped;
    if (dropped === undefined) throw new Error('nothing was dropped');
    await fixture.workspace.undrop(dropped);
    expect(await now('indexed')).toEqual(before);
  });

  test('a dropped one comes back by its old name with all its history', async () => {
    const before = await now('big');
    const history = await fixture.workspace.history('big');
    await run(fixture.session, 'DROP TABLE big');
    await expect(readRows(fixture.session, 'FROM big')).rejects.toMatchObject({ code: 'sql-name' });
    await run(fixture.session, 'CREATE TABLE big (other INTEGER)');
    const [dropped] = fixture.workspace.dropped;
    if (dropped === undefined) throw new Error('nothing was dropped');
    await expect(fixture.workspace.undrop(dropped)).rejects.toMatchObject({ code: 'input-invalid' });
    await fixture.workspace.undrop(dropped, 'big again');
    expect(await now('"big again"')).toEqual(before);
    expect(await then('big again', history[0]?.id ?? 0)).toHaveLength(1);
    expect(await readRows(fixture.session, 'FROM big')).toEqual([]);
  });
});
