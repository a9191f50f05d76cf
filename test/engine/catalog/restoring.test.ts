import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOf, contents, count, type Fixture, openFixture, readRows, run, travelled } from './workspace-fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());

const write = async (statement: string) => (await run(fixture.session, statement)).snapshot ?? 0;
const latest = async (table: string) => (await fixture.workspace.history(table)).at(-1);

describe('restore', () => {
  test('brings rows back by changing only what differs, and can be undone itself', async () => {
    await write('CREATE TABLE a (id INTEGER PRIMARY KEY, v VARCHAR, twice INTEGER GENERATED ALWAYS AS (id * 2))');
    const filled = await write("INSERT INTO a SELECT range, 'first' FROM range(1000)");
    const before = await contents(fixture.session, 'FROM a');
    await write('DELETE FROM a WHERE id < 3');
    await write("UPDATE a SET v = 'second' WHERE id = 7");
    const changed = await write("INSERT INTO a VALUES (5000, 'new')");
    const after = await contents(fixture.session, 'FROM a');
    await fixture.workspace.restore('a', filled);
    expect(await contents(fixture.session, 'FROM a')).toEqual(before);
    expect(await latest('a')).toMatchObject({ operation: 'restore', rowsAdded: 4, rowsRemoved: 2, rowCount: 1000 });
    await expect(run(fixture.session, "INSERT INTO a VALUES (7, 'x')")).rejects.toMatchObject({ code: 'sql-value' });
    await fixture.workspace.restore('a', changed);
    expect(await contents(fixture.session, 'FROM a')).toEqual(after);
    expect(await travelled(fixture.session, ['a'], asOf(filled))).toEqual(before);
    expect(await fixture.workspace.restore('a', (await latest('a'))?.id ?? 0)).toEqual({ snapshots: [] });
  });

  test('brings columns back', async () => {
    const created = await write('CREATE TABLE b AS SELECT range AS i, range::VARCHAR AS "text" FROM range(10)');
    const before = await contents(fixture.session, 'FROM b');
    await write('ALTER TABLE b ADD COLUMN more INTEGER');
    await write('ALTER TABLE b DROP COLUMN "text"');
    await write('UPDATE b SET more = i');
    await fixture.workspace.restore('b', created);
    expect(await contents(fixture.session, 'FROM b')).toEqual(before);
    expect(fixture.workspace.datasets.find(({ name }) => name === 'b')?.columns.map(({ name }) => name)).toEqual([
      'i',
      'text',
    ]);
  });

  test('keeps the constraints of a table that was replaced', async () => {
    await write('CREATE TABLE c (id INTEGER PRIMARY KEY, n INTEGER DEFAULT 3)');
    const filled = await write('INSERT INTO c (id) VALUES (1), (2)');
    await write('CREATE OR REPLACE TABLE c AS SELECT 1 AS other');
    await fixture.workspace.restore('c', filled);
    await expect(run(fixture.session, 'INSERT INTO c (id) VALUES (1)')).rejects.toMatchObject({ code: 'sql-value' });
    await write('INSERT INTO c (id) VALUES (9)');
    expect(await readRows(fixture.session, 'FROM c ORDER BY id')).toEqual(['[1,3]', '[2,3]', '[9,3]']);
  });

  test('a dropped table comes back with its comments, and a table whose schema is gone with its schema', async () => {
    await write('CREATE SCHEMA side');
    await write('CREATE TABLE side.d (i INTEGER CHECK (i > 0))');
    await write("COMMENT ON COLUMN side.d.i IS 'positive'");
    await write('INSERT INTO side.d VALUES (1), (2)');
    await write('CREATE TABLE side.big AS SELECT range AS i FROM range(120000)');
    const replaced = await write('CREATE OR REPLACE TABLE side.big AS SELECT 5 AS i');
    const outcome = await run(fixture.session, 'DROP SCHEMA side CASCADE');
    expect(outcome.snapshot).toBeGreaterThan(replaced);
    expect(fixture.workspace.dropped.map(({ name }) => name).sort()).toEqual(['big', 'd']);
    for (const dropped of fixture.workspace.dropped) await fixture.workspace.undrop(dropped);
    expect(await readRows(fixture.session, 'FROM side.d')).toEqual(['[1]', '[2]']);
    await expect(run(fixture.session, 'INSERT INTO side.d VALUES (0)')).rejects.toMatchObject({ code: 'sql-value' });
    expect(await readRows(fixture.session, "SELECT comment FROM duckdb_columns() WHERE table_name = 'd'")).toEqual([
      '["positive"]',
    ]);
    expect(await travelled(fixture.session, ['side', 'big'], asOf(replaced - 1))).toHaveLength(120_001);
  });

  test('of a snapshot that never was names the latest', async () => {
    await expect(fixture.workspace.restore('a', 99_999)).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(fixture.workspace.restore('nowhere', 1)).rejects.toMatchObject({ code: 'input-invalid' });
    const { id = 0 } = (await fixture.workspace.history('b'))[0] ?? {};
    await expect(fixture.workspace.restore('b', id - 1)).rejects.toMatchObject({
      message: `"b" did not exist yet at snapshot ${id - 1}.`,
      remedy: `The earliest snapshot available is ${id}.`,
    });
  });
});

describe('expiry', () => {
  test('removes what no later state needs and names the earliest one left', async () => {
    const other = await openFixture();
    const put = async (statement: string) => (await run(other.session, statement)).snapshot ?? 0;
    try {
      await put('CREATE TABLE e AS SELECT range AS i FROM range(100)');
      await put('DELETE FROM e WHERE i < 10');
      await put('CREATE TABLE big AS SELECT range AS i FROM range(120000)');
      await put('CREATE OR REPLACE TABLE big AS SELECT 1 AS i');
      await put('CREATE TABLE gone AS SELECT 1 AS i');
      await put('DROP TABLE gone');
      const kept = await put('DELETE FROM e WHERE i < 20');
      const state = await contents(other.session, 'FROM e');
      const border = new Date(other.clock.time + 1);
      await put('DELETE FROM e WHERE i < 30');
      await put('DROP TABLE big');
      const last = await contents(other.session, 'FROM e');

      expect(await other.workspace.expireHistory({ before: border })).toEqual({
        rows: 10 + 10 + 120_000 + 1,
        tables: 1,
      });
      expect(await travelled(other.session, ['e'], asOf(kept))).toEqual(state);
      expect(await contents(other.session, 'FROM e')).toEqual(last);
      await expect(other.session.travel(['e'], asOf(1))).rejects.toMatchObject({
        code: 'input-invalid',
        message: 'Snapshot 1 of "e" has expired.',
        remedy: `The earliest snapshot available is ${kept}.`,
      });
      expect(await other.workspace.history('e')).toMatchObject([
        { available: false },
        { available: false },
        { available: true },
        { available: true },
      ]);
      expect(other.workspace.dropped.map(({ name }) => name)).toEqual(['big']);
      const since = await travelled(other.session, ['e'], { kind: 'between', after: 0, upTo: 'tail' });
      expect(since).toEqual(last);
      const [dropped] = other.workspace.dropped;
      if (dropped !== undefined) await other.workspace.undrop(dropped);
      expect(await readRows(other.session, 'FROM big')).toEqual(['[1]']);
      expect(await put('INSERT INTO e VALUES (1000)')).toBeGreaterThan(kept);
    } finally {
      await other.close();
    }
  });

  test('before everything removes nothing', async () => {
    const history = await count(fixture.engineSession, 'SELECT count(*) FROM _stillhouse.snapshot');
    expect(await fixture.workspace.expireHistory({ before: new Date(0) })).toEqual({ rows: 0, tables: 0 });
    expect(await count(fixture.engineSession, 'SELECT count(*) FROM _stillhouse.snapshot')).toBe(history);
  });
});
