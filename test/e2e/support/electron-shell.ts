import fs from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { ensureElectron } from '../../../build/steps/electron-runtime.mjs';
import { type StartApp, watchPage } from './shell.ts';

/** Starts the built app in real Electron, with all of its state under `home`. */
export const startInElectron: StartApp = async (home) => {
  fs.mkdirSync(home, { recursive: true });
  const electron = ensureElectron();
  const appArguments = electron.appFolder === undefined ? [process.cwd()] : [];
  const app = await launch(home, electron.executable, appArguments);
  const child = app.process();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const page = await app.firstWindow();
  const watched = watchPage(page, (url) => /^(app|blob|data|devtools):/.test(url));
  return {
    page,
    ...watched,
    async saveNextTo(target) {
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, target);
    },
    async quit() {
      await app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.close();
      });
      await ended;
    },
    async kill() {
      killTree(child.pid ?? 0);
      await ended;
    },
  };
};

/** Kills a process and all it started, children first, so that none can notice. */
function killTree(pid: number): void {
  const children = fs
    .readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => parentOf(entry) === pid);
  for (const child of children) killTree(Number(child));
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    return; // it has ended by itself
  }
}

function parentOf(entry: string): number {
  try {
    const stat = fs.readFileSync(path.join('/proc', entry, 'stat'), 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return -1;
  }
}

/**
 * The older Electron sometimes never answers the debugger when it starts: it is then started again, and a first start
 * stays a first start.
 */
async function launch(
  home: string,
  executablePath: string,
  appArguments: readonly string[],
  attempt = 1,
): Promise<ElectronApplication> {
  const isFirst = fs.readdirSync(home).length === 0;
  try {
    return await _electron.launch({
      executablePath,
      timeout: 20_000,
      args: ['--no-sandbox', '--in-process-gpu', '--host-resolver-rules=MAP * ~NOTFOUND', ...appArguments],
      env: { ...process.env, STILLHOUSE_HOME: home },
    });
  } catch (error) {
    if (attempt === 3) throw error;
    if (isFirst) fs.rmSync(home, { recursive: true });
    fs.mkdirSync(home, { recursive: true });
    return launch(home, executablePath, appArguments, attempt + 1);
  }
}
