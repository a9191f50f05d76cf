import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DistillerFixture, openDistillerFixture } from './distiller-fixture.ts';

let fixture: DistillerFixture;
beforeAll(async () => {
  fixture = await openDistillerFixture();
  await fixture.run(`CREATE TABLE visits AS SELECT 'a' AS id, array(1, 2) AS pages, map('k', 1.5D) AS scores;
CREATE TABLE gone AS SELECT 1 AS a;
DROP TABLE gone;
INSERT OVERWRITE INTO visits SELECT * FROM visits;
CREATE VIEW visit_ids AS SELECT id FROM visits;
CREATE VIEW visit_count AS SELECT count(*) AS n FROM visit_ids;
CREATE DATABASE fast WITH (TYPE=QSACCEL, ACCOUNT=acp_query_batch);
CREATE SCHEMA fast.model;
CREATE TABLE fast.model.facts AS SELECT 1 AS a;
CREATE TEMP TABLE passing AS SELECT 1 AS a`);
});
afterAll(() => fixture.close());

const rows = (script: string) => fixture.rows(script);

describe('SHOW', () => {
  test('TABLES: those of the project and the session, without former versions', async () => {
    const answer = await fixture.run('SHOW TABLES');
    expect(answer.columns).toEqual(['name', 'dataSetId', 'dataSet', 'isTemporary']);
    expect(answer.rows).toEqual([
      expect.stringMatching(/^\["fast\.model\.facts","\d+","facts",false\]$/),
      '["passing",null,"passing",true]',
      expect.stringMatching(/^\["visits","\d+","visits",false\]$/),
    ]);
    expect(await rows('SHOW TABLES IN fast')).toHaveLength(1);
    expect(await rows('SHOW TABLES FROM fast.model')).toHaveLength(1);
    expect(await rows("SHOW TABLES LIKE 'vis*|pass*'")).toHaveLength(2);
  });

  test('TABLES within a transaction: those that it made too', async () => {
    await fixture.run('BEGIN; CREATE TABLE coming AS SELECT 1 AS a');
    expect(await rows("SHOW TABLES LIKE 'coming'")).toHaveLength(1);
    await fixture.run('ROLLBACK');
  });

  test('VIEWS: with what they read', async () => {
    expect(await fixture.run('SHOW VIEWS')).toMatchObject({
      columns: ['Db Name', 'Schema Name', 'Name', 'Id', 'Dataset Dependencies', 'Views Dependencies', 'TYPE'],
      rows: [
        '["main","","visit_count","visit_count","","visit_ids","ADLS"]',
        '["main","","visit_ids","visit_ids","visits","","ADLS"]',
      ],
    });
  });

  test('DATABASES, SCHEMAS and DATAGROUPS', async () => {
    expect(await rows('SHOW DATABASES')).toEqual(['["main","ADLS"]', '["fast","QSACCEL"]']);
    expect(await rows('SHOW SCHEMAS')).toEqual(['["fast","model"]']);
    expect(await rows('SHOW SCHEMAS IN main')).toEqual([]);
    expect(await rows('SHOW DATAGROUPS')).toEqual([
      expect.stringMatching(/^\["fast","model","QSACCEL","Data Warehouse Table","facts",true,"\d+"\]$/),
    ]);
  });

  test('NAMESPACES: the standard ones and those made here', async () => {
    await fixture.run("CREATE NAMESPACE lumaCrmId WITH (code = 'testns', TYPE = 'Email')");
    const answer = await fixture.run('SHOW NAMESPACES');
    expect(answer.columns).toEqual(['name', 'code', 'type']);
    expect(answer.rows).toContain('["ECID","ECID","Cookie"]');
    expect(answer.rows.at(-1)).toBe('["lumaCrmId","testns","Email"]');
  });

  test('COLUMNS and CREATE TABLE', async () => {
    expect(await rows('SHOW COLUMNS IN visits')).toEqual(['["id"]', '["pages"]', '["scores"]']);
    expect(await rows('SHOW CREATE TABLE visits')).toEqual([
      JSON.stringify(['CREATE TABLE visits (\n  id STRING,\n  pages ARRAY<INT>,\n  scores MAP<STRING,DOUBLE>\n)']),
    ]);
    expect((await rows('SHOW CREATE TABLE visit_ids'))[0]).toContain('CREATE VIEW visit_ids AS SELECT');
    expect(await fixture.failure('SHOW COLUMNS IN nowhere')).toMatchObject({ at: 'nowhere' });
  });

  test('FUNCTIONS: each with its signature', async () => {
    const answer = await fixture.run("SHOW FUNCTIONS LIKE 'array_dis*|nvl'");
    expect(answer.columns).toEqual(['function', 'usage', 'description']);
    expect(answer.rows.map((row) => (JSON.parse(row) as string[])[0])).toEqual(['array_distinct', 'nvl']); // rows are JSON
    expect((await rows('SHOW FUNCTIONS')).length).toBeGreaterThan(200);
  });

  test('keys, statistics and samples of a project without any: columns and no rows', async () => {
    for (const what of ['PRIMARY KEYS', 'FOREIGN KEYS', 'STATISTICS', 'SAMPLES']) {
      const answer = await fixture.run(`SHOW ${what}`);
      expect(answer.rows).toEqual([]);
      expect(answer.columns.length).toBeGreaterThan(3);
    }
  });
});

describe('DESCRIBE', () => {
  test('tells the columns of tables, views and queries in the names of the dialect', async () => {
    expect(await fixture.run('DESCRIBE visits')).toMatchObject({
      columns: ['col_name', 'data_type', 'comment'],
      rows: ['["id","string",null]', '["pages","array<int>",null]', '["scores","map<string,double>",null]'],
    });
    expect(await rows('DESCRIBE visit_count')).toEqual(['["n","bigint",null]']);
    expect(await rows('DESCRIBE SELECT id, size(pages) AS n FROM visits')).toEqual([
      '["id","string",null]',
      '["n","int",null]',
    ]);
    expect(await rows('DESCRIBE passing')).toEqual(['["a","int",null]']);
  });

  test('EXTENDED adds what the project knows of the table', async () => {
    const found = await rows('DESCRIBE EXTENDED visits');
    expect(found).toContain('["# Detailed Table Information","",""]');
    expect(found).toContain('["Rows","1",""]');
    expect(await rows('DESCRIBE EXTENDED passing')).toContain('["Type","TEMPORARY",""]');
  });
});
