import path from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import type { HostEvent } from '../../src/host/host.ts';
import { appOrigin } from './app-protocol.ts';
import { eventChannel } from './channels.ts';
import { onceReadyToClose } from './ipc.ts';

/** How long a window may take to save before it is closed regardless, in milliseconds. */
const closePatienceMs = 30_000;

/** Opens the app's window. It closes only after it has saved, or when it does not answer. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Stillhouse',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181C' : '#F7F7F5',
    webPreferences: {
      preload: path.resolve(preload),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  closeAfterSaving(window);
  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}

/** Tells the window something, unless it is gone. */
export function sendEvent(window: BrowserWindow, event: HostEvent): void {
  if (!window.isDestroyed()) window.webContents.send(eventChannel, event);
}

function closeAfterSaving(window: BrowserWindow): void {
  let asked = false;
  window.on('close', (event) => {
    if (asked || window.webContents.isCrashed()) return;
    asked = true;
    event.preventDefault();
    const finish = () => {
      clearTimeout(timer);
      if (!window.isDestroyed()) window.destroy();
    };
    const timer = setTimeout(finish, closePatienceMs);
    onceReadyToClose(finish);
    sendEvent(window, { kind: 'closing' });
  });
}
