import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeQuery } from '../../../electron/node/host/queries.ts';
import type { ProjectLayout } from '../../../electron/node/host/layout.ts';
import { createProjectFolder } from '../../../electron/node/host/project-folder.ts';
import { writeSqlFile } from '../../../src/dialect/sql-file.ts';
import { cli, temporaryFolder } from './run-cli.ts';

const files = temporaryFolder();
let layout: ProjectLayout;
beforeAll(async () => {
  layout = await createProjectFolder(files.at('shop'), 'shop', new Date());
  const save = (name: string, text: string) =>
    writeQuery(layout.queries, { name, text: writeSqlFile({ text, dialect: 'distiller' }) });
  await save('large', 'n > #least');
  await save('least', 'SELECT max(n) - 2 FROM numbers');
  await save('wrong', 'SELECT nothing\nFROM numbers');
  fs.writeFileSync(path.join(layout.queries, 'plain.sql'), 'SELECT [1]\n');
});
afterAll(() => {
  files.remove();
});

const sql = (...args: readonly string[]) => cli('sql', '--format', 'csv', ...args);

describe('the dialect of a script', () => {
  const script = files.write('script.sql', "-- dialect: distiller\nSELECT split('a-b', '-')[0] AS `first part`;\n");

  test('is named by its first line', async () => {
    expect(await sql('--file', script)).toEqual({ code: 0, out: 'first part\na\n', err: '' });
  });

  test('or by --dialect, which goes before it', async () => {
    expect(await sql('--file', script, '--dialect', 'duckdb')).toMatchObject({ code: 1, out: '' });
    expect(await sql('-e', "SELECT split('a-b', '-')[0] AS `p`", '--dialect', 'distiller')).toMatchObject({
      out: 'p\na\n',
    });
  });
});

const block = `-- dialect: distiller
CREATE TABLE numbers AS SELECT explode(sequence(1, 5)) AS n;
$$ BEGIN
  SET @least = SELECT 3;
  CREATE TABLE large WITH (rowvalidation = 'true') AS SELECT * FROM numbers WHERE n > CAST(@least AS INT);
  SELECT count(*) AS c FROM large;
END $$;
`;

test('blocks run, notices are told, and --show-sql tells what the engine is given for which line', async () => {
  const { code, out, err } = await sql('--show-sql', '--file', files.write('block.sql', block));
  expect([code, out]).toEqual([0, 'c\n2\n']);
  expect(err).toContain('Notice: rowvalidation = true has no effect here');
  expect(err.split('\n').filter((line) => line.startsWith('-- Line'))).toEqual([
    '-- Line 4: SET @least = SELECT 3',
    "-- Line 5: CREATE TABLE large WITH (rowvalidation = 'true') AS SELECT…",
    '-- Line 6: SELECT count(*) AS c FROM large',
  ]);
  expect(err).toContain("getvariable('least')");
});

test('errors tell line and column of the script', async () => {
  const script = files.write('bad.sql', '-- dialect: distiller\nSELECT 1;\nSELECT 1 +\n  nope;\n');
  expect((await sql('--file', script)).err).toContain('There is no column “nope” here. (line 4, column 3)');
});

describe('saved queries of the project', () => {
  const inProject = (statement: string, ...args: readonly string[]) =>
    sql('--project', layout.folder, '--dialect', 'distiller', '-e', statement, ...args);

  test('stand where they are named', async () => {
    await inProject('CREATE TABLE numbers AS SELECT explode(sequence(1, 5)) AS n');
    expect(await inProject('SELECT n FROM numbers WHERE #large ORDER BY n')).toEqual({
      code: 0,
      out: 'n\n4\n5\n',
      err: '',
    });
    expect((await inProject('SELECT #least AS n', '--show-sql')).err).toContain('max(n) - 2');
  });

  test.each([
    ['SELECT 1 + #leest', 'There is no saved query “leest”. (line 1, column 12)\nDid you mean “least”?'],
    ['SELECT *\nFROM (#plain)', 'The saved query “plain” is written in DuckDB’s SQL. (line 2, column 7)'],
    ['SELECT 1 + #wrong', 'In the saved query “wrong”: There is no column “nothing” here. (line 1, column 12)'],
  ])('%j says what is wrong and where', async (statement, words) => {
    const { code, err } = await inProject(statement);
    expect(code).toBe(1);
    expect(err).toContain(words);
  });

  test('do not exist without a project', async () => {
    expect((await sql('--dialect', 'distiller', '-e', '#large;')).err).toContain('There is no saved query “large”.');
  });
});

test('COPY writes into the scratch folder of the project, in place of what it wrote before', async () => {
  const file = (folder: string, format: string) => path.join(layout.scratch, folder, `part-00000.${format}`);
  const copy = (query: string, folder: string, format: string) =>
    `COPY ${query} TO '%scratch_space%/${folder}' WITH FORMAT '${format}'`;
  const run = (statement: string) => sql('--project', layout.folder, '--dialect', 'distiller', '-e', statement);
  const people = 'SELECT * FROM VALUES (1, \'Zoë, "Z"\'), (2, NULL) AS t(id, name)';
  const csv = 'id,name\n1,"Zoë, ""Z"""\n2,\n';

  await run(copy('SELECT 1 AS old', 'of march', 'csv'));
  expect((await run(copy(people, 'of march', 'csv'))).out).toBe(
    `path,rows,bytes\n${file('of march', 'csv')},2,${Buffer.byteLength(csv)}\n`,
  );
  expect(fs.readFileSync(file('of march', 'csv'), 'utf8')).toBe(csv);

  await run(`${copy(people, 'j', 'json')}; ${copy(people, 'p', 'parquet')}`);
  expect(fs.readFileSync(file('j', 'json'), 'utf8')).toBe('{"id":1,"name":"Zoë, \\"Z\\""}\n{"id":2}\n');
  const imported = await sql('--import', `p=${file('p', 'parquet')}`, '-e', 'SELECT count(name) AS n FROM p');
  expect(imported.out).toBe('n\n1\n');

  expect((await run(copy('SELECT assert_true(id < 100000) FROM range(200000)', 'failed', 'csv'))).code).toBe(1);
  expect(
    fs.readdirSync(layout.scratch, { recursive: true }).filter((name) => /failed.*part/.test(String(name))),
  ).toEqual([]);
  expect(await sql('--dialect', 'distiller', '-e', copy('SELECT 1', 'a', 'csv'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('no project is open') as string,
  });
});
