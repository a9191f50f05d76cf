import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCancelSource } from '../../../src/core/cancel.ts';
import { asOf, contents, count, type Fixture, openFixture, readRows, run, travelled } from './workspace-fixture.ts';

let fixture: Fixture;
/** The snapshot that `t` was made in. */
let made: number;
beforeAll(async () => {
  fixture = await openFixture();
});
beforeEach(async () => {
  fixture = { ...fixture, session: await fixture.workspace.openSession('tester') };
  for (const { name } of fixture.workspace.datasets) await run(fixture.session, `DROP TABLE ${name}`);
  const outcome = await run(fixture.session, "CREATE TABLE t AS SELECT range AS id, 'a' AS v FROM range(10)");
  made = outcome.snapshot ?? 0;
});
afterEach(() => fixture.session.close());
afterAll(() => fixture.close());

const slow = 'SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range % 7 = b.range % 3';
const metadataRows = async () => {
  const tables = ['dataset', 'generation', 'shape', 'snapshot', 'segment'];
  return Promise.all(tables.map((table) => count(fixture.engineSession, `SELECT count(*) FROM _stillhouse.${table}`)));
};
const temporaryTables = () => readRows(fixture.session, 'SELECT table_name FROM duckdb_tables() WHERE temporary');

describe('a transaction', () => {
  test('shows its snapshots to others at COMMIT, all together', async () => {
    const other = await fixture.workspace.openSession('other');
    await run(fixture.session, 'BEGIN');
    await run(fixture.session, "INSERT INTO t VALUES (10, 'b')");
    const deleted = await run(fixture.session, 'DELETE FROM t WHERE id < 5');
    await run(fixture.session, "UPDATE t SET v = 'c' WHERE id = 7");
    expect(fixture.session.inTransaction).toBe(true);
    expect(await readRows(other, 'SELECT count(*) FROM t')).toEqual(['[10]']);
    expect(await readRows(fixture.session, 'SELECT count(*) FROM t')).toEqual(['[6]']);
    expect(await travelled(fixture.session, ['t'], asOf(deleted.snapshot ?? 0))).toHaveLength(2 + 6);
    expect((await fixture.workspace.history('t')).map(({ operation }) => operation)).toEqual(['create']);
    const committed = await run(fixture.session, 'COMMIT');
    const history = await fixture.workspace.history('t');
    expect(history.map(({ operation }) => operation)).toEqual(['create', 'append', 'delete', 'update']);
    expect(new Set(history.slice(1).map(({ committedAt }) => committedAt.getTime())).size).toBe(1);
    expect(committed.snapshot).toBe(history.at(-1)?.id);
    expect(await readRows(other, 'SELECT count(*) FROM t')).toEqual(['[6]']);
  });

  test('leaves nothing behind after ROLLBACK', async () => {
    const before = [await metadataRows(), await contents(fixture.session, 'FROM t'), fixture.workspace.datasets];
    await run(fixture.session, 'BEGIN');
    await run(fixture.session, 'DELETE FROM t WHERE id < 5');
    await run(fixture.session, 'CREATE TABLE u AS FROM t');
    await run(fixture.session, 'ALTER TABLE t DROP COLUMN v');
    await run(fixture.session, 'DROP TABLE t');
    await run(fixture.session, 'ROLLBACK');
    expect([await metadataRows(), await contents(fixture.session, 'FROM t'), fixture.workspace.datasets]).toEqual(
      before,
    );
    expect(fixture.workspace.writer.holder).toBeUndefined();
    await run(fixture.session, 'DELETE FROM t WHERE id = 1');
    expect(fixture.workspace.datasets[0]?.rowCount).toBe(9);
  });

  test('is aborted by a failing statement until ROLLBACK, and COMMIT says so', async () => {
    await run(fixture.session, 'BEGIN');
    await run(fixture.session, "INSERT INTO t VALUES (10, 'b')");
    await expect(run(fixture.session, 'DELETE FROM t WHERE v::INTEGER = 3')).rejects.toMatchObject({
      code: 'sql-value',
    });
    await expect(run(fixture.session, 'SELECT 1')).rejects.toMatchObject({ code: 'transaction' });
    await expect(run(fixture.session, 'COMMIT')).rejects.toMatchObject({
      code: 'transaction',
      message: 'Nothing was committed, because a statement of this transaction failed.',
    });
    expect(await readRows(fixture.session, 'SELECT count(*) FROM t')).toEqual(['[10]']);
    expect(fixture.session.inTransaction).toBe(false);
  });

  test('survives a statement that could not even begin', async () => {
    await run(fixture.session, 'BEGIN');
    await expect(run(fixture.session, 'DELETE FROM t WHERE nope = 3')).rejects.toMatchObject({ code: 'sql-name' });
    await expect(run(fixture.session, 'UPDATE t SET nope = 3')).rejects.toMatchObject({ code: 'sql-name' });
    await run(fixture.session, "INSERT INTO t VALUES (10, 'b')");
    await run(fixture.session, 'COMMIT');
    expect(fixture.workspace.datasets[0]?.rowCount).toBe(11);
  });

  test('fails until ROLLBACK when a statement failed after its rows were put aside', async () => {
    await run(fixture.session, 'CREATE TABLE parent (id INTEGER PRIMARY KEY)');
    await run(fixture.session, 'CREATE TABLE child (id INTEGER REFERENCES parent (id))');
    await run(fixture.session, 'INSERT INTO parent VALUES (1)');
    await run(fixture.session, 'BEGIN');
    await expect(run(fixture.session, 'DROP TABLE parent')).rejects.toMatchObject({ code: 'sql-name' });
    await expect(run(fixture.session, 'SELECT 1')).rejects.toMatchObject({ code: 'transaction' });
    await run(fixture.session, 'ROLLBACK');
    expect(await readRows(fixture.session, 'FROM parent')).toEqual(['[1]']);
  });

  test('cannot be begun twice, and there is nothing to commit without one', async () => {
    await run(fixture.session, 'BEGIN TRANSACTION');
    await expect(run(fixture.session, 'BEGIN')).rejects.toMatchObject({ code: 'transaction' });
    await run(fixture.session, "INSERT INTO t VALUES (10, 'b')");
    await run(fixture.session, 'COMMIT');
    await expect(run(fixture.session, 'COMMIT')).rejects.toMatchObject({ code: 'transaction' });
    await expect(run(fixture.session, 'ROLLBACK')).rejects.toMatchObject({ code: 'transaction' });
  });

  test('that only reads does not keep others from writing', async () => {
    const reader = await fixture.workspace.openSession('reader');
    await run(reader, 'BEGIN TRANSACTION READ ONLY');
    expect(await readRows(reader, 'SELECT count(*) FROM t')).toEqual(['[10]']);
    await run(fixture.session, 'DELETE FROM t WHERE id = 1');
    expect(await readRows(reader, 'SELECT count(*) FROM t')).toEqual(['[10]']);
    await expect(run(reader, 'DELETE FROM t')).rejects.toMatchObject({ code: 'transaction' });
    await run(reader, 'COMMIT');
    expect(await readRows(reader, 'SELECT count(*) FROM t')).toEqual(['[9]']);
  });

  test('is rolled back when its session is closed', async () => {
    await run(fixture.session, 'BEGIN');
    await run(fixture.session, 'DELETE FROM t');
    await fixture.session.close();
    const other = await fixture.workspace.openSession('other');
    await run(other, "INSERT INTO t VALUES (10, 'b')");
    expect(await readRows(other, 'SELECT count(*) FROM t')).toEqual(['[11]']);
    await expect(run(fixture.session, 'SELECT 1')).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('captures exactly what a condition chose that never chooses twice alike', async () => {
    await run(fixture.session, 'CREATE SEQUENCE numbers');
    await run(fixture.session, "CREATE MACRO fresh(x) AS nextval('numbers') % 3 = x");
    await run(fixture.session, 'BEGIN');
    const outcome = await run(fixture.session, "UPDATE t SET v = 'n' WHERE fresh(1)");
    await run(fixture.session, 'COMMIT');
    const { rowsAffected = 0, snapshot = 0 } = outcome;
    expect(rowsAffected).toBe(4);
    expect(await travelled(fixture.session, ['t'], asOf(snapshot - 1))).toEqual(
      await travelled(fixture.session, ['t'], asOf(made)),
    );
  });
});

describe('a statement that fails half-way', () => {
  test.each([
    "INSERT INTO t SELECT CASE WHEN range = 9000 THEN 'x'::INTEGER ELSE range END, 'z' FROM range(10000)",
    "UPDATE t SET v = CASE WHEN id = 9 THEN error('no') ELSE 'z' END",
    "DELETE FROM t WHERE CASE WHEN id = 9 THEN error('no') ELSE true END",
    "MERGE INTO t USING t AS s ON t.id = s.id WHEN MATCHED THEN UPDATE SET v = CASE WHEN s.id = 9 THEN error('no') ELSE 'z' END",
    "CREATE OR REPLACE TABLE t AS SELECT CASE WHEN id = 9 THEN error('no') ELSE id END AS id FROM t",
    'ALTER TABLE t ALTER v TYPE INTEGER',
  ])('%s', async (statement) => {
    const before = [await metadataRows(), await contents(fixture.session, 'FROM t')];
    await expect(run(fixture.session, statement)).rejects.toMatchObject({ name: 'StillhouseError' });
    expect([await metadataRows(), await contents(fixture.session, 'FROM t')]).toEqual(before);
    expect(await temporaryTables()).toEqual([]);
    expect(fixture.workspace.datasets[0]?.rowCount).toBe(10);
  });

  test("tells the place of the error in the user's own text", async () => {
    const text = 'DELETE FROM t\nWHERE id = 1 AND CAST(v AS INTEGER) = 1';
    await expect(run(fixture.session, text)).rejects.toMatchObject({
      code: 'sql-value',
      statement: text,
      range: { start: text.indexOf('CAST'), end: text.indexOf('CAST') + 4 },
    });
    await expect(run(fixture.session, 'UPDATE t SET v = nope')).rejects.toMatchObject({
      range: { start: 17, end: 21 },
    });
  });
});

describe('cancelling', () => {
  test.each([
    ['a write that runs', `INSERT INTO t SELECT count(*), 'z' FROM (${slow})`],
    ['a write that is looked into first', `DELETE FROM t WHERE id IN (${slow})`],
    ['a replacement', `CREATE OR REPLACE TABLE t AS ${slow}`],
  ])('%s leaves everything as it was', async (_, statement) => {
    const before = [await metadataRows(), await contents(fixture.session, 'FROM t')];
    const source = createCancelSource();
    const query = fixture.session.run(statement, { signal: source.signal });
    setTimeout(source.cancel, 200);
    await expect(query.outcome).rejects.toMatchObject({ code: 'cancelled' });
    await query.close();
    expect([await metadataRows(), await contents(fixture.session, 'FROM t')]).toEqual(before);
    expect(fixture.workspace.writer.holder).toBeUndefined();
  });

  test('a write by closing it', async () => {
    const query = fixture.session.run(`INSERT INTO t SELECT count(*), 'z' FROM (${slow})`);
    setTimeout(() => void query.close(), 100);
    await expect(query.outcome).rejects.toMatchObject({ code: 'cancelled' });
    await run(fixture.session, "INSERT INTO t VALUES (10, 'b')");
  });

  test('inside a transaction aborts it', async () => {
    await run(fixture.session, 'BEGIN');
    const query = fixture.session.run(`INSERT INTO t SELECT count(*), 'z' FROM (${slow})`);
    setTimeout(() => void query.close(), 100);
    await expect(query.outcome).rejects.toMatchObject({ code: 'cancelled' });
    await query.close();
    await run(fixture.session, 'ROLLBACK');
    expect(await readRows(fixture.session, 'SELECT count(*) FROM t')).toEqual(['[10]']);
  });
});

describe('several sessions', () => {
  test('a write waits for an open transaction, a read does not', async () => {
    const other = await fixture.workspace.openSession('other');
    await run(fixture.session, 'BEGIN');
    await run(fixture.session, 'DELETE FROM t WHERE id = 1');
    const waiting = run(other, 'DELETE FROM t WHERE id = 2');
    const reader = await fixture.workspace.openSession('reader');
    expect(await readRows(reader, 'SELECT count(*) FROM t')).toEqual(['[10]']);
    await expect.poll(() => fixture.workspace.writer).toEqual({ holder: 'tester', waiting: 1 });
    await run(fixture.session, 'COMMIT');
    await waiting;
    expect(await readRows(reader, 'SELECT count(*) FROM t')).toEqual(['[8]']);
    const operations = (await fixture.workspace.history('t')).map(({ operation }) => operation);
    expect(operations).toEqual(['create', 'delete', 'delete']);
  });

  test('a waiting write can be cancelled', async () => {
    const other = await fixture.workspace.openSession('other');
    await run(fixture.session, 'BEGIN');
    const waiting = other.run('DELETE FROM t WHERE id = 2');
    setTimeout(() => void waiting.close(), 50);
    await expect(waiting.outcome).rejects.toMatchObject({ code: 'cancelled' });
    expect(fixture.workspace.writer.waiting).toBe(0);
    await run(fixture.session, 'ROLLBACK');
    await run(other, 'DELETE FROM t WHERE id = 2');
  });

  test('a long read of one goes on while another writes', async () => {
    await run(fixture.session, 'CREATE TABLE many AS SELECT range AS i FROM range(300000)');
    const other = await fixture.workspace.openSession('other');
    const reading = other.run('SELECT i FROM many');
    const first = await reading.next();
    await run(fixture.session, 'DELETE FROM many WHERE i % 2 = 0');
    let total = first?.rowCount ?? 0;
    for (let batch = await reading.next(); batch !== undefined; batch = await reading.next()) total += batch.rowCount;
    expect(total).toBe(300_000);
    expect(await reading.outcome).toEqual({ kind: 'read' });
    await reading.close();
  });

  test('work beside the catalog does not keep a write from being acknowledged', async () => {
    await fixture.engineSession.exec('BEGIN');
    await fixture.engineSession.exec('CREATE TABLE "~import 77" AS SELECT 1 AS i');
    await run(fixture.session, 'DELETE FROM t WHERE id = 2');
    await fixture.engineSession.exec('COMMIT');
    expect(await readRows(fixture.session, 'SELECT count(*) FROM t')).toEqual(['[9]']);
  });

  test('a session runs its statements in the order given', async () => {
    const outcomes = await Promise.all([
      run(fixture.session, "INSERT INTO t VALUES (10, 'b')"),
      readRows(fixture.session, 'SELECT count(*) FROM t'),
      run(fixture.session, 'DELETE FROM t'),
      readRows(fixture.session, 'SELECT count(*) FROM t'),
    ]);
    expect([outcomes[1], outcomes[3]]).toEqual([['[11]'], ['[0]']]);
  });
});
