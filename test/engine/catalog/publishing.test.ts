import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { relation } from '../../../src/core/sql.ts';
import { asOf, contents, type Fixture, openFixture, readRows, run, travelled } from './workspace-fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());

async function stage(query: string) {
  const staging = fixture.workspace.stagingTable();
  await fixture.engineSession.exec(`CREATE TABLE ${relation(staging).text} AS ${query}`);
  return staging;
}
const tables = () =>
  readRows(fixture.session, "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main' ORDER BY ALL");
const publish = async (mode: 'create' | 'append' | 'replace', name: string, query: string) => {
  const staging = await stage(query);
  return fixture.workspace.publish([{ staging, schema: 'main', name, mode }], { source: 'people.csv' });
};

describe('publish', () => {
  test('makes a filled table a dataset under its name', async () => {
    const { snapshots } = await publish('create', 'people', "SELECT range AS id, 'n' || range AS name FROM range(100)");
    expect(await tables()).toEqual(['["people"]']);
    expect(await fixture.workspace.history('people')).toMatchObject([
      { id: snapshots[0], operation: 'create', rowsAdded: 100, source: 'people.csv' },
    ]);
    await expect(publish('create', 'people', 'SELECT 1 AS id')).rejects.toMatchObject({ code: 'input-invalid' });
  });

  test('appends by name as one batch', async () => {
    await publish('append', 'people', "SELECT 'last' AS name, 100 AS id");
    expect((await fixture.workspace.history('people')).at(-1)).toMatchObject({ operation: 'append', rowsAdded: 1 });
    expect(await readRows(fixture.session, 'FROM people WHERE id = 100')).toEqual(['[100,"last"]']);
    const nothing = await publish('append', 'people', 'SELECT 1 AS id WHERE false');
    expect(nothing.snapshots).toHaveLength(1);
    await expect(publish('append', 'people', 'SELECT 1 AS nope')).rejects.toMatchObject({ code: 'sql-name' });
    await expect(publish('append', 'nowhere', 'SELECT 1 AS id')).rejects.toMatchObject({ code: 'input-invalid' });
  });

  test.each([
    ['small', 10],
    ['large', 150_000],
  ])('replaces a %s dataset, whose history stays', async (kind, size) => {
    await publish('replace', kind, `SELECT range AS id FROM range(${size})`);
    const { id = 0 } = (await fixture.workspace.history(kind)).at(-1) ?? {};
    const before = await contents(fixture.session, `FROM ${kind}`);
    await publish('replace', kind, `SELECT range * 2 AS id FROM range(${size})`);
    await publish('replace', kind, "SELECT 'other' AS columns");
    expect(await readRows(fixture.session, `FROM ${kind}`)).toEqual(['["other"]']);
    expect(await travelled(fixture.session, [kind], asOf(id))).toEqual(before);
    expect((await fixture.workspace.history(kind)).map(({ operation }) => operation)).toEqual([
      'create',
      'overwrite',
      'overwrite',
    ]);
  });

  test('publishes several tables from elsewhere as one batch, or none of them', async () => {
    await fixture.engineSession.exec('CREATE TABLE scratch.out1 AS SELECT 1 AS i');
    await fixture.engineSession.exec('CREATE TABLE scratch.out2 AS SELECT 2 AS i');
    const both = ['out1', 'out2'].map(
      (name) => ({ staging: ['scratch', 'main', name], schema: 'main', name, mode: 'create' }) as const,
    );
    await fixture.workspace.publish(both, { source: 'run 7' });
    const histories = await Promise.all(['out1', 'out2'].map((name) => fixture.workspace.history(name)));
    expect(new Set(histories.flat().map(({ batch }) => batch)).size).toBe(1);
    const again = both.map((publication, index) => ({
      ...publication,
      name: index === 0 ? 'fresh' : publication.name,
    }));
    await expect(fixture.workspace.publish(again, { source: 'run 8' })).rejects.toMatchObject({
      code: 'input-invalid',
    });
    expect(await tables()).not.toContain('["fresh"]');
  });
});

describe('macros', () => {
  test('give moments that can be calculated with', async () => {
    const [row] = await readRows(
      fixture.session,
      `SELECT typeof(now()), typeof(current_timestamp), typeof(localtimestamp), typeof(current_time), typeof(localtime),
        typeof(today()), today() = current_date, now() - INTERVAL 7 DAY < now(), strftime(now(), '%Y') = year(today())::VARCHAR,
        date_trunc('month', now()) <= today()`,
    );
    expect(row).toBe('["TIMESTAMP","TIMESTAMP","TIMESTAMP","TIME","TIME","DATE",true,true,true,true]');
  });

  test('are found with any search path and in views', async () => {
    await run(fixture.session, 'CREATE SCHEMA aside');
    await run(fixture.session, "SET schema = 'aside'");
    expect(
      await readRows(fixture.session, "SELECT today() IS NOT NULL, table_exists('people'), table_exists('nope')"),
    ).toEqual(['[true,"true","false"]']);
    await run(fixture.session, "SET schema = 'main'");
    await run(fixture.session, 'CREATE VIEW recent AS SELECT now() AS "at"');
    expect(await readRows(fixture.session, 'SELECT count(*) FROM recent')).toEqual(['[1]']);
  });

  test('history_meta tells the snapshots of a table', async () => {
    const history = await fixture.workspace.history('people');
    expect(await readRows(fixture.session, "SELECT snapshot_id, is_current FROM history_meta('people')")).toEqual(
      history.map(({ id, isCurrent }) => `[${id},${isCurrent}]`),
    );
    expect(await readRows(fixture.session, "FROM history_meta('nope')")).toEqual([]);
  });

  test('defaults use them', async () => {
    await run(
      fixture.session,
      'CREATE TABLE stamped (i INTEGER, moment TIMESTAMP DEFAULT current_timestamp, day DATE DEFAULT today())',
    );
    await run(fixture.session, 'INSERT INTO stamped (i) VALUES (1)');
    expect(await readRows(fixture.session, 'SELECT moment IS NOT NULL, day IS NOT NULL FROM stamped')).toEqual([
      '[true,true]',
    ]);
  });
});
