import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openHost, temporaryFolder } from './shell.ts';

const bytes = (...values: number[]) => new Uint8Array(values);

describe('the copy of the database in the folder', () => {
  test('appears whole with a new generation, and keeps the blocks that were not written', async () => {
    const { handlers } = openHost(temporaryFolder());
    const { folder } = await handlers['projects.create']({ name: 'A' });
    const database = path.join(folder, 'workspace.duckdb');
    await handlers['database.beginCopy'](undefined);
    await handlers['database.writeCopy']({ offset: 0, bytes: bytes(1, 2, 3, 4) });
    expect(fs.existsSync(database)).toBe(false);
    expect(await handlers['database.commitCopy']({ size: 4 })).toMatchObject({ generation: 1 });
    await handlers['database.beginCopy'](undefined);
    await handlers['database.writeCopy']({ offset: 1, bytes: bytes(9) });
    expect(await handlers['database.commitCopy']({ size: 3 })).toMatchObject({ generation: 2 });
    expect([...fs.readFileSync(database)]).toEqual([1, 9, 3]);
    expect([...(await handlers['database.read']({ offset: 1, length: 10 }))]).toEqual([9, 3]);
  });

  test('stays as it was when a copy is given up, or dies half-way', async () => {
    const home = temporaryFolder();
    const first = openHost(home);
    const { folder } = await first.handlers['projects.create']({ name: 'A' });
    await first.handlers['database.beginCopy'](undefined);
    await first.handlers['database.writeCopy']({ offset: 0, bytes: bytes(1) });
    await first.handlers['database.commitCopy']({ size: 1 });
    await first.handlers['database.beginCopy'](undefined);
    await first.handlers['database.writeCopy']({ offset: 0, bytes: bytes(7) });
    await first.handlers['database.abortCopy'](undefined);
    expect(fs.readdirSync(folder).filter((name) => name.includes('next'))).toEqual([]);
    fs.writeFileSync(path.join(folder, 'workspace.duckdb.next'), 'left by a crash');
    await first.handlers['database.beginCopy'](undefined);
    expect(await first.handlers['database.commitCopy']({ size: 1 })).toMatchObject({ generation: 2 });
    expect([...fs.readFileSync(path.join(folder, 'workspace.duckdb'))]).toEqual([1]);
  });

  test('is kept as a dated backup when another one takes its place', async () => {
    const { handlers } = openHost(temporaryFolder());
    const { folder } = await handlers['projects.create']({ name: 'A' });
    await handlers['database.beginCopy'](undefined);
    await handlers['database.writeCopy']({ offset: 0, bytes: bytes(5) });
    await handlers['database.commitCopy']({ size: 1 });
    const name = await handlers['database.backupFolderCopy'](undefined);
    expect(name).toContain('2024-05-06T07-08-09');
    expect([...fs.readFileSync(path.join(folder, name))]).toEqual([5]);
  });
});

describe('saving a file', () => {
  test('puts it under its name only when it is whole', async () => {
    const home = temporaryFolder();
    const target = path.join(home, 'out.csv');
    const { handlers } = openHost(home, target);
    const begun = await handlers['files.beginSave']({ suggestedName: 'out.csv' });
    if (begun.kind !== 'chosen') throw new Error('A path was chosen.');
    await handlers['files.writeSave']({ token: begun.token, bytes: bytes(104, 105) });
    expect(fs.existsSync(target)).toBe(false);
    await handlers['files.commitSave']({ token: begun.token });
    expect(fs.readFileSync(target, 'utf8')).toBe('hi');
  });

  test('leaves nothing behind when it is given up, and the old file untouched', async () => {
    const home = temporaryFolder();
    const target = path.join(home, 'out.csv');
    fs.writeFileSync(target, 'old');
    const { handlers } = openHost(home, target);
    const begun = await handlers['files.beginSave']({ suggestedName: 'out.csv' });
    if (begun.kind !== 'chosen') throw new Error('A path was chosen.');
    await handlers['files.writeSave']({ token: begun.token, bytes: bytes(1) });
    await handlers['files.abortSave']({ token: begun.token });
    expect(fs.readFileSync(target, 'utf8')).toBe('old');
    expect(fs.readdirSync(home).filter((name) => name.endsWith('.part'))).toEqual([]);
    await expect(handlers['files.writeSave']({ token: begun.token, bytes: bytes(1) })).rejects.toThrow();
  });

  test('tells when nothing was chosen', async () => {
    const { handlers } = openHost(temporaryFolder());
    expect(await handlers['files.beginSave']({ suggestedName: 'x' })).toEqual({ kind: 'cancelled' });
  });
});
