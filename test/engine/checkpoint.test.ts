import fs from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../electron/node/engine.ts';
import type { Engine, Query, Session } from '../../src/engine/engine.ts';
import { count, type Fixture, openFixture, run, temporaryDatabase } from './catalog/workspace-fixture.ts';

const rows = 300_000;
let database: ReturnType<typeof temporaryDatabase>;
let fixture: Fixture;
let reader: Engine;
let readerSession: Session;
beforeAll(async () => {
  database = temporaryDatabase();
  fixture = await openFixture(database.path);
  reader = await openNodeEngine({});
  readerSession = await reader.openSession();
});
beforeEach(async () => {
  await run(fixture.session, `CREATE OR REPLACE TABLE t AS SELECT range AS i FROM range(${rows})`);
});
afterAll(async () => {
  await fixture.close();
  await reader.close();
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

/** What the database file alone holds, without its log, as another engine finds it. */
async function rowsInFile(): Promise<number> {
  const copy = `${database.path}.copy`;
  fs.copyFileSync(database.path, copy);
  const file = await reader.attachFile({ name: 'copy', size: fs.statSync(copy).size, source: copy });
  await readerSession.exec(`ATTACH '${file.path}' AS copy (READ_ONLY)`);
  try {
    return await count(readerSession, 'SELECT count(*) FROM copy.t');
  } finally {
    await readerSession.exec('DETACH copy');
    await file.detach();
  }
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
