import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeEngine } from '../../../../electron/node/engine.ts';
import { encodeHere, gzip } from '../../../../electron/node/encode-rows.ts';
import { localHost } from '../../../../electron/node/host/local-host.ts';
import { createHostService } from '../../../../electron/node/host/service.ts';
import { secureRandom } from '../../../../electron/node/secure-random.ts';
import { sendSettingsSchema } from '../../../../src/activation/prepare/send-settings.ts';
import { checkSend } from '../../../../src/activation/run/check-send.ts';
import { createScheduleLoop } from '../../../../src/activation/run/schedule-loop.ts';
import { runScheduled } from '../../../../src/activation/run/run-scheduled.ts';
import type { SendWorkshop } from '../../../../src/activation/run/send-workshop.ts';
import { readSchedules } from '../../../../src/activation/schedules/schedule-store.ts';
import type { ScheduledSend } from '../../../../src/activation/schedules/scheduled-send.ts';
import { openWorkspace } from '../../../../src/catalog/open.ts';
import { createCancelSource } from '../../../../src/core/cancel.ts';
import { createResultSpace } from '../../../../src/results/result-space.ts';
import { run } from '../../catalog/workspace-fixture.ts';

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'stillhouse-scheduled-'));
const out = path.join(home, 'out');
const folder = { kind: 'folder', id: 'lake', name: 'Lake', overwrite: false, manifest: false } as const;
const destination = { ...folder, folder: out };
const { signal } = createCancelSource();
let time = Date.UTC(2026, 5, 15, 6);

async function openSchedules() {
  const service = createHostService({
    shell: 'browser',
    version: '1',
    preferencesFolder: path.join(home, 'preferences'),
    projectsFolder: path.join(home, 'projects'),
    chooseFolder: () => Promise.resolve({ kind: 'unsupported' }),
    chooseSavePath: () => Promise.resolve({ kind: 'unsupported' }),
    now: () => new Date(time),
    emit: () => undefined,
  });
  const host = localHost(service.handlers);
  await host.call('projects.create', { name: 'Shop' });
  await host.call('destinations.save', { destination });
  const engine = await openNodeEngine({});
  const clock = { now: () => new Date(time) };
  let batches = 0;
  const workspace = await openWorkspace({ engine, clock, ids: { nextId: () => `batch-${++batches}` } });
  const workshop: SendWorkshop = {
    ...{ host, workspace, engine, space: createResultSpace(engine), random: secureRandom, gzip, encode: encodeHere },
    now: clock.now,
  };
  return {
    workshop,
    session: await workspace.openSession('tester'),
    plain: await engine.openSession(),
    async close() {
      await service.close();
      await engine.close();
      fs.rmSync(home, { recursive: true });
    },
  };
}

let opened: Awaited<ReturnType<typeof openSchedules>>;
beforeAll(async () => {
  opened = await openSchedules();
  await execute('CREATE TABLE events AS SELECT * FROM (VALUES (1), (2)) AS t(n)');
});
afterAll(() => opened.close());

const execute = (statement: string) => run(opened.session, statement);

const settings = sendSettingsSchema.parse({
  title: 'Events',
  kind: 'dataset',
  mode: 'incremental',
  dataset: 'events',
  platform: 'adobe-export',
  consent: { kind: 'stated-basis', words: 'No personal data in here' },
  fields: [{ path: 'n', header: 'n' }],
  file: {
    ...{ format: 'ndjson', gzip: true },
    name: '{dataset}/exportTime={timestamp:YYYYMMDDHHmm}/part-{part:00000}-tid-{send}.c000',
  },
});

async function confirmed(change: Partial<ScheduledSend> = {}): Promise<ScheduledSend> {
  const { rules, dry } = await checkSend(opened.workshop, settings, 'lake', signal);
  const at = new Date(time).toISOString();
  const schedule = { every: { unit: 'day', at: '06:30' }, startsAt: at, endsAt: null, missed: 'catch-up' } as const;
  const base = { version: 1, id: 's1', destination: 'lake', settings, schedule, paused: false, last: null } as const;
  return { ...base, confirmed: { at, rows: dry.sent, rules }, ...change };
}

const exported = () => (fs.existsSync(out) ? (fs.readdirSync(out, { recursive: true }) as string[]) : []);
const files = () => exported().filter((name) => name.endsWith('.ndjson.gz'));

test('a schedule sends by itself what it confirmed, then only what is new, and says so when nothing is', async () => {
  let scheduled = await runScheduled(opened.workshop, await confirmed(), 2, signal);
  expect(scheduled.last).toMatchObject({ state: 'sent', at: '2026-06-15T06:00:00.000Z' });
  expect(scheduled.last?.words).toMatch(
    /^Sent: 2 rows .* It also stands for 2 runs missed while the app was closed\.$/,
  );
  expect(files()).toEqual([
    expect.stringMatching(/^events\/exportTime=202606150600\/part-00000-tid-[0-9a-f]+\.c000\.ndjson\.gz$/),
  ]);
  expect(await readSchedules(opened.plain)).toEqual([scheduled]);

  time += 86_400_000;
  scheduled = await runScheduled(opened.workshop, scheduled, 0, signal);
  expect(scheduled.last).toMatchObject({ state: 'nothing', send: null });

  await execute('INSERT INTO events VALUES (3)');
  time += 86_400_000;
  scheduled = await runScheduled(opened.workshop, scheduled, 0, signal);
  expect(scheduled.last?.words).toMatch(/^Sent: 1 row /);
  expect(files()).toHaveLength(2);
});

test('a timer runs it when its time has come, and never twice for the same slot', async () => {
  time = Date.UTC(2026, 5, 20, 6);
  let kept = await confirmed({ id: 's2' });
  let ring: () => void = () => undefined;
  const ran: string[] = [];
  let ended: () => void = () => undefined;
  const end = new Promise<void>((resolve) => (ended = resolve));
  const loop = createScheduleLoop({
    now: () => new Date(time),
    repeat(work) {
      ring = work;
      return () => undefined;
    },
    schedules: () => [kept],
    async run(scheduled, missed, own) {
      kept = await runScheduled(opened.workshop, scheduled, missed, own);
      ran.push(kept.last?.state ?? 'never');
      ended();
    },
  });
  loop.start();
  expect(ran).toEqual([]);
  await execute('INSERT INTO events VALUES (4)');
  const before = files().length;
  time += 30 * 60_000;
  ring();
  await end;
  ring();
  time += 60_000;
  ring();
  await loop.stop();
  expect(ran).toEqual(['sent']);
  expect(files()).toHaveLength(before + 1);
  expect(await readSchedules(opened.plain)).toContainEqual(kept);
});

test('nothing leaves when the rules changed, when lint or consent stops it, or when the data is gone', async () => {
  const before = files();
  const good = await confirmed();
  const elsewhere = { ...folder, folder: path.join(home, 'elsewhere') };
  await opened.workshop.host.call('destinations.save', { destination: elsewhere });
  const moved = await runScheduled(opened.workshop, good, 0, signal);
  expect(moved.last?.state).toBe('stopped');
  expect(moved.last?.words).toContain('confirm the schedule again');
  await opened.workshop.host.call('destinations.save', { destination });

  const closed = { ...settings, mode: 'full', consent: { kind: 'none' } } as const;
  const { rules } = await checkSend(opened.workshop, closed, 'lake', signal);
  const denied = await runScheduled(
    opened.workshop,
    { ...good, settings: closed, confirmed: { ...good.confirmed, rules } },
    0,
    signal,
  );
  expect(denied.last?.state).toBe('stopped');
  expect(denied.last?.words).toContain('Nothing left of 4 rows');

  await execute('ALTER TABLE events ADD COLUMN note VARCHAR');
  await execute('CREATE VIEW latest AS FROM events');
  const other = await runScheduled(opened.workshop, good, 0, signal);
  expect(other.last).toMatchObject({ state: 'stopped' });

  await execute('DROP VIEW latest');
  await execute('DROP TABLE events');
  const gone = await runScheduled(opened.workshop, good, 0, signal);
  expect(gone.last?.state).toBe('failed');
  expect(gone.last?.words).toContain('"events"');
  expect(files()).toEqual(before);
  expect(fs.existsSync(path.join(home, 'elsewhere'))).toBe(false);
});
