import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { dispatchHostCall } from '../node/host/dispatch.ts';
import type { HostService } from '../node/host/service.ts';
import { appOrigin } from './app-protocol.ts';
import { closeReadyChannel, hostChannel } from './channels.ts';

/** Answers the window's host calls. Anything that is not our own top frame is refused. */
export function serveHostCalls(host: HostService): void {
  ipcMain.handle(hostChannel, async (event, name: unknown, params: unknown) => {
    if (!isOwnFrame(event)) return { ok: false, error: { code: 'host-refused', message: 'Not our own window.' } };
    return dispatchHostCall(host.handlers, String(name), params);
  });
}

/** Calls back once when the window has saved everything and may close. */
export function onceReadyToClose(listener: () => void): void {
  ipcMain.removeAllListeners(closeReadyChannel);
  ipcMain.once(closeReadyChannel, listener);
}

function isOwnFrame({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.url.startsWith(`${appOrigin}/`);
}
