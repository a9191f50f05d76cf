import { afterAll, expect, test } from 'vitest';
import { createProjectFolder } from '../../../electron/node/host/project-folder.ts';
import { cli, temporaryFolder } from '../cli/run-cli.ts';

const files = temporaryFolder();
afterAll(() => {
  files.remove();
});

test('what is declared is saved with the project', async () => {
  const { folder } = await createProjectFolder(files.at('Shop'), 'Shop', new Date());
  const run = (script: string) =>
    cli('sql', '--project', folder, '--dialect', 'distiller', '--format', 'json', '-e', script);
  expect(await run('CREATE TABLE people AS SELECT 1 AS id')).toMatchObject({ code: 0 });
  expect(await run('ALTER TABLE people ADD PRIMARY KEY (id)')).toMatchObject({ code: 0 });
  expect(JSON.parse((await run('SHOW PRIMARY KEYS')).out)).toEqual([
    { tableName: 'people', columnName: 'id', datatype: 'int', namespace: null },
  ]);
});
