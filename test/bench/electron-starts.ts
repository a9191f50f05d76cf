import fs from 'node:fs';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { ensureElectron, installApp } from '../../build/steps/electron-runtime.mjs';
import { startInElectron } from '../e2e/support/electron-shell.ts';
import { startDisplay } from '../e2e/support/prepare.ts';
import { emptyPage, type RuntimeStarts } from './starts.ts';

/** A program that opens one window with nothing in it. */
const emptyProgram = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false });
  window.once('ready-to-show', () => window.show());
  window.loadFile('index.html');
});
`;

/** Starts Electron with the app and with an empty window; `undefined` where no Electron can be had. */
export function electronStarts(folder: string, tell: (words: string) => void): RuntimeStarts | undefined {
  const electron = availableElectron(tell);
  if (electron === undefined) return undefined;
  const { appFolder } = electron;
  const program = writeEmptyProgram(folder);
  const stopDisplay = startDisplay();
  return {
    runtime: 'Electron',
    app: {
      prepare: () => void installApp(electron),
      start: () => startInElectron(path.join(folder, 'electron-app')),
    },
    empty: {
      prepare() {
        if (appFolder === undefined) return;
        fs.rmSync(appFolder, { recursive: true, force: true });
        fs.cpSync(program, appFolder, { recursive: true });
      },
      async start() {
        const app = await _electron.launch({
          executablePath: electron.executable,
          args: [
            '--no-sandbox',
            '--host-resolver-rules=MAP * ~NOTFOUND',
            ...(appFolder === undefined ? [program] : []),
          ],
        });
        return { page: await app.firstWindow(), quit: () => app.close() };
      },
    },
    close() {
      installApp(electron);
      stopDisplay?.();
    },
  };
}

function availableElectron(tell: (words: string) => void) {
  try {
    return ensureElectron();
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

function writeEmptyProgram(folder: string): string {
  const program = path.join(folder, 'empty-program');
  fs.mkdirSync(program, { recursive: true });
  fs.writeFileSync(path.join(program, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.cjs' }));
  fs.writeFileSync(path.join(program, 'main.cjs'), emptyProgram);
  fs.writeFileSync(path.join(program, 'index.html'), emptyPage);
  return program;
}
