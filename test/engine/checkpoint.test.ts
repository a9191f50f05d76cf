import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../electron/node/engine.ts';
import type { Query } from '../../src/engine/engine.ts';
import { count, type Fixture, openFixture, run, temporaryDatabase } from './catalog/workspace-fixture.ts';

const rows = 300_000;
let database: ReturnType<typeof temporaryDatabase>;
let fixture: Fixture;
beforeEach(async () => {
  database = temporaryDatabase();
  fixture = await openFixture(database.path);
  await run(fixture.session, `CREATE TABLE t AS SELECT range AS i FROM range(${rows})`);
});
afterEach(async () => {
  await fixture.close();
  database.remove();
});

/** A result of the changed table that somebody is reading. */
async function reading(): Promise<Query> {
  const session = await fixture.engine.openSession();
  const query = session.query('FROM t');
  await query.columns;
  return query;
}

async function readToTheEnd(query: Query): Promise<number> {
  let total = 0;
  for (let batch = await query.next(); batch !== undefined; batch = await query.next()) total += batch.rowCount;
  await query.close();
  return total;
}

/** What the database file alone holds, without its log. */
async function rowsInFile(): Promise<number> {
  const copy = `${database.path}.copy`;
  fs.copyFileSync(database.path, copy);
  const engine = await openNodeEngine({ databasePath: copy });
  const found = await count(await engine.openSession(), 'SELECT count(*) FROM t');
  await engine.close();
  return found;
}

describe('while a result is read', () => {
  test('a write is acknowledged, safe in the log, and in the file when the result is read', async () => {
    const query = await reading();
    await run(fixture.session, 'INSERT INTO t VALUES (1)');
    expect(await rowsInFile()).toBe(rows);
    const failed = fixture.engine.database.checkpoint({ patience: 0 });
    await expect(failed).rejects.toMatchObject({ code: 'engine-busy' });
    expect(await readToTheEnd(query)).toBe(rows);
    expect(await rowsInFile()).toBe(rows + 1);
  });

  test('a commit too large for a small log does not wait for it', async () => {
    const query = await reading();
    await run(fixture.session, 'INSERT INTO t SELECT hash(range) % 1000000007 FROM range(2500000)');
    expect(await readToTheEnd(query)).toBe(rows);
    expect(await rowsInFile()).toBe(rows + 2_500_000);
  });

  test('a checkpoint waits for it with patience', async () => {
    const query = await reading();
    await run(fixture.session, 'DELETE FROM t WHERE i < 10');
    const checkpoint = run(fixture.session, 'CHECKPOINT');
    await Promise.all([checkpoint, readToTheEnd(query)]);
    expect(await rowsInFile()).toBe(rows - 10);
  });
});

describe('a result that is not read to its end', () => {
  test.each([
    ['closed', async (query: Query) => query.close()],
    ['closed after some rows', async (query: Query) => query.next().then(() => query.close())],
  ])('and %s keeps no lock', async (_, end) => {
    await end(await reading());
    await run(fixture.session, 'INSERT INTO t VALUES (1)');
    expect(await rowsInFile()).toBe(rows + 1);
  });

  test('because it failed keeps no lock', async () => {
    const session = await fixture.engine.openSession();
    const query = session.query(`SELECT CASE WHEN i = ${rows - 1} THEN error('no') ELSE i END FROM t`);
    await expect(readToTheEnd(query)).rejects.toThrow('no');
    await run(fixture.session, 'INSERT INTO t VALUES (1)');
    expect(await rowsInFile()).toBe(rows + 1);
  });
});

test('within a transaction there is no checkpoint', async () => {
  await run(fixture.session, 'BEGIN');
  await expect(run(fixture.session, 'CHECKPOINT')).rejects.toMatchObject({ code: 'transaction' });
  await run(fixture.session, 'ROLLBACK');
});
