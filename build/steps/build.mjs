import fs from 'node:fs';
import path from 'node:path';
import { root, run, tool } from './run.mjs';

const marker = path.join(root, 'dist', '.built');
const sources = ['src', 'renderer', 'electron', 'sample-data', 'build', 'package-lock.json', 'package.json'];

/** Bundles the window and the four Node programs when a source is newer than the last build. */
export function ensureBuild() {
  if (fs.existsSync(marker) && newest(sources) <= fs.statSync(marker).mtimeMs) return;
  buildAll();
}

export function buildAll() {
  fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  const vite = (config, mode) => run(tool('vite'), ['build', '--logLevel', 'error', '-c', config, '--mode', mode]);
  vite('build/vite.renderer.ts', 'production');
  for (const program of ['main', 'preload', 'serve', 'cli']) vite('build/vite.electron.ts', program);
  fs.writeFileSync(marker, '');
}

function newest(entries) {
  return Math.max(...entries.map((entry) => newestIn(path.join(root, entry))));
}

function newestIn(entry) {
  if (!fs.existsSync(entry)) return 0;
  const stat = fs.statSync(entry);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...fs.readdirSync(entry).map((name) => newestIn(path.join(entry, name))));
}
