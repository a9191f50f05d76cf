import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layoutOf, type ProjectLayout } from '../../../../electron/node/host/layout.ts';
import { cli, temporaryFolder } from '../../cli/run-cli.ts';
import { filesWith, makeProject, others, zoe } from './erase-fixture.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const bundle = path.join(root, `.cache/erase-${process.pid}`);
const files = temporaryFolder();
const home = process.env.XDG_CONFIG_HOME;
let made: ProjectLayout;
let before: ReadonlyMap<string, string>;
beforeAll(async () => {
  process.env.XDG_CONFIG_HOME = files.at('config');
  const configFile = path.join(root, 'build/vite.electron.ts');
  await build({ configFile, mode: 'cli', logLevel: 'error', build: { outDir: bundle } });
  made = await makeProject(files.at('Made'));
  before = await others(made);
});
afterAll(() => {
  if (home === undefined) delete process.env.XDG_CONFIG_HOME;
  else process.env.XDG_CONFIG_HOME = home;
  files.remove();
  fs.rmSync(bundle, { recursive: true });
});

const who = ['--identity', zoe.id, '--identity', zoe.email, '--delete-backups'];
const sizeOf = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Erases in a process of its own and kills that as soon as `reached` holds. */
async function eraseAndKill(layout: ProjectLayout, reached: () => boolean): Promise<void> {
  const args = [path.join(bundle, 'cli.mjs'), 'erase', '--project', layout.folder, ...who];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const looking = setInterval(() => {
    if (reached()) child.kill('SIGKILL');
  }, 1);
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)));
  clearInterval(looking);
  if (signal !== 'SIGKILL') throw new Error('The erasure ended before it was killed.');
}

describe('a project whose erasure was killed opens with all of everybody else, is marked, and can be erased again', () => {
  test.each<readonly [string, (layout: ProjectLayout) => boolean]>([
    ['when it was marked', ({ erasureMark }) => sizeOf(erasureMark) > 0],
    ['when the fresh file has data', ({ database }) => sizeOf(`${database}.cli.fresh`) > 300_000],
  ])('%s', async (name, reached) => {
    const layout = layoutOf(files.at(name));
    fs.cpSync(made.folder, layout.folder, { recursive: true });
    await eraseAndKill(layout, () => reached(layout));
    expect(fs.existsSync(layout.erasureMark)).toBe(true);
    const after = await others(layout);
    for (const [key, line] of before) expect([key, after.get(key)]).toEqual([key, line]);
    expect(await cli('erase', '--project', layout.folder, ...who)).toMatchObject({ code: 0, err: '' });
    expect(fs.existsSync(layout.erasureMark)).toBe(false);
    expect(filesWith(layout.folder, [zoe.id, zoe.email])).toEqual([]);
  });
});
