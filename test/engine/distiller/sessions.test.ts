import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DistillerFixture, openDistillerFixture } from './distiller-fixture.ts';

let fixture: DistillerFixture;
beforeAll(async () => {
  fixture = await openDistillerFixture();
  await fixture.run('CREATE TABLE numbers AS SELECT id AS n FROM range(5)');
});
afterAll(() => fixture.close());

const rows = (script: string) => fixture.rows(script);

describe('settings', () => {
  test('are set, shown one by one and all together', async () => {
    expect((await fixture.run('SET auto_to_json = true')).notices).toEqual([]);
    expect(await rows('SHOW auto_to_json')).toEqual(['["auto_to_json","true"]']);
    expect(await rows('SET auto_to_json')).toEqual(['["auto_to_json","true"]']);
    expect(await rows('SHOW ALL')).toEqual([
      '["auto_to_json","true"]',
      '["drop_system_columns","true"]',
      '["resolve_fallback_snapshot_on_failure","false"]',
      '["skip_stats_for_complex_datatypes","true"]',
    ]);
    await fixture.run('SET auto_to_json = false');
  });

  test('that mean nothing here are kept with a notice', async () => {
    expect((await fixture.run("SET colour = 'red'")).notices).toEqual([
      '“colour” is kept, and nothing here depends on it.',
    ]);
    expect(await rows('SHOW colour')).toEqual(['["colour","red"]']);
  });

  test('auto_to_json gives nested columns as JSON text, on top only', async () => {
    const query = "SELECT struct(1 AS a, array(1, 2) AS b) AS s, map('k', 1) AS m, 1 AS n";
    expect(await rows(`SET auto_to_json = true; ${query}`)).toEqual([
      JSON.stringify([JSON.stringify({ a: 1, b: [1, 2] }), JSON.stringify({ k: 1 }), 1]),
    ]);
    expect(await rows('SELECT s.a + 1 AS a FROM (SELECT struct(1 AS a) AS s)')).toEqual(['[2]']);
    expect((await fixture.run(`SET auto_to_json = false; ${query}`)).types[2]).toBe('INTEGER');
  });
});

describe('cursors', () => {
  test('go on where they stopped, until nothing is left', async () => {
    await fixture.run('DECLARE data_cursor CURSOR FOR SELECT n FROM numbers ORDER BY n DESC');
    expect(await rows('FETCH data_cursor')).toEqual(['[4]']);
    expect(await rows('FETCH 2 FROM data_cursor')).toEqual(['[3]', '[2]']);
    await fixture.run('INSERT INTO numbers SELECT 99');
    expect(await rows('FETCH ALL IN DATA_CURSOR')).toEqual(['[1]', '[0]']);
    expect(await fixture.run('FETCH 5 FROM data_cursor')).toMatchObject({ columns: ['n'], rows: [] });
    expect((await fixture.run('CLOSE data_cursor')).words).toBe('The cursor “data_cursor” is closed.');
  });

  test.each([
    ['FETCH 1 FROM data_cursor', 'There is no open cursor “data_cursor”.', 'data_cursor'],
    ['CLOSE data_cursor', 'There is no open cursor “data_cursor”.', 'data_cursor'],
  ])('%s is refused', async (statement, message, at) => {
    expect(await fixture.failure(statement)).toMatchObject({ message, at });
  });

  test('are open once under a name, and CLOSE ALL closes all', async () => {
    await fixture.run('DECLARE a CURSOR FOR SELECT 1 AS x; DECLARE b CURSOR FOR SELECT 2 AS x');
    expect(await fixture.failure('DECLARE A CURSOR FOR SELECT 3')).toMatchObject({
      message: 'The cursor “A” is open already.',
      at: 'A',
    });
    await fixture.run('CLOSE ALL');
    expect((await fixture.failure('FETCH b')).message).toBe('There is no open cursor “b”.');
    expect(await rows('SHOW TABLES')).toEqual([expect.stringContaining('"numbers"')]);
  });
});

describe('prepared statements', () => {
  test('take values in the order of $1, $2, …', async () => {
    await fixture.run("PREPARE named (int, string) AS SELECT $1 + 1 AS a, concat($2, '!') AS b");
    expect(await rows("EXECUTE named(1, 'x')")).toEqual(['[2,"x!"]']);
    expect(await rows("EXECUTE named('7', 5)")).toEqual(['[8,"5!"]']);
    expect(await fixture.failure('EXECUTE named(1)')).toMatchObject({ message: '“named” takes 2 values, not 1.' });
    expect((await fixture.run('DEALLOCATE named')).words).toBe('The prepared statement “named” is forgotten.');
    expect(await fixture.failure('EXECUTE named(1)')).toMatchObject({ at: 'named' });
  });

  test('need no types, and may write', async () => {
    await fixture.run('PREPARE add AS INSERT INTO numbers SELECT $1; EXECUTE add(1000)');
    expect(await rows('SELECT count(*) FROM numbers WHERE n = 1000')).toEqual(['[1]']);
  });
});

describe('transactions', () => {
  test('ROLLBACK takes back, COMMIT keeps', async () => {
    await fixture.run('BEGIN WORK; CREATE TABLE undone AS SELECT 1 AS a; ROLLBACK WORK');
    await fixture.run('BEGIN TRANSACTION; CREATE TABLE kept AS SELECT 1 AS a; COMMIT');
    expect(await rows("SELECT table_exists('undone'), table_exists('kept')")).toEqual(['["false","true"]']);
  });

  test('what is declared waits for their end, and nothing is half done', async () => {
    await fixture.run('BEGIN');
    expect(await fixture.failure("CREATE TABLE labelled WITH (label = 'PROFILE') AS SELECT 1 AS a")).toMatchObject({
      message: 'Keys, identities, labels and schemas cannot be declared in a transaction.',
      remedy: 'COMMIT first.',
    });
    expect((await fixture.failure('ALTER TABLE kept ADD PRIMARY KEY (a)')).remedy).toBe('COMMIT first.');
    await fixture.run('COMMIT');
    expect(await rows("SELECT table_exists('labelled')")).toEqual(['["false"]']);
  });
});

test.each([
  ['SELECT nope FROM numbers', 'nope'],
  ['SELECT * FROM no_such_table', 'no_such_table'],
  ['SELECT n +\n  no_function(n) FROM numbers', 'no_function'],
  ["INSERT INTO numbers SELECT 1, 'two'", "SELECT 1, 'two'"],
  ['DESCRIBE no_such_table', 'no_such_table'],
  ['CREATE MODEL m AS SELECT 1', 'CREATE MODEL m AS SELECT 1'],
  ['SHOW MODELS', 'SHOW MODELS'],
  ['GRANT SELECT ON t TO u', 'GRANT SELECT ON t TO u'],
  ["COPY (SELECT 1) TO '%scratch_space%/f'", "COPY (SELECT 1) TO '%scratch_space%/f'"],
])('%s fails at its place', async (statement, at) => {
  expect((await fixture.failure(statement)).at).toBe(at);
});

test('COPY says where it can write, and that it needs a project', async () => {
  expect(await fixture.failure("COPY (SELECT 1) TO 's3://bucket/out' WITH FORMAT 'csv'")).toMatchObject({
    message:
      'COPY cannot write to “s3://bucket/out”: statements reach no folder but the project’s own for scratch files.',
    remedy: "Write TO '%scratch_space%/folder', or run the query by itself and Export its rows to a place you choose.",
  });
  expect(await fixture.failure("COPY (SELECT 1) TO '%scratch_space%/out' WITH FORMAT 'csv'")).toMatchObject({
    message: 'COPY writes into the project’s folder, and no project is open.',
  });
});

test('statements are shown as the engine runs them', async () => {
  expect(await fixture.session.show('INSERT INTO numbers SELECT 1')).toHaveLength(1);
  expect(await fixture.session.show('SET auto_to_json = true')).toEqual([]);
  expect(await fixture.session.show('ALTER TABLE numbers ADD COLUMN a int, b string')).toEqual([
    'BEGIN',
    'ALTER TABLE "numbers" ADD COLUMN a INTEGER',
    'ALTER TABLE "numbers" ADD COLUMN b VARCHAR',
    'COMMIT',
  ]);
  const [made = ''] = await fixture.session.show('SELECT 1 AS a INTO TEMP made');
  expect(made).toMatch(/^CREATE TEMP TABLE "made" AS\nSELECT/);
});

test('an error that comes while rows are put aside is told of the text as it was written', async () => {
  const text = "SELECT if(id = 2900000, raise_error('too far'), id) AS id FROM range(3000000)";
  const space = await fixture.database.engine.openSession();
  await space.exec('CREATE TABLE scratch.main.aside (id BIGINT)');
  const query = fixture.session.run(text);
  await query.next();
  await expect(query.spool('aside')).rejects.toMatchObject({ statement: text });
  await query.close();
  await space.exec('DROP TABLE scratch.main.aside');
  await space.close();
});
