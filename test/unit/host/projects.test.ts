import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openHost, temporaryFolder } from './shell.ts';

const state = JSON.stringify({ tabs: {} });

describe('projects', () => {
  test('a new project is a plain folder whose data git leaves out', async () => {
    const home = temporaryFolder();
    const { handlers } = openHost(home);
    const { folder, document, databaseSize } = await handlers['projects.create']({ name: 'Q1: mail/post?' });
    expect(path.basename(folder)).toBe('Q1 mail post');
    expect(document).toMatchObject({ format: 'stillhouse-project', name: 'Q1: mail/post?', generation: 0 });
    expect(databaseSize).toBe(0);
    expect(fs.readFileSync(path.join(folder, '.gitignore'), 'utf8')).toMatch(/workspace\.duckdb/);
    expect(fs.readFileSync(path.join(folder, 'project.json'), 'utf8').split('\n').length).toBeGreaterThan(3);
  });

  test('two projects of one name get two folders, and one folder never holds two', async () => {
    const { handlers } = openHost(temporaryFolder());
    const first = await handlers['projects.create']({ name: 'Mail' });
    const second = await handlers['projects.create']({ name: 'Mail' });
    expect(path.basename(second.folder)).toBe('Mail 2');
    await expect(handlers['projects.create']({ name: 'Other', folder: first.folder })).rejects.toMatchObject({
      code: 'project-invalid',
    });
  });

  test('the latest projects come first, and a forgotten one is still on the disk', async () => {
    const { handlers } = openHost(temporaryFolder());
    const a = await handlers['projects.create']({ name: 'A' });
    const b = await handlers['projects.create']({ name: 'B' });
    await handlers['projects.open']({ folder: a.folder, force: false });
    expect((await handlers['projects.recent'](undefined)).map(({ name }) => name)).toEqual(['A', 'B']);
    await handlers['projects.forget']({ folder: b.folder });
    expect((await handlers['projects.recent'](undefined)).map(({ name }) => name)).toEqual(['A']);
    expect((await handlers['projects.list'](undefined)).map(({ name }) => name)).toEqual(['A', 'B']);
  });

  test('a folder without project.json and one that is damaged are each refused in a sentence', async () => {
    const home = temporaryFolder();
    const { handlers } = openHost(home);
    await expect(handlers['projects.open']({ folder: home, force: false })).rejects.toThrow(/no project\.json/);
    fs.writeFileSync(path.join(home, 'project.json'), '{"format":');
    await expect(handlers['projects.open']({ folder: home, force: false })).rejects.toThrow(/cannot be read/);
  });

  test('a project that is open elsewhere is refused, until asked for with force; a dead program holds nothing', async () => {
    const { handlers } = openHost(temporaryFolder());
    const { folder } = await handlers['projects.create']({ name: 'A' });
    await handlers['projects.create']({ name: 'B' });
    const lock = path.join(folder, '.stillhouse', 'lock.json');
    fs.writeFileSync(lock, JSON.stringify({ pid: process.ppid, host: 'elsewhere', since: 'noon' }));
    await expect(handlers['projects.open']({ folder, force: false })).rejects.toMatchObject({ code: 'project-locked' });
    await handlers['projects.open']({ folder, force: true });
    await handlers['projects.create']({ name: 'C' });
    fs.writeFileSync(lock, '{"pid":');
    await handlers['projects.open']({ folder, force: false });
  });

  test('what the window looked like comes back with the project, and not with a copy of it', async () => {
    const { handlers } = openHost(temporaryFolder());
    const { folder, document } = await handlers['projects.create']({ name: 'A' });
    await handlers['project.writeState']({ state });
    await handlers['project.writeQuery']({ name: 'sales', text: 'SELECT 1' });
    const copy = await handlers['projects.saveAs']({ name: 'A copy' });
    expect(copy.document.id).not.toBe(document.id);
    expect(copy.state).toBe('');
    expect(await handlers['project.queries'](undefined)).toEqual([{ name: 'sales', text: 'SELECT 1\n' }]);
    const reopened = await handlers['projects.open']({ folder, force: false });
    expect(reopened.state).toBe(state);
  });
});

describe('saved queries', () => {
  test.each(['../escape', 'a/b', '.hidden', '', 'con:', 'x'.repeat(121), 'tab\tname'])(
    'refuses the name %j',
    async (name) => {
      const { handlers } = openHost(temporaryFolder());
      await handlers['projects.create']({ name: 'A' });
      await expect(handlers['project.writeQuery']({ name, text: '' })).rejects.toMatchObject({ code: 'input-invalid' });
    },
  );

  test('are renamed without overwriting another one, and deleted', async () => {
    const { handlers } = openHost(temporaryFolder());
    await handlers['projects.create']({ name: 'A' });
    await handlers['project.writeQuery']({ name: 'Umsätze 2024', text: 'SELECT 1;\n' });
    await handlers['project.writeQuery']({ name: 'b', text: 'SELECT 2;\n' });
    await expect(handlers['project.renameQuery']({ from: 'b', to: 'Umsätze 2024' })).rejects.toMatchObject({
      code: 'input-invalid',
    });
    await handlers['project.renameQuery']({ from: 'b', to: 'c' });
    await handlers['project.deleteQuery']({ name: 'Umsätze 2024' });
    expect(await handlers['project.queries'](undefined)).toEqual([{ name: 'c', text: 'SELECT 2;\n' }]);
  });
});

describe('history', () => {
  const entry = (id: number, sql: string) => ({
    id: String(id),
    at: '2024-01-01T00:00:00.000Z',
    sql,
    durationMs: 1.5,
    rows: null,
    outcome: 'done' as const,
  });

  test('is found newest first, in any case, across the pieces it is read in', async () => {
    const { handlers } = openHost(temporaryFolder());
    await handlers['projects.create']({ name: 'A' });
    for (let id = 0; id < 40; id++)
      await handlers['history.append'](entry(id, `SELECT ${id} -- ${'é'.repeat(50_000)}`));
    const found = await handlers['history.search']({ text: 'select 3', limit: 3 });
    expect(found.map(({ id }) => id)).toEqual(['39', '38', '37']);
    expect(await handlers['history.search']({ text: 'nowhere', limit: 3 })).toEqual([]);
  });

  test('survives a line that a crash left half-written', async () => {
    const home = temporaryFolder();
    const { handlers } = openHost(home);
    const { folder } = await handlers['projects.create']({ name: 'A' });
    await handlers['history.append'](entry(1, 'SELECT 1'));
    fs.appendFileSync(path.join(folder, '.stillhouse', 'history.ndjson'), '{"id":"2","sql":\n');
    await handlers['history.append'](entry(3, 'SELECT 3'));
    expect((await handlers['history.search']({ text: '', limit: 9 })).map(({ id }) => id)).toEqual(['3', '1']);
  });
});
