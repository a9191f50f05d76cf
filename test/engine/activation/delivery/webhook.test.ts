import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openCourier } from '../../../../electron/node/destinations/open-courier.ts';
import type { WebhookDestination } from '../../../../src/activation/destinations/destination.ts';
import { startWebhookServer, type WebhookServer } from '../../../support/servers/webhook-server.ts';
import { openProject, type Place, prepare } from './fixture.ts';

let server: WebhookServer;

beforeAll(async () => {
  server = await startWebhookServer();
});
afterEach(() => server.forget());
afterAll(() => server.stop());

function hook(change: Partial<WebhookDestination> = {}): Place {
  return {
    destination: {
      ...{ id: 'hook', name: 'Hook', kind: 'webhook', url: server.url, method: 'POST' },
      headers: [
        { name: 'X-Source', value: 'stillhouse' },
        { name: 'Authorization', value: null },
      ],
      ...{ body: { kind: 'records', batch: 4 }, idempotent: false, successCodes: [200, 201], timeoutSeconds: 1 },
      ...change,
    },
    secrets: { 'header:authorization': 'Bearer of-this-run' },
  };
}

const records = Array.from({ length: 10 }, (_, index) => `{"id":1234567890123456789${index},"name":"Zoë\\n${index}"}`);
const lines = Buffer.from(`${records.join('\n')}\n`);
const ndjson = { format: { name: 'ndjson', compression: 'none', options: {} } } as const;

async function readySend(place: Place, content: Uint8Array = lines) {
  const project = openProject(place);
  const sealed = await prepare(project, place, [{ name: 'records.ndjson', content }], ndjson);
  return { project, id: sealed.id, deliver: (repeat = false) => project.sends.deliver(sealed.id, repeat) };
}

const takenRecords = () => [...server.taken.values()].map(({ body }) => body.toString());
const wanted = [records.slice(0, 4), records.slice(4, 8), records.slice(8)].map((batch) => `[${batch.join(',')}]`);

describe('records to an endpoint', () => {
  test('go in batches, digit for digit, each under a key of its own', async () => {
    const { deliver } = await readySend(hook());
    const sent = await deliver();
    expect(sent).toMatchObject({ state: 'sent', manifest: null, files: [{ remote: { requests: 3 } }] });
    expect(takenRecords()).toEqual(wanted);
    expect(server.seen[1]?.headers).toMatchObject({
      ...{ 'x-source': 'stillhouse', authorization: 'Bearer of-this-run', 'content-type': 'application/json' },
      'idempotency-key': 'spring-7-abcdef-0-1',
    });
  });

  test('wait as long as the endpoint asks, and not for ever', async () => {
    const { deliver, project, id } = await readySend(hook());
    server.next({ kind: 'status', status: 429, retryAfter: '1' });
    await deliver();
    expect(project.progress.filter(({ note }) => note?.endsWith('Trying again in 1 s.') === true)).toHaveLength(1);
    expect((await project.sends.list()).find((send) => send.id === id)?.state).toBe('sent');
    server.forget();
    const other = await readySend(hook());
    server.next({ kind: 'status', status: 503, retryAfter: '3600' });
    const stopped = await other.deliver();
    expect(stopped).toMatchObject({ state: 'failed', error: { code: 'destination-busy' } });
    expect(stopped.error?.message).toContain('It asks to be left alone for 3600 s.');
  });

  test('are read out of a packed file', async () => {
    const place = hook();
    const project = openProject(place);
    const packed = { format: { name: 'ndjson', compression: 'gzip', options: {} } } as const;
    const files = [{ name: 'records.ndjson.gz', content: gzipSync(lines) }];
    const { id } = await prepare(project, place, files, packed);
    expect(await project.sends.deliver(id, false)).toMatchObject({ state: 'sent' });
    expect(takenRecords()).toEqual(wanted);
  });

  test('no records are no request', async () => {
    const { deliver } = await readySend(hook(), Buffer.alloc(0));
    expect(await deliver()).toMatchObject({ state: 'sent', files: [{ remote: { requests: 0 } }] });
    expect(server.seen).toEqual([]);
  });

  test('an endpoint that is ill for a while is asked again', async () => {
    server.next({ kind: 'status', status: 500 }, { kind: 'status', status: 429 }, { kind: 'status', status: 503 });
    const { deliver, project } = await readySend(hook());
    expect(await deliver()).toMatchObject({ state: 'sent' });
    expect(takenRecords()).toEqual(wanted);
    expect(project.progress.some(({ note }) => note?.includes('could not take the request') === true)).toBe(true);
  });

  test('an endpoint that stays ill stops the send, which is resumed after what it took', async () => {
    const ill = { kind: 'status', status: 500 } as const;
    server.next({ kind: 'status', status: 201 }, ill, ill, ill, ill, ill);
    const { deliver } = await readySend(hook());
    expect(await deliver()).toMatchObject({ state: 'failed', error: { code: 'destination-busy' } });
    expect(server.taken.size).toBe(1);
    server.forget();
    expect(await deliver()).toMatchObject({ state: 'sent', attempts: 2 });
    expect(takenRecords()).toEqual(wanted.slice(1));
  });

  test.each([
    ['cuts the line', { kind: 'lose-answer' }],
    ['never answers', { kind: 'silent' }],
    ['stands behind a gateway that gave up', { kind: 'status', status: 504 }],
  ] as const)('an endpoint that %s leaves the send unknown until someone decides', async (_, behaviour) => {
    server.next({ kind: 'status', status: 200 }, behaviour);
    const { deliver } = await readySend(hook());
    const unknown = await deliver();
    expect(unknown).toMatchObject({ state: 'unknown', finishedAt: null, error: { code: 'send-unknown' } });
    expect(unknown.error?.message).toMatch(/request 2 of “records.ndjson”/);
    const asked = server.seen.length;
    expect(await deliver()).toMatchObject({ state: 'unknown' });
    expect(server.seen.length).toBe(asked);
    expect(await deliver(true)).toMatchObject({ state: 'sent', error: null });
    expect(server.seen.length).toBe(asked + 2);
    expect(new Set(takenRecords())).toEqual(new Set(wanted));
  });

  test('an endpoint that acts once on a key is asked again by itself', async () => {
    server.next({ kind: 'status', status: 200 }, { kind: 'lose-answer' }, { kind: 'status', status: 502 });
    const { deliver } = await readySend(hook({ idempotent: true }));
    expect(await deliver()).toMatchObject({ state: 'sent' });
    expect(server.seen.length).toBe(5);
    expect(takenRecords()).toEqual(wanted);
  });

  test('a send called off with a request under way says that it may have been taken', async () => {
    server.next({ kind: 'silent' });
    const { deliver, project, id } = await readySend(hook({ timeoutSeconds: 60 }));
    const delivering = deliver();
    while (server.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await project.sends.cancel(id)).toMatchObject({ state: 'cancelled', error: { code: 'send-unknown' } });
    await delivering;
  });

  test.each([
    ['wrong credentials', 401, 'destination-credentials', /refuses the credentials/],
    ['a wrong address', 404, 'destination-missing', /knows no such address/],
    ['a redirect', 307, 'destination-refused', /leads elsewhere/],
    ['records it does not like', 422, 'destination-refused', /did not accept/],
    ['a success nobody counts as one', 204, 'destination-refused', /did not accept/],
  ] as const)('%s stop the send with words', async (_, status, code, words) => {
    server.next({ kind: 'status', status });
    const { deliver } = await readySend(hook());
    const failed = await deliver();
    expect(failed).toMatchObject({ state: 'failed', error: { code } });
    expect(failed.error?.message).toMatch(words);
    expect(server.seen.length).toBe(1);
  });

  test('are refused in other formats before anything is written', async () => {
    const place = hook();
    const preparing = prepare(openProject(place), place, [{ name: 'list.csv', content: lines }]);
    await expect(preparing).rejects.toMatchObject({
      code: 'send-invalid',
      message: expect.stringMatching(/NDJSON/) as string,
    });
  });
});

describe('whole files to an endpoint', () => {
  test('go one by one with their own type', async () => {
    const place = hook({ body: { kind: 'file' }, method: 'PUT' });
    const project = openProject(place);
    const files = ['a', 'b'].map((name) => ({ name: `${name}.csv`, content: Buffer.from(`${name}\n1\n`) }));
    const { id } = await prepare(project, place, files);
    expect(await project.sends.deliver(id, false)).toMatchObject({ state: 'sent' });
    expect(server.seen.map(({ method, body, headers }) => [method, body.toString(), headers['content-type']])).toEqual([
      ['PUT', 'a\n1\n', 'text/csv; charset=utf-8'],
      ['PUT', 'b\n1\n', 'text/csv; charset=utf-8'],
    ]);
  });
});

describe('a test of an endpoint', () => {
  const probe = async (place: Place) =>
    (await openCourier(place.destination, place.secrets, { now: () => new Date() })).probe();

  test('asks whether it is there and sends no record', async () => {
    expect(await probe(hook())).toMatch(/answers \(200 to a HEAD request\)/);
    expect(server.taken.size).toBe(0);
  });

  test.each([
    ['http://127.0.0.1:9/', 'destination-unreachable'],
    ['https://nobody-has-this-name.invalid/', 'destination-unreachable'],
  ])('names what is wrong with %s', async (url, code) => {
    await expect(probe(hook({ url }))).rejects.toMatchObject({ code });
  });
});
