import { afterAll, describe, expect, test } from 'vitest';
import { cli, temporaryFolder } from './run-cli.ts';

const files = temporaryFolder();
afterAll(() => {
  files.remove();
});
const people = files.write('people.csv', 'id,name\n1,Zoë\n2,"a,b"\n3,\n');
const orders = files.write('orders.ndjson', '{"person":1,"total":12.5}\n{"person":1,"total":9007199254740993}\n');

const sql = (...args: readonly string[]) => cli('sql', ...args);

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

  test('may read files of the disk, and print as many rows as they are told', async () => {
    const counted = await sql('--format', 'csv', '--max-rows', '2', '-e', `SELECT name FROM '${people}' ORDER BY id`);
    expect(counted).toEqual({ code: 0, out: 'name\nZoë\n"a,b"\n', err: 'There are more rows than the 2 printed.\n' });
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

  test.each([
    [['-e', 'SELECT 1', '--import', `t=${files.at('missing.csv')}`], /There is no file .*missing\.csv/],
    [['--file', files.at('missing.sql')], /missing\.sql cannot be read\./],
    [['-e', 'SELECT nothing(1)', '--dialect', 'distiller'], /no function “nothing”.*\(line 1, column 8\)/],
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
    expect(err).toMatch(/^[^\n]+\n\n( {2}stillhouse (sql|import) |stillhouse: offline workbench)/);
  });

  test('wrong usage shows the one command, and a misspelt command its neighbour', async () => {
    expect((await cli('sql', '--what')).err).not.toContain('stillhouse import');
    expect((await cli('improt')).err).toMatch(/^There is no command "improt". Did you mean "import"\?/);
  });

  test('help is no failure', async () => {
    expect(await cli('help')).toMatchObject({ code: 0, err: '' });
    expect((await cli('--help')).out).toMatch(/stillhouse import PATH/);
    for (const asked of [
      ['help', 'decrypt'],
      ['encrypt', '--help'],
    ]) {
      expect((await cli(...asked)).out).toMatch(/^ {2}stillhouse encrypt\|decrypt FILE --key NAME/);
    }
  });
});
