import type { HostReply, HostTransport } from '../../src/host/client.ts';
import { type HostEvent, hostEventSchema } from '../../src/host/host.ts';

/** What the preload script puts on the window. */
interface ElectronShell {
  send(name: string, params: unknown): Promise<unknown>;
  listen(listener: (event: unknown) => void): () => void;
  readyToClose(): void;
}

declare global {
  interface Window {
    readonly stillhouseShell?: ElectronShell;
  }
}

/** Carries host calls over the preload script's bridge. */
export function electronTransport(shell: ElectronShell): HostTransport {
  return {
    send: async (name, params) => (await shell.send(name, params)) as HostReply, // our own main process
    listen: (listener: (event: HostEvent) => void) =>
      shell.listen((event) => {
        const parsed = hostEventSchema.safeParse(event);
        if (parsed.success) listener(parsed.data);
      }),
  };
}
