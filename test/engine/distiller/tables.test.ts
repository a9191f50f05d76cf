import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readProfileMarks } from '../../../src/catalog/profile-marks.ts';
import { type DistillerFixture, openDistillerFixture } from './distiller-fixture.ts';

let fixture: DistillerFixture;
beforeAll(async () => {
  fixture = await openDistillerFixture();
});
afterAll(() => fixture.close());

const rows = (script: string) => fixture.rows(script);
async function profiles() {
  const session = await fixture.database.engine.openSession();
  return Object.fromEntries(await readProfileMarks(session).finally(() => session.close()));
}

describe('CREATE TABLE', () => {
  test('AS with options keeps what is known and tells the rest', async () => {
    const { notices } = await fixture.run(
      "CREATE TABLE IF NOT EXISTS made WITH (schema = 'XDM title', rowvalidation = 'false', colour = 'red') AS (SELECT 1 AS a, 'x' AS b)",
    );
    expect(notices).toEqual([
      'rowvalidation = false has no effect here: rows are always checked as they are written.',
      'WITH has no option “colour”: it was left out.',
    ]);
    expect(await rows('SELECT * FROM made')).toEqual(['[1,"x"]']);
  });

  test('IF NOT EXISTS leaves a table with its rows and declarations', async () => {
    const { notices } = await fixture.run("CREATE TABLE IF NOT EXISTS made WITH (label = 'PROFILE') AS SELECT 2 AS a");
    expect(notices).toEqual(['“made” was there already and stayed as it was.']);
    expect(await rows('SELECT * FROM made')).toEqual(['[1,"x"]']);
    expect((await rows('SHOW CREATE TABLE made'))[0]).not.toContain('PROFILE');
  });

  test('of an empty query makes an empty table of its types', async () => {
    await fixture.run('CREATE TABLE blank AS SELECT cast(NULL AS string) a, cast(NULL AS timestamp) b WHERE false');
    expect(await rows('DESCRIBE blank')).toEqual(['["a","string",null]', '["b","timestamp",null]']);
    expect(await rows('SELECT count(*) FROM blank')).toEqual(['[0]']);
  });

  test('with columns, comments and an identity marks a profile dataset', async () => {
    const { notices } = await fixture.run(`CREATE TABLE IF NOT EXISTS people (
  userId TEXT PRIMARY IDENTITY NAMESPACE 'Email', orders INTEGER COMMENT 'how many', total_revenue DECIMAL(18,2)
) WITH (LABEL = 'PROFILE')`);
    expect(notices).toEqual([]);
    expect(await rows('DESCRIBE TABLE people')).toEqual([
      '["userId","string",null]',
      '["orders","int","how many"]',
      '["total_revenue","decimal(18,2)",null]',
    ]);
    expect(await profiles()).toEqual({ people: { identity: 'userId', namespace: 'Email' } });
  });

  test('with the label alone counts once it has an identity, and no longer without it', async () => {
    const { notices } = await fixture.run("CREATE TABLE loose WITH (LABEL = 'PROFILE') AS SELECT 'a' AS id, 1 AS n");
    expect(notices).toHaveLength(1);
    expect(Object.keys(await profiles())).toEqual(['people']);
    await fixture.run("ALTER TABLE loose ADD CONSTRAINT PRIMARY IDENTITY (id) NAMESPACE 'crmid'");
    expect(await profiles()).toMatchObject({ loose: { identity: 'id', namespace: 'CRMID' } });
    await fixture.run('ALTER TABLE loose RENAME TO tight');
    expect(Object.keys(await profiles()).sort()).toEqual(['people', 'tight']);
    await fixture.run('ALTER TABLE tight DROP CONSTRAINT PRIMARY IDENTITY (id)');
    expect(Object.keys(await profiles())).toEqual(['people']);
  });

  test('SELECT … INTO makes one too', async () => {
    await fixture.run('SELECT a + 1 AS a INTO into_it FROM made; SELECT a INTO TEMP into_temp FROM made');
    expect(await rows('SELECT a FROM into_it UNION ALL SELECT a FROM into_temp')).toEqual(['[2]', '[1]']);
    expect(await rows("SHOW TABLES LIKE 'into*'")).toEqual([
      expect.stringMatching(/^\["into_it","\d+","into_it",false\]$/),
      '["into_temp",null,"into_temp",true]',
    ]);
  });

  test('an unknown type and an unknown namespace are told at their places', async () => {
    expect(await fixture.failure('CREATE TABLE odd (a colour)')).toMatchObject({
      message: 'There is no type “colour”.',
      at: 'colour',
    });
  });
});

describe('INSERT', () => {
  test('says where a column cannot hold all that comes', async () => {
    await fixture.run(
      'CREATE TABLE narrow (whole int, price decimal(9,2), share float, day date, list array<int>, nest struct<whole: int>)',
    );
    const { notices } = await fixture.run(
      "INSERT INTO narrow SELECT -1.7D, 1.239BD, 0.1D, TIMESTAMP '2024-01-31 10:00:00', array(2.9D), struct(3.9D AS other)",
    );
    expect(notices).toEqual([
      '“whole” holds whole numbers: fractions are cut off.',
      '“price” holds 2 decimal places: further ones are rounded.',
      '“share” holds numbers of single precision: others are rounded to it.',
      '“day” holds dates: the time of day is cut off.',
      '“list[]” holds whole numbers: fractions are cut off.',
      '“nest.whole” holds whole numbers: fractions are cut off.',
    ]);
    expect(await rows('SELECT whole, price, day, list, nest.whole FROM narrow')).toEqual([
      '[-1,1.24,"2024-01-31",[2],3]',
    ]);
    expect((await fixture.run('INSERT OVERWRITE narrow SELECT 1, 2BD, NULL, NULL, array(3), NULL')).notices).toEqual(
      [],
    );
  });

  test('asks the engine for types that only it knows, and stores those the same way', async () => {
    await fixture.run('CREATE TABLE middle (n int)');
    const { notices } = await fixture.run(
      'INSERT INTO middle SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY x) FROM VALUES (1.7D) AS t(x)',
    );
    expect(notices).toEqual(['“n” holds whole numbers: fractions are cut off.']);
    expect(await rows('SELECT n FROM middle')).toEqual(['[1]']);
  });

  test('fills a tenant structure by the order of its fields', async () => {
    await fixture.run('CREATE TABLE nested (_tenant struct<id: string, n: int, deep: struct<x: double>>)');
    await fixture.run(
      "INSERT INTO nested SELECT struct('a' AS any_name, 2 AS other, struct(1.5D AS z) AS d) AS _tenant",
    );
    expect(await rows('SELECT _tenant.id, _tenant.n, _tenant.deep.x FROM nested')).toEqual(['["a",2,1.5]']);
  });

  test.each([
    ["INSERT INTO nested SELECT struct('a' AS x)", '“_tenant” takes 3 fields, and the query gives 1.'],
    [
      "INSERT INTO nested SELECT struct('a' AS x, 1 AS n, struct(1 AS a, 2 AS b) AS d)",
      '“_tenant.deep” takes 1 field, and the query gives 2.',
    ],
    ['INSERT INTO nested SELECT 1, 2', '“nested” takes 1 column, and the query gives 2.'],
    ['INSERT INTO people (nope) SELECT 1', '“people” has no column “nope”.'],
  ])('%s is refused', async (statement, message) => {
    expect((await fixture.failure(statement)).message).toBe(message);
  });

  test('spreads a structure of the tenant over the columns of a flat profile table', async () => {
    await fixture.run(`CREATE TABLE flat (userId TEXT PRIMARY IDENTITY NAMESPACE 'Email', orders INTEGER, total DECIMAL(18,2)) WITH (LABEL='PROFILE');
CREATE VIEW rfm AS SELECT 'a@x.com' AS userid, 3 AS orders, 2.5D AS total;
INSERT INTO flat SELECT Struct(userid, orders, total) _tenantid FROM rfm`);
    expect(await rows('SELECT * FROM flat')).toEqual(['["a@x.com",3,2.50]']);
    await fixture.run('DROP TABLE flat');
  });

  test('cuts fractions, and refuses what is no number', async () => {
    await fixture.run("INSERT INTO people SELECT 'a@x.com', 3.9D, 1.005");
    expect(await rows('SELECT orders FROM people')).toEqual(['[3]']);
    expect((await fixture.failure("INSERT INTO people SELECT 'b@x.com', 'many', 1")).message).toContain('many');
    expect(await rows('SELECT count(*) FROM people')).toEqual(['[1]']);
  });

  test('takes columns by name and leaves the others NULL', async () => {
    await fixture.run("INSERT INTO people (orders, userId) SELECT 7, 'c@x.com'");
    expect(await rows("SELECT orders, total_revenue FROM people WHERE userId = 'c@x.com'")).toEqual(['[7,null]']);
  });

  test('OVERWRITE replaces the rows, also by a query of the table itself, all or nothing', async () => {
    await fixture.run(
      'INSERT OVERWRITE INTO people SELECT userId, orders * 2, total_revenue FROM people WHERE orders = 7',
    );
    expect(await rows('SELECT userId, orders FROM people')).toEqual(['["c@x.com",14]']);
    expect((await fixture.failure("INSERT OVERWRITE INTO people SELECT 'x', 'many', 1")).message).toContain('many');
    expect(await rows('SELECT userId, orders FROM people')).toEqual(['["c@x.com",14]']);
  });
});

describe('views', () => {
  test('are made with the dialect inside them, and replaced', async () => {
    await fixture.run("CREATE VIEW shouted AS SELECT concat(userId, '!') AS u FROM people");
    await fixture.run("CREATE OR REPLACE VIEW shouted AS SELECT concat(userId, '?', nvl(NULL, 1)) AS u FROM people");
    expect(await rows('SELECT u FROM shouted')).toEqual(['["c@x.com?1"]']);
    await fixture.run('DROP VIEW IF EXISTS shouted; DROP VIEW IF EXISTS shouted');
  });
});

describe('databases', () => {
  test('hold schemas, whose tables are named in three parts', async () => {
    await fixture.run(`CREATE DATABASE IF NOT EXISTS insight WITH (TYPE=QSACCEL, ACCOUNT=acp_query_batch);
CREATE SCHEMA insight.model;
CREATE TABLE IF NOT EXISTS insight.model.facts WITH (DISTRIBUTION = HASH(id)) AS SELECT cast(null as int) id, cast(null as string) name WHERE false;
INSERT INTO insight.model.facts SELECT 1, 'x'`);
    expect(await rows('SELECT f.name FROM insight.model.facts f WHERE f.id = 1')).toEqual(['["x"]']);
    expect(await rows('SHOW TABLES IN insight')).toEqual([expect.stringContaining('"insight.model.facts"')]);
  });

  test('go with CASCADE only when something is in them', async () => {
    expect((await fixture.failure('DROP DATABASE insight')).message).not.toBe('');
    expect(await rows('SELECT count(*) FROM insight.model.facts')).toEqual(['[1]']);
    await fixture.run('DROP DATABASE insight CASCADE');
    expect(await rows('SHOW DATABASES')).toEqual(['["main","ADLS"]']);
    expect(await rows('SHOW SCHEMAS')).toEqual([]);
  });
});
