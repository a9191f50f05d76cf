import { afterAll, describe, expect, test } from 'vitest';
import { cli, temporaryFolder } from './run-cli.ts';

const files = temporaryFolder();
afterAll(() => {
  files.remove();
});
const people = files.write('people.csv', 'id,name\n1,Zoë\n2,"a,b"\n3,\n');
const orders = files.write('orders.ndjson', '{"person":1,"total":12.5}\n{"person":1,"total":9007199254740993}\n');

const sql = (...args: readonly string[]) => cli('sql', ...args);

describe('formats', () => {
  test('table', async () => {
    expect(
      await sql('-e', "SELECT 1 AS n, 'Zoë' AS name, NULL AS x UNION ALL SELECT 1200, 'two\nlines\x1b[31m', 7"),
    ).toEqual({
      code: 0,
      out: [
        '   n  name               x',
        '────  ──────────────  ────',
        '   1  Zoë             NULL',
        '1200  two lines [31m     7',
        '2 rows',
        '',
      ].join('\n'),
      err: '',
    });
  });

  test('json, every number exact', async () => {
    const { out, code } = await sql(
      '--format',
      'json',
      '-e',
      `SELECT 9007199254740993 AS big, 170141183460469231731687303715884105727::HUGEINT AS huge, 0.10::DECIMAL(5,2) AS d,
         1e300 AS f, 'NaN'::DOUBLE AS nan, '-Infinity'::FLOAT AS inf, DATE '2024-02-29' AS day,
         TIMESTAMP '2024-02-29 12:00:00.5' AS ts, {'a': [1, NULL], 'b"': 'x'} AS s, MAP {'k': 1.50} AS m, '"' AS q, true AS t, NULL AS n`,
    );
    expect(code).toBe(0);
    expect(out).toBe(
      '[\n{"big":9007199254740993,"huge":170141183460469231731687303715884105727,"d":0.10,"f":1e+300,"nan":"NaN",' +
        '"inf":"-Infinity","day":"2024-02-29","ts":"2024-02-29T12:00:00.5","s":{"a":[1,null],"b\\"":"x"},' +
        '"m":{"k":1.50},"q":"\\"","t":true,"n":null}\n]\n',
    );
    expect(JSON.parse(out)).toHaveLength(1);
  });

  test('json makes repeated and empty names unique', async () => {
    const { out } = await sql('--format', 'json', '-e', 'SELECT 1 AS a, 2 AS a, 3 AS "A", 4 AS a_2');
    const [row] = JSON.parse(out) as [Record<string, number>];
    expect(Object.values(row)).toEqual([1, 2, 3, 4]);
    expect(Object.keys(row).slice(0, 2)).toEqual(['a', 'a_2']);
  });

  test('csv', async () => {
    const { out } = await sql(
      '--format',
      'csv',
      '-e',
      `SELECT 'a,b' AS x, 'say "hi"' AS "y z", NULL AS n, '' AS e, 1.50 AS d`,
    );
    expect(out).toBe('x,y z,n,e,d\n"a,b","say ""hi""",,"",1.50\n');
  });

  test('results without a row', async () => {
    const none = 'SELECT 1 AS i WHERE false';
    expect((await sql('--format', 'json', '-e', none)).out).toBe('[\n]\n');
    expect((await sql('-e', none)).out).toBe('i\n─\n0 rows\n');
  });

  test('results of many batches come whole', async () => {
    const { out } = await sql('--format', 'json', '-e', 'SELECT range AS i FROM range(30000)');
    expect((JSON.parse(out) as { i: number }[]).map(({ i }) => i)).toEqual(Array.from({ length: 30_000 }, (_, i) => i));
  });
});

describe('--max-rows', () => {
  const many = 'SELECT range AS i FROM range(5000)';

  test('prints so many and says that there are more', async () => {
    const { out, err, code } = await sql('--max-rows', '3000', '--format', 'csv', '-e', many);
    expect(out.split('\n')).toHaveLength(3002);
    expect([err, code]).toEqual(['There are more rows than the 3,000 printed.\n', 0]);
  });

  test('says nothing when there are no more', async () => {
    expect(await sql('--max-rows', '3', '-e', 'FROM range(3)')).toMatchObject({ err: '', code: 0 });
    expect((await sql('--max-rows', '0', '--format', 'json', '-e', 'FROM range(3)')).out).toBe('[\n]\n');
  });
});

describe('statements', () => {
  test('of a script in a file, over imported files, the last one printed', async () => {
    const script = files.write(
      'script.sql',
      `-- totals
CREATE TABLE totals AS SELECT person, sum(total) AS total FROM orders GROUP BY person;
UPDATE totals SET total = total * 2;
SELECT p.name, t.total FROM people AS p JOIN totals AS t ON t.person = p.id; -- the end`,
    );
    const run = await sql(
      '--import',
      `people=${people}`,
      '--import',
      `orders=${orders}`,
      '--file',
      script,
      '--format',
      'json',
    );
    expect(run).toEqual({ code: 0, out: '[\n{"name":"Zoë","total":18014398509482011.0}\n]\n', err: '' });
  });

  test('may read files of the disk', async () => {
    expect((await sql('--format', 'csv', '-e', `SELECT count(*) AS n FROM '${people}'`)).out).toBe('n\n3\n');
  });

  test('that change rows print their number', async () => {
    const { out } = await sql('--format', 'csv', '-e', 'CREATE TABLE t (i INTEGER); INSERT INTO t FROM range(4)');
    expect(out).toBe('Count\n4\n');
  });

  test('of a transaction that is not ended fail', async () => {
    expect(await sql('-e', 'BEGIN; CREATE TABLE t AS SELECT 1')).toMatchObject({
      code: 1,
      err: 'The script ends within a transaction, which was rolled back.\nEnd it with COMMIT.\n',
    });
  });
});

describe('failures', () => {
  test('tell line and column of the script, and print nothing', async () => {
    const script = files.write('bad.sql', "SELECT 1;\n\nSELECT 'é😀',\n  nope\nFROM range(3);\n");
    expect(await sql('--file', script, '--format', 'json')).toEqual({
      code: 1,
      out: '',
      err: 'There is no column "nope" here. Did you mean "range"? (line 4, column 3)\n',
    });
  });

  test('of a value at its first row print nothing', async () => {
    const { code, out, err } = await sql(
      '--format',
      'json',
      '-e',
      "SELECT CAST(x AS INTEGER) FROM (VALUES ('1'), ('x')) AS t(x)",
    );
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^"x" cannot be read as INTEGER\./);
  });

  test.each([
    [['-e', 'SELECT 1', '--import', `t=${files.at('missing.csv')}`], /There is no file .*missing\.csv/],
    [['--file', files.at('missing.sql')], /missing\.sql cannot be read\./],
    [['-e', 'SELECT 1', '--dialect', 'distiller'], /Data Distiller dialect/],
    [['-e', 'SELECT 1', '--project', files.at('no project')], /is not a Stillhouse project/],
    [['-e', "SELECT * FROM 'https://example.com/a.csv'"], /Stillhouse works offline/],
  ])('%j exit with 1', async (args, words) => {
    const { code, out, err } = await sql(...args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(words);
    expect(err).not.toMatch(/usage|\bat .*:\d+:\d+/i);
  });

  test.each([
    [['sql']],
    [['sql', '-e', 'SELECT 1', '--file', 'x.sql']],
    [['sql', '-e', ' ; -- nothing']],
    [['sql', '-e', 'SELECT 1', '--format', 'xml']],
    [['sql', '-e', 'SELECT 1', '--max-rows', 'ten']],
    [['sql', '-e', 'SELECT 1', '--max-rows', '1.5']],
    [['sql', '-e', 'SELECT 1', '--max-rows=-1']],
    [['sql', '-e', 'SELECT 1', '--import', 'people']],
    [['sql', '-e', 'SELECT 1', '--import', '=x.csv']],
    [['sql', '-e', 'SELECT 1', '--what']],
    [['sql', 'SELECT 1']],
    [['nothing']],
    [[]],
    [['import']],
    [['import', 'a.csv']],
    [['import', 'a.csv', 'b.csv', '--as', 't']],
    [['import', 'a.csv', '--as', 't', '--format', 'csv']],
    [['import', 'a.csv', '--as', 't', '--set', 'speed=9']],
    [['import', 'a.csv', '--as', 't', '--set', 'header']],
    [['import', people, '--as', 't', '--set', 'header=maybe']],
    [['import', people, '--as', 't', '--set', 'format=word']],
    [['import', 'a.csv', '--as', 't', '--replace', '--append']],
  ])('%j exit with 2 and the usage', async (args) => {
    const { code, out, err } = await cli(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^[^\n]+\n\nstillhouse: offline workbench/);
  });

  test('help is no failure', async () => {
    expect(await cli('help')).toMatchObject({ code: 0, err: '' });
    expect((await cli('--help')).out).toMatch(/stillhouse import PATH/);
  });
});
