import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DistillerFixture, openDistillerFixture } from './distiller-fixture.ts';

let fixture: DistillerFixture;
beforeAll(async () => {
  fixture = await openDistillerFixture();
  await fixture.run(`CREATE TABLE people AS SELECT * FROM VALUES
  ('ann', 20, 1.5D, struct('x' AS code, array(1, 2) AS tags)),
  ('bob', 30, 2.5D, struct('y' AS code, array(3) AS tags)),
  ('cid', 40, NULL, NULL) AS t(name, age, score, marketing);
CREATE TABLE many AS SELECT id AS n FROM range(10000)`);
});
afterAll(() => fixture.close());

const rows = (script: string) => fixture.rows(script);

describe('COMPUTE STATISTICS', () => {
  test('names its result, which is a table of the session', async () => {
    const answer = await fixture.run('ANALYZE TABLE people COMPUTE STATISTICS FOR ALL COLUMNS');
    expect(answer).toMatchObject({ columns: ['Statistics ID'], rows: ['["people_stats_1"]'] });
    const statistics = await fixture.run('SELECT * FROM people_stats_1');
    expect(statistics.columns).toEqual([
      'columnName',
      'mean',
      'max',
      'min',
      'standardDeviation',
      'approxDistinctCount',
      'nullCount',
      'dataType',
    ]);
    expect(statistics.types.slice(1, 7)).toEqual(['DOUBLE', 'DOUBLE', 'DOUBLE', 'DOUBLE', 'DOUBLE', 'BIGINT']);
    // Ages 20, 30, 40: mean 30, deviation 10. Scores 1.5 and 2.5: mean 2, deviation sqrt(1/2).
    expect(statistics.rows).toEqual([
      '["name",0,0,0,0,3,0,"String"]',
      '["age",30,40,20,10,3,0,"Integer"]',
      `["score",2,2.5,1.5,${Math.SQRT1_2},2,1,"Double"]`,
      '["marketing.code",0,0,0,0,2,1,"String"]',
    ]);
  });

  test('takes some columns, some rows and a name', async () => {
    expect(
      await rows(
        'ANALYZE TABLE people FILTERCONTEXT (age >= 30 AND name IS NOT NULL) COMPUTE STATISTICS FOR COLUMNS (age, marketing.code) AS elders',
      ),
    ).toEqual(['["elders"]']);
    expect(await rows('SELECT columnName, mean, nullCount FROM elders')).toEqual([
      '["age",35,0]',
      '["marketing.code",0,1]',
    ]);
    await fixture.run('ANALYZE TABLE people COMPUTE STATISTICS FOR COLUMNS (marketing) AS elders');
    expect(await rows('SELECT columnName FROM elders')).toEqual(['["marketing.code"]']);
  });

  test('takes arrays and maps in when the setting says so', async () => {
    await fixture.run('SET skip_stats_for_complex_datatypes = false');
    await fixture.run('ANALYZE TABLE people COMPUTE STATISTICS FOR COLUMNS (marketing.tags) AS tagged');
    expect(await rows('SELECT columnName, approxDistinctCount, nullCount, dataType FROM tagged')).toEqual([
      '["marketing.tags",2,1,"Array"]',
    ]);
    await fixture.run('SET skip_stats_for_complex_datatypes = true');
  });

  test('are numbered, and listed with what they were computed of', async () => {
    await fixture.run('ANALYZE TABLE people COMPUTE STATISTICS');
    const answer = await fixture.run('SELECT 1; SHOW STATISTICS');
    expect(answer.columns).toEqual(['statsId', 'tableName', 'columnSet', 'filterContext', 'timestamp']);
    expect(answer.rows.map((row) => (JSON.parse(row) as unknown[]).slice(0, 4))).toEqual([
      ['people_stats_1', 'people', '(*)', ''],
      ['elders', 'people', '(marketing)', ''],
      ['tagged', 'people', '(marketing.tags)', ''],
      ['people_stats_2', 'people', '(*)', ''],
    ]); // rows are JSON
  });

  test('count different values exactly where that fits, and near it where not', async () => {
    await fixture.run('CREATE VIEW many_seen AS SELECT n FROM many');
    await fixture.run(
      'ANALYZE TABLE many COMPUTE STATISTICS AS counted; ANALYZE TABLE many_seen COMPUTE STATISTICS AS near',
    );
    expect(await rows('SELECT approxDistinctCount, nullCount FROM counted')).toEqual(['[10000,0]']);
    const [estimate = ''] = await rows('SELECT approxDistinctCount FROM near');
    expect(Math.abs(Number(estimate.slice(1, -1)) / 10_000 - 1)).toBeLessThan(0.3);
  });

  test('of numbers that are not finite are told without failing', async () => {
    await fixture.run("CREATE TABLE odd AS SELECT CAST(x AS double) AS x FROM VALUES ('1'), ('Infinity') AS t(x)");
    await fixture.run('ANALYZE TABLE odd COMPUTE STATISTICS AS odd_stats');
    expect(await rows('SELECT max, standardDeviation FROM odd_stats')).toEqual(['["Infinity","NaN"]']);
  });

  test.each([
    ['ANALYZE TABLE nowhere COMPUTE STATISTICS', 'There is no table or view “nowhere”.', 'nowhere'],
    ['ANALYZE TABLE people COMPUTE STATISTICS FOR COLUMNS (ag)', '“people” has no column “ag”.', 'ag'],
    ['ANALYZE TABLE people COMPUTE STATISTICS AS many', 'There is a table or view “many” already.', 'many'],
    ['ANALYZE TABLE people FILTERCONTEXT (nope > 1) COMPUTE STATISTICS', 'There is no column “nope” here.', 'nope'],
  ])('%s fails at its place', async (statement, message, at) => {
    expect(await fixture.failure(statement)).toMatchObject({ message, at });
  });
});

test('ANALYZE TABLE alone tells what the accelerated store tells', async () => {
  expect(await fixture.run('ANALYZE TABLE people')).toMatchObject({
    columns: ['field', 'data-type', 'count', 'distinct-count', 'missing', 'max', 'min', 'mean', 'stdev'],
    rows: [
      '["name","string",3,3,0,"cid","ann",null,null]',
      '["age","integer",3,3,0,"40","20",30,10]',
      `["score","double",2,2,1,"2.5","1.5",2,${Math.SQRT1_2}]`,
      '["marketing.code","string",2,2,1,"y","x",null,null]',
    ],
  });
});

describe('samples', () => {
  test('are taken, listed and read by WITHAPPROXIMATE', async () => {
    expect((await fixture.failure('SELECT count(*) FROM many WITHAPPROXIMATE')).remedy).toBe(
      'Take one first: ANALYZE TABLE many TABLESAMPLE SAMPLERATE 10.',
    );
    const [taken = ''] = await rows('ANALYZE TABLE many TABLESAMPLE SAMPLERATE 20');
    const [id, size] = JSON.parse(taken) as [string, number]; // a row is JSON
    expect(id).toBe('many_sample_1');
    // 10,000 rows at 20 percent: 2,000 with a standard deviation of 40.
    expect(Math.abs(size - 2000)).toBeLessThan(240);
    expect(await rows('SELECT count(*) FROM many WITHAPPROXIMATE')).toEqual([`[${size}]`]);
    expect(await rows('SELECT count(*) FROM many_sample_1')).toEqual([`[${size}]`]);
    expect(await rows('SELECT count(*) FROM many')).toEqual(['[10000]']);
  });

  test('of some rows, the newest being read', async () => {
    await fixture.run('ANALYZE TABLE many FILTERCONTEXT (n < 100) TABLESAMPLE SAMPLERATE 100');
    expect(await rows('SELECT count(*), max(m.n) FROM many WITHAPPROXIMATE m')).toEqual(['[100,99]']);
    const answer = await fixture.run('SHOW SAMPLES');
    expect(answer.rows).toHaveLength(2);
    expect(answer.rows[1]).toMatch(/^\["many_sample_2","many","uniform",100,"\(n < 100\)",100,/);
  });

  test('of no or too many percent are refused', async () => {
    expect((await fixture.failure('ANALYZE TABLE many TABLESAMPLE SAMPLERATE 0')).message).toBe(
      'A sample takes more than 0 and at most 100 percent of the rows, not 0.',
    );
  });
});
