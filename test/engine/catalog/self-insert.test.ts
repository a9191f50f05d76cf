import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Fixture, openFixture, readRows, run } from './workspace-fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
beforeEach(async () => {
  fixture = { ...fixture, session: await fixture.workspace.openSession('tester') };
  await run(fixture.session, 'CREATE OR REPLACE TABLE t (i INTEGER PRIMARY KEY, tags VARCHAR[])');
  await run(fixture.session, "INSERT INTO t SELECT range, ['a'] FROM range(10)");
  await run(fixture.session, 'CREATE OR REPLACE VIEW small AS SELECT i FROM t WHERE i < 5');
  await run(
    fixture.session,
    'CREATE OR REPLACE VIEW twice AS SELECT i + 100 AS i FROM small UNION ALL SELECT i + 200 FROM t',
  );
  await run(
    fixture.session,
    'CREATE OR REPLACE MACRO doubled() AS TABLE SELECT i + 100 AS i FROM t UNION ALL SELECT i + 200 FROM t',
  );
});
afterEach(() => fixture.session.close());
afterAll(() => fixture.close());

/** Each with the rows that it adds to the ten of `t`. */
test.each([
  [
    'INSERT INTO t (i) SELECT i + 100 FROM t UNION ALL SELECT i + 200 FROM t UNION ALL SELECT i + 400 FROM t -- end',
    30,
  ],
  ['INSERT INTO t BY NAME (SELECT i + 100 AS i FROM t UNION ALL SELECT i + 200 FROM t)', 20],
  ['INSERT INTO t (i) SELECT i + 100 FROM (SELECT i FROM t UNION ALL SELECT i + 200 FROM t) WHERE i % 100 > 4', 10],
  ['WITH s AS (SELECT i + 100 AS i FROM t UNION ALL SELECT i + 200 FROM t) INSERT INTO t (i) FROM s', 20],
  ['INSERT INTO t (i) FROM twice', 15],
  ['INSERT INTO t (i) FROM doubled()', 20],
  ['INSERT INTO t SELECT i + 100, NULL FROM t UNION ALL SELECT i + 200, tags FROM t', 20],
  ['INSERT OR IGNORE INTO t (i) SELECT i + 5 FROM t UNION ALL SELECT i + 10 FROM t', 10],
  ['INSERT INTO t (i) SELECT i + 5 FROM t UNION ALL SELECT i + 10 FROM t WHERE i > 4 ON CONFLICT DO NOTHING', 10],
  [
    `INSERT INTO t (i) WITH RECURSIVE r AS (SELECT i FROM t WHERE i < 2 UNION ALL SELECT r.i + 1 FROM r JOIN t USING (i) WHERE r.i < 5)
SELECT 100 + row_number() OVER () FROM r`,
    11,
  ],
  ['INSERT INTO t (i) VALUES (100), (200)', 2],
  ['EXPLAIN ANALYZE INSERT INTO t (i) SELECT i + 100 FROM t UNION ALL SELECT i + 200 FROM t', 20],
])('%s', async (statement, added) => {
  await run(fixture.session, statement);
  expect(await readRows(fixture.session, 'SELECT count(*) FROM t')).toEqual([`[${10 + added}]`]);
});

test('a prepared one, one into a temporary table, and one within a transaction', async () => {
  const { session } = fixture;
  await run(session, 'PREPARE more AS INSERT INTO t (i) SELECT i + $1 FROM t UNION ALL SELECT i + 200 FROM t');
  await run(session, 'BEGIN');
  await run(session, 'EXECUTE more(100)');
  await run(session, 'INSERT INTO t (i) SELECT i + 1000 FROM t UNION ALL SELECT i + 2000 FROM t');
  await run(session, 'COMMIT');
  expect(await readRows(session, 'SELECT count(*) FROM t')).toEqual(['[90]']);
  await run(session, 'CREATE TEMP TABLE passing AS SELECT 1 AS i');
  await run(session, 'INSERT INTO passing FROM passing UNION ALL FROM passing');
  expect(await readRows(session, 'SELECT count(*) FROM passing')).toEqual(['[3]']);
});

test('errors point into the statement as it was written, which the history keeps', async () => {
  const statement = 'INSERT INTO t (i) SELECT i + 100 FROM t UNION ALL SELECT nothing FROM t';
  const at = statement.indexOf('nothing');
  await expect(run(fixture.session, statement)).rejects.toMatchObject({ statement, range: { start: at, end: at + 7 } });
  const good = 'INSERT INTO t (i) SELECT i + 100 FROM t UNION ALL SELECT i + 200 FROM t RETURNING i';
  await expect(run(fixture.session, `${good}, nothing`)).rejects.toMatchObject({
    range: { start: good.length + 2, end: good.length + 9 },
  });
  await run(fixture.session, good);
  expect((await fixture.workspace.history('t')).map(({ source }) => source)).toContain(good);
});
