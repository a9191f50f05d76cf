import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createKeyFileSealer, type Sealer } from '../../../electron/node/host/sealer.ts';
import { createSecretStore } from '../../../electron/node/host/secrets.ts';
import { openHost, temporaryFolder } from './shell.ts';

function openStore(folder = temporaryFolder()) {
  const sealer = createKeyFileSealer(path.join(folder, 'secrets.key'));
  return { folder, store: createSecretStore(folder, sealer) };
}

const file = (folder: string) => path.join(folder, 'secrets.json');

describe('kept secrets', () => {
  test('come back to the same user, and lie encrypted in files only that user may read', async () => {
    const { folder, store } = openStore();
    await store.write('p/destination/a', { password: 'Пароль 1' });
    await Promise.all([store.write('p/destination/b', { password: 'two' }), store.write('p/keys', { k: 'three' })]);
    const again = openStore(folder).store;
    expect(await again.read('p/destination/a')).toEqual({ password: 'Пароль 1' });
    expect(await again.read('p/keys')).toEqual({ k: 'three' });
    expect(await again.read('p/destination/none')).toEqual({});
    expect(fs.readFileSync(file(folder), 'utf8')).not.toMatch(/Пароль|two|three/);
    for (const name of ['secrets.json', 'secrets.key']) {
      expect(fs.statSync(path.join(folder, name)).mode & 0o077, name).toBe(0);
    }
    await again.write('p/destination/a', {});
    expect(fs.readFileSync(file(folder), 'utf8')).not.toContain('p/destination/a');
  });

  test('are not opened when they were changed, moved to another place, or sealed by another key', async () => {
    const { folder, store } = openStore();
    await store.write('p/a', { x: '1' });
    const whole = fs.readFileSync(file(folder), 'utf8');
    fs.writeFileSync(file(folder), whole.replace('p/a', 'p/b'));
    await expect(store.read('p/b')).rejects.toMatchObject({ code: 'secret-missing' });
    fs.writeFileSync(
      file(folder),
      whole.replace(/"sealed": "(.)/, (_, first) => `"sealed": "${first === 'A' ? 'B' : 'A'}`),
    );
    await expect(store.read('p/a')).rejects.toMatchObject({ code: 'secret-missing' });
    fs.writeFileSync(file(folder), whole);
    const system: Sealer = { ...createKeyFileSealer(path.join(folder, 'secrets.key')), kind: 'system' };
    await expect(createSecretStore(folder, system).read('p/a')).rejects.toMatchObject({ code: 'secret-missing' });
    fs.rmSync(path.join(folder, 'secrets.key'));
    await expect(store.read('p/a')).rejects.toMatchObject({ code: 'secret-missing' });
  });
});

const destination = {
  id: 'drop',
  name: 'Drop',
  kind: 'sftp',
  host: '127.0.0.1',
  port: 9,
  user: 'me',
  folder: '',
  auth: 'password',
  hostKey: null,
  overwrite: false,
  manifest: true,
} as const;

describe('destinations of a project', () => {
  test('are kept in its folder without their secrets, which stay when they are not named and go when they are empty', async () => {
    const { handlers } = openHost(temporaryFolder());
    const { folder } = await handlers['projects.create']({ name: 'A' });
    const saved = await handlers['destinations.save']({ destination, secrets: { password: 'open sesame' } });
    expect(saved).toEqual({ destination, secretsSet: ['password'] });
    const renamed = { ...destination, name: 'Drop box' };
    expect(await handlers['destinations.save']({ destination: renamed })).toMatchObject({ secretsSet: ['password'] });
    expect(await handlers['destinations.list'](undefined)).toEqual([
      { destination: renamed, secretsSet: ['password'] },
    ]);
    const everything = fs.readdirSync(folder, { recursive: true }).map((name) => path.join(folder, String(name)));
    const texts = everything.filter((name) => fs.statSync(name).isFile()).map((name) => fs.readFileSync(name, 'utf8'));
    expect(texts.join()).toContain('Drop box');
    expect(texts.join()).not.toContain('sesame');
    await handlers['destinations.save']({ destination, secrets: { password: '' } });
    expect(await handlers['destinations.list'](undefined)).toMatchObject([{ secretsSet: [] }]);
    expect(await handlers['destinations.test']({ id: 'drop' })).toMatchObject({ ok: false, code: 'secret-missing' });
  });

  test('go with a copy of the project, and their secrets on this machine with them', async () => {
    const { handlers } = openHost(temporaryFolder());
    await handlers['projects.create']({ name: 'A' });
    await handlers['destinations.save']({ destination, secrets: { password: 'open sesame' } });
    await handlers['secrets.write']({ name: 'mail-key', value: '42' });
    await handlers['projects.saveAs']({ name: 'B' });
    expect(await handlers['destinations.list'](undefined)).toEqual([{ destination, secretsSet: ['password'] }]);
    expect(await handlers['secrets.reveal']({ name: 'mail-key' })).toBe('42');
    await handlers['destinations.remove']({ id: 'drop' });
    expect(await handlers['destinations.list'](undefined)).toEqual([]);
    expect(await handlers['destinations.test']({ id: 'drop' })).toMatchObject({
      ok: false,
      code: 'destination-invalid',
    });
  });

  test('keys that SQL names are the project’s own', async () => {
    const { handlers } = openHost(temporaryFolder());
    await handlers['projects.create']({ name: 'A' });
    await handlers['secrets.write']({ name: 'b', value: '2' });
    await handlers['secrets.write']({ name: 'a', value: '1' });
    expect(await handlers['secrets.names'](undefined)).toEqual(['a', 'b']);
    await handlers['secrets.remove']({ name: 'a' });
    await expect(handlers['secrets.reveal']({ name: 'a' })).rejects.toMatchObject({ code: 'secret-missing' });
    expect(await handlers['secrets.protection'](undefined)).toMatch(/file/);
    await handlers['projects.create']({ name: 'B' });
    expect(await handlers['secrets.names'](undefined)).toEqual([]);
  });
});
