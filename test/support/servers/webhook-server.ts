import http from 'node:http';
import type { TestServer } from './server-process.ts';

/** One request the endpoint got. */
export interface SeenRequest {
  readonly method: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What the endpoint does with a request; without one it takes it and answers 200. */
export type Behaviour =
  | { readonly kind: 'status'; readonly status: number; readonly words?: string; readonly retryAfter?: string }
  /** Takes the request and cuts the line instead of answering. */
  | { readonly kind: 'lose-answer' }
  /** Cuts the line when the request begins, taking nothing. */
  | { readonly kind: 'cut' }
  /** Takes the request and never answers. */
  | { readonly kind: 'silent' };

export interface WebhookServer extends TestServer {
  readonly url: string;
  /** Every request that came whole. */
  readonly seen: readonly SeenRequest[];
  /** Requests that were acted on: one for each `Idempotency-Key`. */
  readonly taken: ReadonlyMap<string, SeenRequest>;
  /** Behaviours of the next requests, in order. */
  next(...behaviours: Behaviour[]): void;
  /** Makes every answer wait so many milliseconds. */
  slowDown(milliseconds: number): void;
  forget(): void;
}

/** An endpoint that can behave badly. */
export async function startWebhookServer(): Promise<WebhookServer> {
  const seen: SeenRequest[] = [];
  const taken = new Map<string, SeenRequest>();
  const waiting: Behaviour[] = [];
  let slowness = 0;
  const server = http.createServer((request, response) => {
    const behaviour = request.method === 'HEAD' ? undefined : waiting.shift();
    if (behaviour?.kind === 'cut') {
      request.socket.resetAndDestroy();
      return;
    }
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('error', () => undefined);
    request.on('end', () => {
      const one = { method: request.method ?? '', headers: request.headers, body: Buffer.concat(pieces) };
      seen.push(one);
      const refused = behaviour?.kind === 'status' && (behaviour.status < 200 || behaviour.status > 299);
      if (!refused && one.method !== 'HEAD') taken.set(String(request.headers['idempotency-key']), one);
      if (behaviour?.kind === 'silent') return;
      if (behaviour?.kind === 'lose-answer') request.socket.resetAndDestroy();
      else if (behaviour?.kind === 'status') {
        const { status, words = '', retryAfter } = behaviour;
        response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end(words);
      } else setTimeout(() => response.end('taken'), slowness);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return {
    ...{ seen, taken, url: `http://127.0.0.1:${address.port}/records` },
    next: (...behaviours) => waiting.push(...behaviours),
    slowDown(milliseconds) {
      slowness = milliseconds;
    },
    forget() {
      seen.length = 0;
      taken.clear();
      waiting.length = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
