import { errorFromData, StillhouseError, type ErrorData } from '../core/error.ts';
import type { Host, HostEvent } from './host.ts';
import { hostCalls, type HostCallName } from './protocol.ts';

/** What a shell answers to one call. */
export type HostReply =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: ErrorData };

/** How a shell carries calls from the window to the machine. */
export interface HostTransport {
  send(name: string, params: unknown): Promise<HostReply>;
  listen(listener: (event: HostEvent) => void): () => void;
}

/** The window's end of a shell: checks every answer against the protocol. */
export function createHostClient(transport: HostTransport): Host {
  return {
    async call(name: HostCallName, params?: unknown) {
      const reply = await transport.send(name, params);
      if (!reply.ok) throw errorFromData(reply.error);
      const parsed = hostCalls[name].result.safeParse(reply.value);
      if (parsed.success) return parsed.data as never; // the schema of this very call
      throw new StillhouseError('internal', `The host answered "${name}" with something else than agreed.`, {
        technical: parsed.error.message,
      });
    },
    onEvent: (listener) => transport.listen(listener),
  };
}
