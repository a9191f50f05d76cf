import type { HostReply, HostTransport } from '../../src/host/client.ts';
import { listenToFeed } from './event-feed.ts';
import { StillhouseError } from '../../src/core/error.ts';
import { decodeFrame, encodeFrame } from '../../src/host/frame.ts';

const tokenKey = 'stillhouse-token';

/** Carries host calls to the server on loopback that served this page. */
export function httpTransport(): HostTransport {
  const token = takeToken();
  return {
    async send(name, params) {
      const response = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'x-stillhouse-token': token, 'content-type': 'application/octet-stream' },
        body: encodeFrame(params),
      }).catch((error: unknown) => {
        throw new StillhouseError('host-refused', 'The Stillhouse program behind this page does not answer.', {
          remedy: 'Start it again and open the address it prints. Your data is safe in this browser and in the folder.',
          cause: error,
        });
      });
      if (!response.ok) throw new StillhouseError('host-refused', await response.text());
      return decodeFrame(new Uint8Array(await response.arrayBuffer())) as HostReply; // our own server
    },
    listen: (listener) => listenToFeed(token, listener),
  };
}

/** The printed address carries the token behind `#`; it is kept for this tab and taken out of the address bar. */
function takeToken(): string {
  const match = /[#&]token=([\w-]+)/.exec(location.hash);
  if (match?.[1] !== undefined) {
    sessionStorage.setItem(tokenKey, match[1]);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(tokenKey) ?? '';
}
