import { contextBridge, ipcRenderer } from 'electron';
import { closeReadyChannel, eventChannel, hostChannel } from '../main/channels.ts';

/** All that a window gets of the machine: calls to the host, its events, and the word that it may close. */
contextBridge.exposeInMainWorld('stillhouseShell', {
  send: (name: string, params: unknown): Promise<unknown> => ipcRenderer.invoke(hostChannel, name, params),
  listen: (listener: (event: unknown) => void): (() => void) => {
    const forward = (_event: unknown, payload: unknown) => {
      listener(payload);
    };
    ipcRenderer.on(eventChannel, forward);
    return () => {
      ipcRenderer.removeListener(eventChannel, forward);
    };
  },
  readyToClose: (): void => {
    ipcRenderer.send(closeReadyChannel);
  },
});
