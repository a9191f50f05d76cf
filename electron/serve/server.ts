import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { decodeFrame, encodeFrame } from '../../src/host/frame.ts';
import { dispatchHostCall } from '../node/host/dispatch.ts';
import type { HostService } from '../node/host/service.ts';
import { readStaticFile, securityHeaders } from '../node/static-files.ts';
import type { EventFeed } from './event-feed.ts';
import { hasLocalHost, hasOwnOrigin, hasToken } from './security.ts';

export interface ServeOptions {
  readonly port: number;
  readonly token: string;
  /** The folder with the window's bundle. */
  readonly root: string;
  readonly host: HostService;
  readonly feed: EventFeed;
}

/** No call is larger: databases are copied in blocks. */
const largestBody = 64 << 20;

/** Serves the window and its host on loopback only. Resolves when it listens; rejects when the port is taken. */
export async function startServer(options: ServeOptions): Promise<{ close(): Promise<void> }> {
  const server = http.createServer((request, response) => {
    answer(request, response, options).catch(() => {
      refuse(response, 500, 'The request could not be answered.');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: ServeOptions): Promise<void> {
  const { port, token, root, host, feed } = options;
  if (!hasLocalHost(request, port) || !hasOwnOrigin(request, port)) {
    refuse(response, 403, 'Stillhouse answers only its own page on this machine.');
    return;
  }
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const isFeed = request.method === 'GET' && pathname === '/api/events';
  if (isFeed || (request.method === 'POST' && pathname.startsWith('/api/'))) {
    if (!hasToken(request, token)) {
      refuse(response, 401, 'Open the address that was printed when Stillhouse started.');
      return;
    }
    if (isFeed) {
      feed.follow(response.writeHead(200, { ...securityHeaders, 'content-type': 'application/x-ndjson' }));
      return;
    }
    const params = decodeFrame(await readBody(request));
    const reply = await dispatchHostCall(host.handlers, pathname.slice('/api/'.length), params);
    response.writeHead(200, { ...securityHeaders, 'content-type': 'application/octet-stream' }).end(encodeFrame(reply));
    return;
  }
  const file = request.method === 'GET' || request.method === 'HEAD' ? await readStaticFile(root, pathname) : undefined;
  if (file === undefined) {
    refuse(response, 404, 'There is nothing here.');
    return;
  }
  const caching = pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  response
    .writeHead(200, { ...securityHeaders, 'content-type': file.contentType, 'cache-control': caching })
    .end(request.method === 'HEAD' ? undefined : file.body);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' }).end(message);
}

async function readBody(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > largestBody) throw new Error('The request is too large.');
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}
