import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { programBundle } from '../../../../build/program-bundle.ts';
import type { Place } from './fixture.ts';

/** When a program kills itself: after more than so many lines of progress, and then so many milliseconds. */
export interface KillPoint {
  readonly lines: number;
  readonly milliseconds: number;
}

/** Bundles the program that delivers, as the shells are bundled. Answers with the file to run. */
export async function bundleChild(folder: string): Promise<string> {
  const entry = fileURLToPath(new URL('deliver-child.ts', import.meta.url));
  await build({ configFile: false, logLevel: 'error', ...programBundle('deliver-child', entry, 'es', folder) });
  return path.join(folder, 'deliver-child.mjs');
}

/** Delivers in a process of its own and kills that. Answers with what it had printed; throws when it ended before. */
export async function deliverAndKill(
  program: string,
  project: { readonly folder: string },
  id: string,
  { destination, secrets }: Place,
  until: KillPoint | (() => boolean),
): Promise<readonly string[]> {
  const placeFile = path.join(project.folder, 'place.json');
  fs.writeFileSync(placeFile, JSON.stringify({ destination, secrets }));
  const point = typeof until === 'function' ? [] : [String(until.lines), String(until.milliseconds)];
  const child = spawn(process.execPath, [program, path.join(project.folder, 'sends'), id, placeFile, ...point], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const lines = () => printed.split('\n').slice(0, -1);
  child.stdout.on('data', (piece: Buffer) => {
    printed += piece.toString();
  });
  const looking = setInterval(() => {
    if (typeof until === 'function' && until()) child.kill('SIGKILL');
  }, 5);
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)));
  clearInterval(looking);
  if (signal !== 'SIGKILL') throw new Error(`The delivery ended before it was killed: ${lines().join(' ')}`);
  return lines();
}
