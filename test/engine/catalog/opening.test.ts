import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import {
  asOf,
  contents,
  count,
  type Fixture,
  openFixture,
  readRows,
  run,
  temporaryDatabase,
  travelled,
} from './workspace-fixture.ts';

let fixture: Fixture;
let database: ReturnType<typeof temporaryDatabase>;
beforeEach(async () => {
  database = temporaryDatabase();
  fixture = await openFixture(database.path);
});
afterEach(async () => {
  await fixture.close();
  database.remove();
});

/** Changes the file behind the catalog's back, as another program does, then opens the project again. */
async function changedBy(...statements: readonly string[]) {
  for (const statement of statements) await fixture.engineSession.exec(statement);
  await fixture.engine.database.checkpoint();
  await fixture.close();
  fixture = await openFixture(database.path, Date.UTC(2024, 5));
}

describe('opening a project', () => {
  test('finds the catalog as it was left', async () => {
    await run(fixture.session, 'CREATE SCHEMA "My schema"');
    await run(fixture.session, 'CREATE TABLE "My schema"."T ""1""" (a INTEGER, "b c" STRUCT(x VARCHAR)[])');
    await run(fixture.session, 'CREATE TABLE gone (i INTEGER)');
    await run(fixture.session, 'DROP TABLE gone');
    await run(fixture.session, 'CREATE VIEW seen AS SELECT a FROM "My schema"."T ""1"""');
    const { datasets, dropped } = fixture.workspace;
    await changedBy();
    expect(fixture.workspace.drift).toEqual([]);
    expect([fixture.workspace.datasets, fixture.workspace.dropped]).toEqual([datasets, dropped]);
    expect(datasets.map(({ kind, schema, name }) => [kind, schema, name])).toEqual([
      ['view', 'main', 'seen'],
      ['table', 'My schema', 'T "1"'],
    ]);
  });

  test('writes nothing when there is nothing to write', async () => {
    await changedBy();
    await fixture.engine.database.changes({ reset: true });
    await fixture.close();
    fixture = await openFixture(database.path);
    const snapshots = await count(fixture.engineSession, 'SELECT count(*) FROM _stillhouse.snapshot');
    expect(snapshots).toBe(0);
  });

  test("of another program's file takes its tables over", async () => {
    await changedBy(
      'DROP SCHEMA _stillhouse CASCADE',
      'CREATE TABLE theirs AS SELECT range AS i FROM range(10)',
      'DELETE FROM theirs WHERE i < 3',
      'CREATE VIEW moment AS SELECT now() AS "at"',
    );
    expect(fixture.workspace.drift).toEqual([
      { kind: 'appeared', schema: 'main', name: 'theirs', message: '"theirs" was made by another program.' },
    ]);
    const [first] = await fixture.workspace.history('theirs');
    expect(first).toMatchObject({ operation: 'external', rowsAdded: 7, rowCount: 7 });
    const before = await contents(fixture.session, 'FROM theirs');
    await run(fixture.session, 'DELETE FROM theirs WHERE i % 2 = 0');
    expect(await travelled(fixture.session, ['theirs'], asOf(first?.id ?? 0))).toEqual(before);
    expect(await readRows(fixture.session, 'SELECT count(*) FROM moment')).toEqual(['[1]']);
  });

  test('leaves a file of a newer version alone', async () => {
    await fixture.engineSession.exec('UPDATE _stillhouse.format SET version = 99');
    await fixture.engine.database.checkpoint();
    await fixture.close();
    await expect(openFixture(database.path)).rejects.toMatchObject({ code: 'project-invalid' });
    const repaired = await openNodeEngine({ databasePath: database.path });
    await (await repaired.openSession()).exec('UPDATE _stillhouse.format SET version = 1');
    await repaired.close();
    fixture = await openFixture(database.path);
  });

  test('clears away what a broken-off import left', async () => {
    const left = ['"~import 3"', '"~import 3_text"', '_stillhouse."~import 3"', '"~restore 12"', '"~imports"'];
    await changedBy(...left.map((name) => `CREATE TABLE ${name} AS SELECT 1 AS i`));
    expect(
      await readRows(fixture.session, "SELECT schema_name, table_name FROM duckdb_tables() WHERE table_name LIKE '~%'"),
    ).toEqual(['["main","~imports"]']);
    expect(fixture.workspace.datasets.map(({ name }) => name)).toEqual(['~imports']);
  });
});

describe('when another program changed', () => {
  beforeEach(async () => {
    await run(fixture.session, 'CREATE TABLE t AS SELECT range AS i, 0 AS n FROM range(10)');
    await run(fixture.session, 'DELETE FROM t WHERE i = 3');
    await run(fixture.session, 'CREATE TABLE untouched AS SELECT 1 AS i');
  });

  test('rows, their history begins anew and says so', async () => {
    await changedBy('INSERT INTO t VALUES (100, 1)');
    expect(fixture.workspace.drift).toEqual([
      { kind: 'changed', schema: 'main', name: 't', message: 'Another program changed "t". Its history begins anew.' },
    ]);
    const history = await fixture.workspace.history('t');
    expect(history.map(({ operation, available }) => [operation, available])).toEqual([
      ['create', false],
      ['delete', false],
      ['external', true],
    ]);
    const external = history[2]?.id ?? 0;
    await expect(fixture.session.travel(['t'], asOf(1))).rejects.toMatchObject({
      code: 'input-invalid',
      message: 'Snapshot 1 of "t" is lost: another program changed the table afterwards.',
      remedy: `The earliest snapshot available is ${external}.`,
    });
    const before = await contents(fixture.session, 'FROM t');
    await run(fixture.session, 'UPDATE t SET n = 5 WHERE i > 4');
    expect(await travelled(fixture.session, ['t'], asOf(external))).toEqual(before);
    await changedBy();
    expect(fixture.workspace.drift).toEqual([]);
  });

  test('columns, as well', async () => {
    await changedBy('ALTER TABLE t RENAME COLUMN n TO m');
    expect(fixture.workspace.drift.map(({ kind }) => kind)).toEqual(['changed']);
    expect(fixture.workspace.datasets[0]?.columns.map(({ name }) => name)).toEqual(['i', 'm']);
  });

  test('the set of tables, one is gone and another is there', async () => {
    await changedBy('ALTER TABLE t RENAME TO u');
    expect(fixture.workspace.drift.map(({ kind, name }) => [kind, name])).toEqual([
      ['vanished', 't'],
      ['appeared', 'u'],
    ]);
    expect(fixture.workspace.datasets.map(({ name }) => name)).toEqual(['u', 'untouched']);
    expect(fixture.workspace.dropped).toEqual([]);
  });

  test('a table put aside, that version is lost and the rest is not', async () => {
    await run(fixture.session, 'CREATE TABLE big AS SELECT range AS i FROM range(120000)');
    const { snapshot = 0 } = await run(fixture.session, 'CREATE OR REPLACE TABLE big AS SELECT 1 AS i');
    await changedBy(`DROP TABLE "~big@${snapshot}"`);
    expect(fixture.workspace.drift.map(({ kind, name }) => [kind, name])).toEqual([['history-lost', 'big']]);
    await expect(fixture.session.travel(['big'], asOf(snapshot - 1))).rejects.toMatchObject({ code: 'input-invalid' });
    expect(await travelled(fixture.session, ['big'], asOf(snapshot))).toEqual(['["i","INTEGER"]', '[1]']);
  });
});
