import fs from 'node:fs';
import path from 'node:path';
import { root, run } from './run.mjs';

/** Installs the locked packages when they are missing or older than the lock file. */
export function ensurePackages() {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  const locked = path.join(root, 'package-lock.json');
  if (fs.existsSync(installed) && fs.statSync(installed).mtimeMs >= fs.statSync(locked).mtimeMs) return;
  console.log('Installing packages…');
  run('npm', ['ci', '--no-audit', '--no-fund']);
  fs.utimesSync(installed, new Date(), new Date());
}
