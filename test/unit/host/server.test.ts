import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { onTestFinished, describe, expect, test } from 'vitest';
import { createEventFeed, type EventFeed } from '../../../electron/serve/event-feed.ts';
import { startServer } from '../../../electron/serve/server.ts';
import { decodeFrame, encodeFrame } from '../../../src/host/frame.ts';
import { openHost, temporaryFolder } from './shell.ts';

const port = 46_801;
const token = 'the-token-of-this-run';

async function serve(): Promise<EventFeed> {
  const home = temporaryFolder();
  const root = path.join(home, 'page');
  fs.mkdirSync(root);
  fs.writeFileSync(path.join(root, 'index.html'), '<!doctype html>');
  fs.writeFileSync(path.join(home, 'secret.txt'), 'secret');
  const feed = createEventFeed();
  const { close } = await startServer({ port, token, root, host: openHost(home), feed });
  onTestFinished(close);
  return feed;
}

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A raw request: unlike `fetch` it may lie about Host and Origin, and does not tidy the path. */
function ask(target: string, headers: http.OutgoingHttpHeaders = {}, body?: Uint8Array): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const request = http.request(
      { host: '127.0.0.1', port, path: target, method, headers, agent: false },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const call = (headers: http.OutgoingHttpHeaders) => ask('/api/app.info', headers, encodeFrame(undefined));

describe('the loopback server', () => {
  test('answers its own page, which brings the token', async () => {
    await serve();
    const { status, body } = await call({ 'x-stillhouse-token': token, origin: `http://127.0.0.1:${port}` });
    expect(status).toBe(200);
    expect(decodeFrame(new Uint8Array(body))).toMatchObject({ ok: true, value: { version: '1.2.3' } });
  });

  test.each<[string, number, http.OutgoingHttpHeaders]>([
    ['no token', 401, {}],
    ['a wrong token', 401, { 'x-stillhouse-token': 'the-token-of-last-run' }],
    ['a token cut short', 401, { 'x-stillhouse-token': token.slice(0, -1) }],
    ['a page of another site', 403, { 'x-stillhouse-token': token, origin: 'https://example.com' }],
    ['a page of another port', 403, { 'x-stillhouse-token': token, origin: 'http://127.0.0.1:1' }],
    ['a sandboxed page', 403, { 'x-stillhouse-token': token, origin: 'null' }],
    ['a name that another site points here', 403, { 'x-stillhouse-token': token, host: `example.com:${port}` }],
    ['a name without our port', 403, { 'x-stillhouse-token': token, host: '127.0.0.1' }],
  ])('refuses %s', async (_, status, headers) => {
    await serve();
    expect((await call(headers)).status).toBe(status);
    expect((await ask('/', headers.host === undefined ? {} : { host: headers.host })).status).toBe(
      headers.host === undefined ? 200 : 403,
    );
  });

  test.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/../../secret.txt', '/secret.txt'])(
    'serves nothing outside of the page: %s',
    async (target) => {
      await serve();
      const { status, body } = await ask(target);
      expect(status).toBe(404);
      expect(body.toString()).not.toContain('secret');
    },
  );

  test('sends the security policy with everything, errors included', async () => {
    await serve();
    for (const target of ['/', '/nothing']) {
      const { headers } = await ask(target);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain("'unsafe-eval'");
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  test('answers a call it does not know, and parameters that do not fit, with an error in words', async () => {
    await serve();
    const headers = { 'x-stillhouse-token': token };
    const unknown = await ask('/api/files.deleteAll', headers, encodeFrame(undefined));
    expect(decodeFrame(new Uint8Array(unknown.body))).toMatchObject({ ok: false });
    const faulty = await ask('/api/projects.open', headers, encodeFrame({ folder: 7 }));
    expect(decodeFrame(new Uint8Array(faulty.body))).toMatchObject({ ok: false });
  });

  test('tells its own page alone what happens, one JSON line each', async () => {
    const feed = await serve();
    expect((await ask('/api/events')).status).toBe(401);
    const lines = new Promise<string>((resolve, reject) => {
      const headers = { 'x-stillhouse-token': token };
      const request = http.get({ host: '127.0.0.1', port, path: '/api/events', headers, agent: false }, (response) => {
        response.once('data', (piece: Buffer) => {
          resolve(piece.toString());
        });
        feed.emit({ kind: 'send-progress', id: 's', file: 'a', sentBytes: 1, totalBytes: 2, attempt: 1 });
      });
      request.on('error', reject);
    });
    expect(JSON.parse(await lines)).toMatchObject({ kind: 'send-progress', sentBytes: 1 });
  });
});
