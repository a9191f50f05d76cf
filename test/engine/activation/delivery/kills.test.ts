import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serverFolder } from '../../../support/servers/server-process.ts';
import { startWebhookServer, type WebhookServer } from '../../../support/servers/webhook-server.ts';
import { bytes, openProject, outboxOf, type Place, prepare, sha256 } from './fixture.ts';
import { createRandom } from '../../../support/random-choice.ts';
import { bundleChild, deliverAndKill, type KillPoint } from './killed-child.ts';
import { type FilePlace, filePlaces } from './places.ts';

/** How often programs are killed in all; every 25 kills are a round of sends of their own. */
const rounds = Math.max(1, Math.round(Number(process.env.STILLHOUSE_KILLS ?? 25) / 25));

const megabyte = 1 << 20;
const home = serverFolder('kills');
const kinds = ['folder', 's3', 'azure', 'sftp'] as const;
const places = new Map<string, FilePlace>();
let program: string;
let server: WebhookServer;

beforeAll(async () => {
  const started = kinds.map(async (kind) => places.set(kind, await filePlaces[kind]()));
  [program, server] = await Promise.all([bundleChild(path.join(home, 'bundle')), startWebhookServer(), ...started]);
});
afterAll(async () => {
  await Promise.all([server.stop(), ...[...places.values()].map((place) => place.stop())]);
  fs.rmSync(home, { recursive: true });
});

/** Twenty kills of file sends a round: while an upload is opened, between parts, and in the middle of one. */
const killPoints: Readonly<Record<(typeof kinds)[number], readonly KillPoint[]>> = {
  folder: [at(0, 0), at(1, 2), at(9, 0), at(3, 5), at(12, 1)],
  s3: [at(0, 9), at(0, 45), at(1, 0), at(2, 30), at(1, 80)],
  azure: [at(0, 5), at(1, 0), at(2, 25), at(1, 60), at(1, 3)],
  sftp: [at(0, 30), at(2, 0), at(7, 4), at(15, 9), at(4, 1)],
};

function at(lines: number, milliseconds: number): KillPoint {
  return { lines, milliseconds };
}

/** The first round kills where it once hurt; every later one at moments of its own. */
function pointsOf(kind: (typeof kinds)[number], round: number): readonly KillPoint[] {
  const random = createRandom(round);
  if (round === 0) return killPoints[kind];
  return killPoints[kind].map(({ lines, milliseconds }) => at(lines, random.below(milliseconds + 1)));
}

const turns = Array.from({ length: rounds }, (_, round) => round);

test.concurrent.each(kinds)(
  'a send by %s whose program is killed again and again arrives once and whole',
  async (kind) => {
    const place = places.get(kind);
    if (place === undefined) throw new Error(`There is no place to send to by ${kind}.`);
    for (const round of turns) await sendAndKill(kind, place, round);
  },
);

async function sendAndKill(kind: (typeof kinds)[number], place: FilePlace, round: number): Promise<void> {
  const project = openProject(place, { folder: path.join(home, `${kind}-${round}`) });
  const folder = `daily-${round}`;
  const files = [
    { name: `${folder}/small.csv`, content: bytes(2000, 7 + round) },
    { name: `${folder}/large.csv`, content: bytes(60 * megabyte, 8 + round) },
    { name: `${folder}/last.csv`, content: bytes(300, 9 + round) },
  ];
  const visible = async () => (await place.list()).filter((name) => name.includes(`${folder}/`));
  const points = pointsOf(kind, round);
  const { id } = await prepare(project, place, files);
  for (const point of points) {
    await deliverAndKill(program, project, id, place, point);
    const whole = (await visible()).filter((name) => !name.endsWith('.part'));
    expect(whole.filter((name) => name.includes('large'))).toEqual([]);
  }
  fs.writeFileSync(path.join(project.folder, 'sends', id, 'send.json.1.tmp'), '{');
  await project.sends.recover();
  const [stopped] = await project.sends.list();
  expect(stopped).toMatchObject({ state: 'failed', error: { code: 'send-interrupted' } });
  expect(stopped?.files[0]?.remote).toMatchObject({ bytes: 2000 });

  const sent = await project.sends.deliver(id, false);
  expect(sent).toMatchObject({ state: 'sent', error: null });
  expect(sent.attempts).toBeLessThanOrEqual(points.length + 1);
  for (const { name, content } of files) expect(sha256(await place.read(name)), name).toBe(sha256(content));
  expect(await visible()).toEqual([...files.map(({ name }) => name), sent.manifest?.name].sort());
  expect(await place.pending()).toBe(0);
  expect(sent.files.every(({ remote, bytes: size }) => remote?.bytes === size)).toBe(true);
  expect(outboxOf(project, id)).toEqual(['send.json']);
  fs.rmSync(project.folder, { recursive: true });
}

describe('records whose program is killed', () => {
  const hook = (idempotent: boolean): Place => ({
    destination: {
      ...{ id: 'hook', name: 'Hook', kind: 'webhook', url: server.url, method: 'POST', headers: [], idempotent },
      ...{ body: { kind: 'records', batch: 1 }, successCodes: [200], timeoutSeconds: 30 },
    },
    secrets: {},
  });
  const records = Array.from({ length: 30 }, (_, index) => `{"id":${index}}`);
  const ndjson = { format: { name: 'ndjson', compression: 'none', options: {} } } as const;
  const file = { name: 'records.ndjson', content: Buffer.from(records.join('\n')) };

  test.each(turns)('are acted on once each, where the endpoint knows a key again (%i)', async (round) => {
    server.forget();
    server.slowDown(12);
    const place = hook(true);
    const project = openProject(place);
    const { id } = await prepare(project, place, [file], ndjson);
    const random = createRandom(round);
    for (const seen of [3, 10, 18, 25].map((first) => first + (round === 0 ? 0 : random.below(5)))) {
      await deliverAndKill(program, project, id, place, () => server.seen.length >= seen);
    }
    await project.sends.recover();
    const sent = await project.sends.deliver(id, false);
    expect(sent).toMatchObject({ state: 'sent', files: [{ remote: { requests: records.length } }] });
    expect([...server.taken.values()].map(({ body }) => body.toString())).toEqual(
      records.map((record) => `[${record}]`),
    );
    expect(server.seen.length).toBeLessThanOrEqual(records.length + 4);
  });

  test.each(turns)('are not repeated unasked, where it does not (%i)', async () => {
    server.forget();
    server.next({ kind: 'status', status: 200 }, { kind: 'silent' });
    const place = hook(false);
    const project = openProject(place);
    const { id } = await prepare(project, place, [file], ndjson);
    await deliverAndKill(program, project, id, place, () => server.seen.length === 2);
    await project.sends.recover();
    expect(await project.sends.deliver(id, false)).toMatchObject({ state: 'unknown' });
    expect(server.seen.length).toBe(2);
    expect(await project.sends.deliver(id, true)).toMatchObject({ state: 'sent' });
    expect(server.seen.length).toBe(records.length + 1);
  });
});
