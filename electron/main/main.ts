import path from 'node:path';
import { app, BrowserWindow, dialog, session } from 'electron';
import type { HostEvent } from '../../src/host/host.ts';
import { createHostService } from '../node/host/service.ts';
import { version } from '../node/version.ts';
import { registerAppScheme, serveAppScheme } from './app-protocol.ts';
import { serveHostCalls } from './ipc.ts';
import { installMenu } from './menu.ts';
import { blockNetwork, confineContents } from './security.ts';
import { systemSealer } from './system-sealer.ts';
import { openWindow, sendEvent } from './window.ts';

/** Tests and workshops may keep everything in a folder of their own. */
const ownFolder = process.env.STILLHOUSE_HOME;
if (ownFolder !== undefined) app.setPath('userData', path.resolve(ownFolder, 'user-data'));

registerAppScheme();
confineContents();

if (app.requestSingleInstanceLock()) void run();
else app.quit();

async function run(): Promise<void> {
  await app.whenReady();
  const here = __dirname;
  const sealer = systemSealer();
  let tell: (event: HostEvent) => void = () => undefined;
  const host = createHostService({
    shell: 'electron',
    ...(sealer !== undefined && { sealer }),
    version,
    preferencesFolder: app.getPath('userData'),
    projectsFolder: path.join(ownFolder ?? app.getPath('documents'), 'Stillhouse'),
    chooseFolder,
    chooseSavePath,
    now: () => new Date(),
    emit: (event) => tell(event),
  });
  blockNetwork(session.defaultSession);
  serveAppScheme(path.join(here, '..', 'renderer'));
  serveHostCalls(host);
  const window = openWindow(path.join(here, 'preload.cjs'));
  tell = (event) => sendEvent(window, event);
  installMenu((id) => {
    tell({ kind: 'command', id });
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    void host.close().finally(() => {
      app.quit();
    });
  });
}

async function chooseFolder() {
  const options: Electron.OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  const [folder] = filePaths;
  return canceled || folder === undefined ? { kind: 'cancelled' as const } : { kind: 'chosen' as const, path: folder };
}

async function chooseSavePath(suggestedName: string) {
  const options = { defaultPath: path.join(app.getPath('downloads'), suggestedName) };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || !filePath ? { kind: 'cancelled' as const } : { kind: 'chosen' as const, path: filePath };
}
