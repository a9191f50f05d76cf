import { afterAll, describe, expect, test } from 'vitest';
import { cli, temporaryFolder } from './run-cli.ts';

const files = temporaryFolder();
afterAll(() => {
  files.remove();
});
const people = files.write('people.csv', 'id,name\n1,Zoë\n2,"a,b"\n');

const sql = (...args: readonly string[]) => cli('sql', ...args);

describe('sql --as', () => {
  test('prints the statements in another dialect, and notes with their places apart', async () => {
    const script = files.write(
      'script.sql',
      'SELECT arg_max(name, id)\nFROM people;\nSELECT hash(id),\n  "first name" FROM t;\n',
    );
    expect(await sql('--file', script, '--as', 'bigquery')).toEqual({
      code: 0,
      out: 'SELECT\n  MAX_BY(name, id)\nFROM people;\n\nSELECT\n  HASH(id),\n  `first name`\nFROM t;\n',
      err:
        'Not translated: hash (line 3, column 8): BigQuery has nothing like it; use MD5 or SHA-256 on both sides.\n' +
        '1 thing could not be translated for BigQuery.\n',
    });
  });

  test('says when there is nothing to tell', async () => {
    expect(await sql('-e', 'FROM t SELECT a::INTEGER', '--as', 'postgresql')).toEqual({
      code: 0,
      out: 'SELECT\n  CAST(a AS INT)\nFROM t;\n',
      err: 'PostgreSQL knows everything in it.\n',
    });
  });

  test('ends with 1 when a statement cannot be said there, and prints the others', async () => {
    const run = await sql('-e', 'SUMMARIZE t; SELECT 1 AS one; SELECT * FROM WHERE', '--as', 'trino');
    expect(run.code).toBe(1);
    expect(run.out).toBe(
      '-- Not said in Trino:\n-- SUMMARIZE t\n\nSELECT\n  1 AS one;\n\n-- Not said in Trino:\n-- SELECT * FROM WHERE\n',
    );
    expect(run.err).toMatch(/WHERE \(line 1, column 45\): .*\n[^]*2 of 3 statements cannot be said in Trino\.\n$/);
  });

  test('goes through the DuckDB SQL of Data Distiller, and points at the user’s own', async () => {
    const run = await sql(
      ...['--import', `people=${people}`, '--dialect', 'distiller', '--as', 'snowflake'],
      ...['-e', 'SELECT 1;\nSELECT upper(name) AS `large name`, crc32(name) FROM people'],
    );
    expect(run.code).toBe(0);
    expect(run.err).toMatch(/^Not translated: sh_crc32 \(line 2, column 1\): .*Snowflake/);
    expect(run.out).toContain('UPPER(');
    expect(run.out).toContain('AS "large name"');
  });

  test('takes the dialects it names', async () => {
    const { code, err } = await sql('-e', 'SELECT 1', '--as', 'oracle');
    expect(code).toBe(2);
    expect(err).toContain('--as is one of spark, databricks, snowflake, bigquery, redshift, postgresql, trino.');
  });
});
