import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { dispatchHostCall } from '../../../electron/node/host/dispatch.ts';
import type { HostService } from '../../../electron/node/host/service.ts';
import { openHost, temporaryFolder } from './shell.ts';

const draft = {
  ...{ destination: 'out', title: 'Spring', kind: 'audience', rows: 2, leftOut: [], consent: null, mapping: [] },
  ...{ source: { dataset: 'spring', snapshot: null, sql: 'SELECT 1' }, identity: null, undoes: null },
  format: { name: 'csv', compression: 'none', options: {} },
  idempotencyKey: 'key-of-content',
  files: [{ name: 'spring.csv', rows: 2 }],
} as const;

const content = new TextEncoder().encode('mail\na\nb\n');

async function openProject(home: string, host: HostService) {
  const { folder } = await host.handlers['projects.create']({ name: 'A' });
  await host.handlers['destinations.save']({
    destination: {
      ...{ id: 'out', name: 'Out', kind: 'folder', folder: path.join(home, 'out') },
      ...{ overwrite: false, manifest: true },
    },
  });
  return folder;
}

const filesIn = (folder: string) => (fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []);

/** As a window calls, through the checks of the protocol. */
async function call(host: HostService, name: string, params: unknown): Promise<unknown> {
  const reply = await dispatchHostCall(host.handlers, name, params);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

describe('a send', () => {
  test('goes from the window’s blocks to its destination, and leaves a receipt that version control may keep', async () => {
    const home = temporaryFolder();
    const host = openHost(home);
    const folder = await openProject(home, host);
    const { id } = (await call(host, 'sends.begin', { draft })) as { id: string }; // by the protocol
    await call(host, 'sends.writeFile', { id, file: 0, bytes: content.slice(0, 4) });
    await call(host, 'sends.writeFile', { id, file: 0, bytes: content.slice(4) });
    expect(await call(host, 'sends.seal', { id })).toMatchObject({
      state: 'ready',
      files: [{ bytes: content.length }],
    });
    expect(filesIn(path.join(home, 'out'))).toEqual([]);
    expect(await call(host, 'sends.deliver', { id })).toMatchObject({ state: 'sent' });
    expect(fs.readFileSync(path.join(home, 'out', 'spring.csv'), 'utf8')).toBe('mail\na\nb\n');
    expect(filesIn(path.join(folder, 'sends', id))).toEqual(['send.json']);
    expect(fs.readFileSync(path.join(folder, 'sends', '.gitignore'), 'utf8')).toContain('files/');
    await expect(call(host, 'sends.discard', { id })).rejects.toThrow(/cannot be discarded: it is sent/);
    await expect(call(host, 'sends.cancel', { id })).rejects.toThrow(/cannot be cancelled/);
    await expect(call(host, 'sends.writeFile', { id, file: 0, bytes: content })).rejects.toThrow(/fixed or gone/);
  });

  test('that was not sealed when the program ended is gone; one that was can still be delivered', async () => {
    const home = temporaryFolder();
    const host = openHost(home);
    const folder = await openProject(home, host);
    const begin = async () => (await call(host, 'sends.begin', { draft })) as { id: string }; // by the protocol
    const half = await begin();
    await call(host, 'sends.writeFile', { id: half.id, file: 0, bytes: content });
    const whole = await begin();
    await call(host, 'sends.writeFile', { id: whole.id, file: 0, bytes: content });
    await call(host, 'sends.seal', whole);
    fs.cpSync(folder, path.join(home, 'after a crash'), { recursive: true });
    const next = openHost(home);
    await next.handlers['projects.open']({ folder: path.join(home, 'after a crash'), force: true });
    expect(await next.handlers['sends.list'](undefined)).toMatchObject([{ id: whole.id, state: 'ready' }]);
    expect(filesIn(path.join(home, 'after a crash', 'sends'))).toEqual(['.gitignore', whole.id]);
    expect(await call(next, 'sends.deliver', whole)).toMatchObject({ state: 'sent' });
  });

  test('that nobody wants any more vanishes without a trace', async () => {
    const home = temporaryFolder();
    const host = openHost(home);
    const folder = await openProject(home, host);
    const { id } = (await call(host, 'sends.begin', { draft })) as { id: string }; // by the protocol
    await call(host, 'sends.discard', { id });
    expect(filesIn(path.join(folder, 'sends'))).toEqual(['.gitignore']);
  });

  test('under way when the project is left goes on when it is opened again', async () => {
    const home = temporaryFolder();
    const host = openHost(home);
    const folder = await openProject(home, host);
    const { id } = (await call(host, 'sends.begin', { draft })) as { id: string }; // by the protocol
    for (let block = 0; block < 20; block++) {
      await call(host, 'sends.writeFile', { id, file: 0, bytes: new Uint8Array(2 << 20).fill(block) });
    }
    await call(host, 'sends.seal', { id });
    const delivering = call(host, 'sends.deliver', { id });
    await host.handlers['projects.create']({ name: 'B' });
    expect(await delivering).toMatchObject({ state: 'failed', error: { code: 'send-interrupted' } });
    await host.handlers['projects.open']({ folder, force: false });
    expect(await call(host, 'sends.deliver', { id })).toMatchObject({ state: 'sent', attempts: 2 });
    expect(filesIn(path.join(home, 'out'))).toEqual([`manifest-${id}.json`, 'spring.csv']);
  });

  test.each(['../../elsewhere', 'x', '20240101-000000-00000000'])('that does not exist is refused: %s', async (id) => {
    const home = temporaryFolder();
    const host = openHost(home);
    await openProject(home, host);
    for (const name of ['sends.deliver', 'sends.cancel', 'sends.discard', 'sends.seal']) {
      await expect(call(host, name, { id })).rejects.toThrow(/send/);
    }
  });
});
