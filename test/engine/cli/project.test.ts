import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProjectFolder, readDocument } from '../../../electron/node/host/project-folder.ts';
import type { ProjectLayout } from '../../../electron/node/host/layout.ts';
import { cli, temporaryFolder } from './run-cli.ts';

const files = temporaryFolder();
let layout: ProjectLayout;
beforeAll(async () => {
  layout = await createProjectFolder(files.at('My project'), 'My project', new Date());
});
afterAll(() => {
  files.remove();
});

const inProject = (...args: readonly string[]) => cli(...args, '--project', layout.folder);
const ask = async (statement: string) => (await inProject('sql', '--format', 'csv', '-e', statement)).out;
const generation = async () => (await readDocument(layout)).generation;
const content = () => fs.readdirSync(layout.folder, { recursive: true }).map(String).sort();

describe('a project folder', () => {
  const people = files.write('people.csv', 'id,name\n1,Zoë\n2,Ben\nbad\n');

  test('keeps what was imported and written', async () => {
    expect(await inProject('import', people, '--as', 'people')).toMatchObject({ code: 0, err: '' });
    expect(await generation()).toBe(1);
    expect((await inProject('import', people, '--as', 'people', '--append')).code).toBe(0);
    expect((await inProject('sql', '-e', "UPDATE people SET name = 'x' WHERE id = 1")).code).toBe(0);
    expect(await ask('FROM people ORDER BY ALL')).toBe('id,name\n1,x\n1,x\n2,Ben\n2,Ben\n');
    expect((await inProject('import', people, '--as', 'people', '--replace')).code).toBe(0);
    expect(await generation()).toBe(4);
    expect(
      await ask(`SELECT (SELECT count(*) FROM people) AS people, (SELECT count(*) FROM _stillhouse.import_report) AS reports,
        (SELECT string_agg(operation, ' ') FROM history_meta('people')) AS history`),
    ).toBe('people,reports,history\n2,3,create append update overwrite\n');
    expect(content()).toEqual(['.gitignore', '.stillhouse', 'project.json', 'sql', 'workspace.duckdb']);
  });

  test('is not saved again by a read, nor by a write that fails', async () => {
    const before = [await generation(), fs.statSync(layout.database).mtimeMs];
    expect((await inProject('sql', '-e', 'FROM people')).code).toBe(0);
    expect((await inProject('sql', '-e', 'INSERT INTO people SELECT error(1::VARCHAR)')).code).toBe(1);
    expect((await inProject('import', people, '--as', 'people')).err).toMatch(/^There is a table "people" already\./);
    expect([await generation(), fs.statSync(layout.database).mtimeMs]).toEqual(before);
    expect(content()).not.toContain('workspace.duckdb.cli');
  });

  test('keeps the statements before one that failed', async () => {
    const { code } = await inProject('sql', '-e', 'CREATE TABLE kept AS SELECT 1 AS i; SELECT nope');
    expect(code).toBe(1);
    expect(await ask('FROM kept')).toBe('i\n1\n');
  });
});

describe('a project that cannot be opened', () => {
  test('because another program has it open', async () => {
    const before = fs.readFileSync(layout.database);
    fs.mkdirSync(path.dirname(layout.lock), { recursive: true });
    const lock = JSON.stringify({ pid: process.ppid, host: (await import('node:os')).hostname(), since: '2024-01-01' });
    fs.writeFileSync(layout.lock, lock);
    const { code, out, err } = await inProject('sql', '-e', 'DROP TABLE people');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^This project has been open since 2024-01-01 in another program/);
    expect(fs.readFileSync(layout.lock, 'utf8')).toBe(lock);
    expect(fs.readFileSync(layout.database).equals(before)).toBe(true);
    fs.rmSync(layout.lock);
  });

  test('because it was made by a newer version, or is damaged', async () => {
    const [document, database] = [fs.readFileSync(layout.document, 'utf8'), fs.readFileSync(layout.database)];
    fs.writeFileSync(layout.document, document.replace(/"version": \d+/, '"version": 99'));
    expect((await inProject('sql', '-e', 'SELECT 1')).err).toMatch(/cannot be read as a project of this version/);
    fs.writeFileSync(layout.document, document);
    fs.writeFileSync(layout.database, 'this is no database at all'.repeat(1000));
    const { code, err } = await inProject('sql', '-e', 'SELECT 1');
    expect(code).toBe(1);
    expect(err).toMatch(/^[^\n]+[.]\n/);
    expect(fs.readFileSync(layout.database, 'utf8')).toMatch(/^this is no database/);
    expect(content().filter((name) => /lock|cli/.test(name))).toEqual([]);
    fs.writeFileSync(layout.database, database);
    expect(await ask('FROM kept')).toBe('i\n1\n');
  });
});
