import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { StillhouseError } from '../../../../src/core/error.ts';
import { networkError } from '../network-errors.ts';

export interface HookRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | { readonly stream: Readable; readonly bytes: number };
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** How a request ended. */
export type HookOutcome =
  /** `words` are the first of the answer's body. */
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly words: string;
      /** Milliseconds for which the endpoint asks to be left alone. */
      readonly retryAfterMs: number | undefined;
    }
  /** The connection was never made, so nothing was asked. */
  | { readonly kind: 'unreached'; readonly error: StillhouseError }
  /** It may have been taken: the answer was lost. */
  | { readonly kind: 'unanswered'; readonly error: StillhouseError };

const keptWords = 300;

/** Makes one request, following no redirect. Never throws for what happens on the network. */
export function ask({ url, method, headers, body, timeoutMs, signal }: HookRequest): Promise<HookOutcome> {
  const { host, protocol } = new URL(url);
  return new Promise((resolve) => {
    let connected = false;
    const fail = (cause: unknown) => {
      const known = networkError(cause, host);
      const error =
        known ?? new StillhouseError('destination-unreachable', `The request to ${host} failed.`, { cause });
      resolve({ kind: connected ? 'unanswered' : 'unreached', error });
    };
    const bytes = Buffer.isBuffer(body) ? body.length : body.bytes;
    const request = (protocol === 'https:' ? https : http).request(
      url,
      { method, headers: { ...headers, 'content-length': bytes }, agent: false, signal },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => {
          if (Buffer.concat(pieces).length < keptWords) pieces.push(piece);
        });
        const answered = () => {
          const words = Buffer.concat(pieces).toString('utf8').slice(0, keptWords);
          const retryAfterMs = retryAfter(response.headers['retry-after']);
          resolve({ kind: 'answered', status: response.statusCode ?? 0, words, retryAfterMs });
        };
        // The status line is the answer, even where the rest of it gets lost.
        response.on('end', answered).on('error', answered);
      },
    );
    request.on('socket', (socket) => {
      socket.once(protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connected = true;
      });
    });
    request.setTimeout(timeoutMs, () => {
      request.destroy(Object.assign(new Error('The endpoint is silent.'), { code: 'ETIMEDOUT' }));
    });
    request.on('error', fail);
    if (Buffer.isBuffer(body)) {
      request.end(body);
    } else {
      body.stream.on('error', (error) => request.destroy(error));
      body.stream.pipe(request);
    }
  });
}

/** Reads `Retry-After`: seconds, or the moment (RFC 9110, section 10.2.3). */
function retryAfter(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header)) return 1000 * Number(header);
  const moment = Date.parse(header);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - Date.now());
}
