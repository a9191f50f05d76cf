import type { ServerResponse } from 'node:http';
import type { HostEvent } from '../../src/host/host.ts';

/** Events for the windows that listen: one JSON line each, for as long as a window keeps its request open. */
export interface EventFeed {
  emit(event: HostEvent): void;
  /** Answers a window's request with everything that happens from now on. */
  follow(response: ServerResponse): void;
}

export function createEventFeed(): EventFeed {
  const followers = new Set<ServerResponse>();
  return {
    emit(event) {
      for (const response of followers) response.write(`${JSON.stringify(event)}\n`);
    },
    follow(response) {
      followers.add(response);
      response.on('close', () => followers.delete(response));
      response.flushHeaders();
    },
  };
}
