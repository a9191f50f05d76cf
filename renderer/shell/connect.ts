import { createHostClient } from '../../src/host/client.ts';
import type { Host } from '../../src/host/host.ts';
import { electronTransport } from './electron-transport.ts';
import { httpTransport } from './http-transport.ts';

/** The host of the shell this window runs in. */
export function connectHost(): Host {
  const shell = window.stillhouseShell;
  return createHostClient(shell === undefined ? httpTransport() : electronTransport(shell));
}
