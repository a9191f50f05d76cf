import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOf, contents, type Fixture, openFixture, readRows, run, travelled } from './workspace-fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());

const names = () => fixture.workspace.datasets.map(({ name }) => name);

describe('what a write gives back', () => {
  test('its rows with RETURNING, and an outcome that names batch, snapshot and dataset', async () => {
    await run(fixture.session, 'CREATE TABLE r (a INTEGER, b VARCHAR)');
    const inserting = fixture.session.run("INSERT INTO r VALUES (1, 'x'), (2, 'y') RETURNING b, a + 1 AS next");
    expect((await inserting.columns).map(({ name }) => name)).toEqual(['b', 'next']);
    expect((await inserting.next())?.rowCount).toBe(2);
    const outcome = await inserting.outcome;
    expect(outcome).toMatchObject({ kind: 'write', rowsAffected: 2, dataset: { schema: 'main', name: 'r' } });
    const snapshot = (await fixture.workspace.history('r')).at(-1);
    expect(snapshot).toMatchObject({
      id: outcome.snapshot,
      batch: outcome.batch,
      operation: 'append',
      isCurrent: true,
    });
    await inserting.close();
    expect(await readRows(fixture.session, 'UPDATE r SET a = a * 10 WHERE a = 2 RETURNING *')).toEqual(['[20,"y"]']);
    expect(await readRows(fixture.session, 'DELETE FROM r WHERE a = 1 RETURNING b')).toEqual(['["x"]']);
    expect((await run(fixture.session, 'DELETE FROM r RETURNING *')).rowsAffected).toBe(1);
  });

  test('the count the engine gives, and no snapshot when nothing changed', async () => {
    await run(fixture.session, 'CREATE TABLE n AS SELECT range AS i FROM range(5)');
    expect(await readRows(fixture.session, 'DELETE FROM n WHERE i < 2')).toEqual(['[2]']);
    const nothing = [
      'DELETE FROM n WHERE i > 99',
      'UPDATE n SET i = 1 WHERE false',
      'INSERT INTO n FROM n WHERE false',
      'CREATE TABLE IF NOT EXISTS n (x INTEGER)',
      'ALTER TABLE n DROP COLUMN IF EXISTS nope',
      'ALTER TABLE n ADD COLUMN IF NOT EXISTS i INTEGER',
      'DROP TABLE IF EXISTS nowhere',
    ];
    for (const statement of nothing) {
      expect(await run(fixture.session, statement)).toEqual({ kind: 'write', rowsAffected: 0 });
    }
    expect(await fixture.workspace.history('n')).toHaveLength(2);
  });

  test('EXPLAIN ANALYZE of a write is a write', async () => {
    await run(fixture.session, 'CREATE TABLE x AS SELECT range AS i FROM range(5)');
    const plan = await readRows(fixture.session, 'EXPLAIN ANALYZE DELETE FROM x WHERE i = 1');
    expect(plan.join()).toContain('DELETE');
    await run(fixture.session, 'EXPLAIN ANALYZE INSERT INTO x VALUES (9)');
    expect((await fixture.workspace.history('x')).map(({ operation, rowCount }) => [operation, rowCount])).toEqual([
      ['create', 5],
      ['delete', 4],
      ['append', 5],
    ]);
    await expect(run(fixture.session, 'EXPLAIN ANALYZE DROP TABLE x')).rejects.toMatchObject({ code: 'capability' });
    expect(await readRows(fixture.session, 'SELECT count(*) FROM x')).toEqual(['[5]']);
  });

  test('prepared statements are captured when they are executed', async () => {
    await run(fixture.session, 'CREATE TABLE p (i INTEGER)');
    await run(fixture.session, 'PREPARE put AS INSERT INTO p VALUES ($1)');
    await run(fixture.session, 'PREPARE look AS SELECT i FROM p WHERE i = $1');
    const { snapshot = 0 } = await run(fixture.session, 'EXECUTE put(7)');
    await run(fixture.session, 'EXECUTE put(8)');
    expect(await readRows(fixture.session, 'EXECUTE look(7)')).toEqual(['[7]']);
    expect(await travelled(fixture.session, ['p'], asOf(snapshot))).toEqual(['["i","INTEGER"]', '[7]']);
  });

  test('keeps the source it was given', async () => {
    await run(fixture.session, 'CREATE TABLE s AS SELECT 1 AS i', { source: 'CREATE TABLE s AS …' });
    expect((await fixture.workspace.history('s')).at(-1)?.source).toBe('CREATE TABLE s AS …');
  });
});

describe('an upsert', () => {
  test('that only adds is an append, one that changes rows a merge', async () => {
    await run(fixture.session, "CREATE TABLE k AS SELECT range::INTEGER AS id, 'a' AS v FROM range(5)");
    await run(fixture.session, 'ALTER TABLE k ADD PRIMARY KEY (id)');
    const ignored = await run(fixture.session, "INSERT INTO k VALUES (1, 'z'), (9, 'z') ON CONFLICT DO NOTHING");
    expect(ignored.rowsAffected).toBe(1);
    const before = await contents(fixture.session, 'FROM k');
    const { snapshot = 0 } = await run(
      fixture.session,
      "INSERT INTO k VALUES (1, 'y'), (10, 'y') ON CONFLICT (id) DO UPDATE SET v = excluded.v",
    );
    await run(fixture.session, "INSERT OR REPLACE INTO k VALUES (2, 'w')");
    expect(
      (await fixture.workspace.history('k')).map(({ operation, rowsAdded, rowsRemoved }) => [
        operation,
        rowsAdded,
        rowsRemoved,
      ]),
    ).toEqual([
      ['create', 5, 0],
      ['alter', 0, 0],
      ['append', 1, 0],
      ['merge', 2, 1],
      ['merge', 1, 1],
    ]);
    expect(await travelled(fixture.session, ['k'], asOf(snapshot - 1))).toEqual(before);
  });
});

describe('names', () => {
  test('temporary tables, the scratch database and other attached ones have no history', async () => {
    const before = await fixture.workspace.history('r');
    await run(fixture.session, 'CREATE TEMP TABLE r AS SELECT 5 AS a');
    expect(await run(fixture.session, 'DELETE FROM r')).toEqual({ kind: 'write', rowsAffected: 1 });
    await run(fixture.session, 'DROP TABLE r');
    await run(fixture.session, 'CREATE TABLE scratch.r AS SELECT 5 AS a');
    await run(fixture.session, 'UPDATE scratch.main.r SET a = 6');
    await run(fixture.session, 'USE scratch');
    await run(fixture.session, 'INSERT INTO r VALUES (7)');
    await run(fixture.session, 'CREATE SCHEMA inner_schema');
    await run(fixture.session, 'CREATE TABLE inner_schema.t (i INTEGER)');
    await run(fixture.session, 'DROP SCHEMA inner_schema CASCADE');
    await run(fixture.session, "INSERT INTO memory.r VALUES (1, 'from afar')");
    await run(fixture.session, 'DROP TABLE r');
    await run(fixture.session, 'USE memory');
    expect((await fixture.workspace.history('r')).length).toBe(before.length + 1);
    expect(names()).not.toContain('t');
  });

  test('quotes, case and schemas are understood as the engine understands them', async () => {
    await run(fixture.session, 'CREATE SCHEMA "S 1"');
    await run(fixture.session, 'CREATE TABLE "S 1"."Weird ""name"".x" (i INTEGER)');
    await run(fixture.session, 'SET search_path = \'"S 1",main\'');
    await run(fixture.session, 'INSERT INTO "WEIRD ""NAME"".X" VALUES (1), (2)');
    await run(fixture.session, 'DELETE FROM "s 1"."weird ""name"".x" AS w WHERE w.i = 1');
    await run(fixture.session, 'CREATE TABLE here AS SELECT 1 AS i');
    await run(fixture.session, 'RESET search_path');
    const history = await fixture.workspace.history({ schema: 'S 1', name: 'Weird "name".x' });
    expect(history.map(({ operation }) => operation)).toEqual(['create', 'append', 'delete']);
    expect(fixture.workspace.datasets.find(({ name }) => name === 'here')?.schema).toBe('S 1');
  });

  test('a column called rowid does not lose history', async () => {
    const { snapshot: created = 0 } = await run(
      fixture.session,
      'CREATE TABLE odd AS SELECT \'r\' || range AS rowid, range AS "rank", range AS rid FROM range(5)',
    );
    const before = await contents(fixture.session, 'FROM odd');
    const { snapshot = 0 } = await run(fixture.session, "UPDATE odd SET rid = 9 WHERE rowid = 'r2'");
    const after = await contents(fixture.session, 'FROM odd');
    await run(fixture.session, 'DELETE FROM odd WHERE rid > 2');
    await run(fixture.session, "INSERT INTO odd VALUES ('new', 1, 1)");
    expect(await travelled(fixture.session, ['odd'], asOf(created))).toEqual(before);
    expect(await travelled(fixture.session, ['odd'], asOf(snapshot))).toEqual(after);
    await fixture.workspace.restore('odd', created);
    expect(await contents(fixture.session, 'FROM odd')).toEqual(before);
  });

  test('what Stillhouse keeps for itself cannot be written', async () => {
    await run(fixture.session, 'CREATE TABLE big AS SELECT range AS i FROM range(120000)');
    const { snapshot = 0 } = await run(fixture.session, 'CREATE OR REPLACE TABLE big AS SELECT 1 AS i');
    const statements = [
      'DELETE FROM _stillhouse.snapshot',
      'INSERT INTO memory._stillhouse.segment VALUES (1, 1, 1, 1)',
      `DROP TABLE "~big@${snapshot}"`,
      'DROP SCHEMA _stillhouse CASCADE',
      'CREATE TABLE _stillhouse.mine (i INTEGER)',
    ];
    for (const statement of statements) {
      await expect(run(fixture.session, statement)).rejects.toMatchObject({ code: 'capability' });
    }
  });

  test('statements that would leave the project, or several at once, are refused', async () => {
    for (const statement of [
      'INSTALL json',
      'LOAD json',
      "EXPORT DATABASE 'x'",
      'COPY FROM DATABASE memory TO scratch',
    ]) {
      await expect(run(fixture.session, statement)).rejects.toMatchObject({ code: 'capability' });
    }
    await expect(run(fixture.session, 'DELETE FROM n; DROP TABLE n')).rejects.toMatchObject({ code: 'input-invalid' });
    expect((await run(fixture.session, 'DELETE FROM n WHERE i = 4; -- one\n')).rowsAffected).toBe(1);
    expect(await readRows(fixture.session, '-- nothing\nSELECT 1;')).toEqual(['[1]']);
  });
});

describe('the list of datasets', () => {
  test('follows tables and views, and tells listeners', async () => {
    let calls = 0;
    const stop = fixture.workspace.onChange(() => calls++);
    await run(fixture.session, "CREATE TABLE listed AS SELECT 1 AS a, [DATE '2024-01-01'] AS d");
    await run(fixture.session, 'CREATE VIEW over_listed AS SELECT a FROM listed');
    expect(calls).toBeGreaterThan(1);
    const shown = (wanted: string) => fixture.workspace.datasets.find(({ name }) => name === wanted);
    expect(shown('listed')).toMatchObject({
      kind: 'table',
      rowCount: 1,
      columns: [
        { name: 'a', type: 'INTEGER' },
        { name: 'd', type: 'DATE[]' },
      ],
    });
    expect(shown('over_listed')).toEqual({
      kind: 'view',
      schema: 'main',
      name: 'over_listed',
      columns: [{ name: 'a', type: 'INTEGER' }],
    });
    await run(fixture.session, 'BEGIN');
    await run(fixture.session, 'DROP VIEW over_listed');
    await run(fixture.session, 'ALTER TABLE listed RENAME TO relisted');
    expect(shown('listed')?.rowCount).toBe(1);
    await run(fixture.session, 'COMMIT');
    expect([shown('listed'), shown('over_listed')]).toEqual([undefined, undefined]);
    expect(shown('relisted')?.rowCount).toBe(1);
    stop();
    const heard = calls;
    await run(fixture.session, 'DROP TABLE relisted');
    expect(calls).toBe(heard);
  });
});

describe('system columns', () => {
  test('tell the batch each row came with', async () => {
    const first = await run(fixture.session, 'CREATE TABLE batches AS SELECT range AS i FROM range(3)');
    const second = await run(fixture.session, 'INSERT INTO batches VALUES (3)');
    await run(fixture.session, 'DELETE FROM batches WHERE i = 1');
    const { text } = await fixture.session.travel(['batches'], asOf(second.snapshot ?? 0), { systemColumns: true });
    const found = await readRows(
      fixture.session,
      `SELECT i, "_ACP_BATCHID", _acp_system_metadata.snapshotId FROM (${text}) ORDER BY i`,
    );
    expect(found).toEqual([
      `[0,"${first.batch}",${first.snapshot}]`,
      `[1,"${first.batch}",${first.snapshot}]`,
      `[2,"${first.batch}",${first.snapshot}]`,
      `[3,"${second.batch}",${second.snapshot}]`,
    ]);
  });
});

describe('a query of an earlier snapshot', () => {
  test('stands in joins and below conditions, and in a table that is made from it', async () => {
    const { snapshot = 0 } = await run(
      fixture.session,
      'CREATE TABLE joined AS SELECT range AS i, range % 3 AS g FROM range(30)',
    );
    await run(fixture.session, 'DELETE FROM joined WHERE i IN (3, 4)');
    await run(fixture.session, 'UPDATE joined SET g = 9 WHERE i % 5 = 0');
    const old = (await fixture.session.travel(['joined'], asOf(snapshot))).text;
    const joined = await readRows(
      fixture.session,
      `SELECT was.i, was.g, "is".g FROM (${old}) AS was LEFT JOIN joined AS "is" USING (i) WHERE was.i BETWEEN 3 AND 5 AND was.g < 9 ORDER BY i LIMIT 3`,
    );
    expect(joined).toEqual(['[3,0,null]', '[4,1,null]', '[5,2,9]']);
    const made = await run(fixture.session, `CREATE TABLE made AS FROM (${old}) WHERE i < 6`);
    expect(made.rowsAffected).toBe(6);
  });

  test('fails plainly when the table was rewritten since it was made, and holds when it only grew', async () => {
    const { snapshot = 0 } = await run(fixture.session, 'CREATE TABLE moving AS SELECT range AS i FROM range(10)');
    const query = `SELECT count(*) FROM (${(await fixture.session.travel(['moving'], asOf(snapshot))).text})`;
    await run(fixture.session, 'INSERT INTO moving VALUES (10)');
    expect(await readRows(fixture.session, query)).toEqual(['[10]']);
    await run(fixture.session, 'DELETE FROM moving WHERE i = 4');
    await expect(readRows(fixture.session, query)).rejects.toMatchObject({
      message: 'The table was changed while this statement was prepared. Run it again.',
    });
  });

  test('is refused for views and for bounds the wrong way round', async () => {
    await run(fixture.session, 'CREATE VIEW v AS SELECT 1 AS i');
    await expect(fixture.session.travel(['v'], asOf(1))).rejects.toMatchObject({ code: 'input-invalid' });
    const backwards = { kind: 'between', after: 5, upTo: 2 } as const;
    await expect(fixture.session.travel(['moving'], backwards)).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(fixture.session.travel(['moving'], asOf(99_999))).rejects.toMatchObject({ code: 'input-invalid' });
    const all = { kind: 'between', after: 'head', upTo: 'tail' } as const;
    expect(await travelled(fixture.session, ['moving'], all)).toEqual(await contents(fixture.session, 'FROM moving'));
  });
});
