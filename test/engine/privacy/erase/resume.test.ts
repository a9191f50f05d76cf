import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openErasure } from '../../../../electron/cli/erase-project.ts';
import { openDatabase } from '../../../../electron/cli/open-project.ts';
import { createErasureFolder } from '../../../../electron/node/erase/erasure-folder.ts';
import type { ProjectLayout } from '../../../../electron/node/host/layout.ts';
import { readDocument } from '../../../../electron/node/host/project-folder.ts';
import { createKeyFileSealer } from '../../../../electron/node/host/sealer.ts';
import { createSecretStore } from '../../../../electron/node/host/secrets.ts';
import { createCancelSource } from '../../../../src/core/cancel.ts';
import type { ErasureOrder } from '../../../../src/privacy/erase/order.ts';
import { type ErasureOptions, type ErasureProject, runErasure } from '../../../../src/privacy/erase/run-erasure.ts';
import { temporaryFolder } from '../../cli/run-cli.ts';
import { filesWith, makeProject, others, zoe } from './erase-fixture.ts';

const files = temporaryFolder();
const home = process.env.XDG_CONFIG_HOME;
let layout: ProjectLayout;
beforeAll(async () => {
  process.env.XDG_CONFIG_HOME = files.at('config');
  layout = await makeProject(files.at('Project'));
});
afterAll(() => {
  if (home === undefined) delete process.env.XDG_CONFIG_HOME;
  else process.env.XDG_CONFIG_HOME = home;
  files.remove();
});

const order: ErasureOrder = { identities: [zoe.id, zoe.email], columns: {}, deleteBackups: true };

/** Erases as the command line does, with parts of the project changed. */
async function erase(change: Partial<ErasureProject>, options?: ErasureOptions, given = order) {
  const opened = await openErasure(await openDatabase(layout.folder), layout);
  return runErasure({ ...opened.project, ...change }, given, options).finally(() => opened.close());
}

/** The project's folder as a program with another key for secrets sees it, or with the same. */
async function folderWithKey(name: string) {
  const sealer = createKeyFileSealer(files.at(name));
  return createErasureFolder({
    layout,
    projectId: (await readDocument(layout)).id,
    secrets: createSecretStore(files.at('elsewhere'), sealer),
    sealer,
    now: () => new Date(),
    filesInUse: () => [],
  });
}

test('an erasure that is cancelled while rows are taken out changes nothing and leaves no mark', async () => {
  const before = await others(layout);
  const { signal, cancel } = createCancelSource();
  const onProgress: ErasureOptions['onProgress'] = ({ step }) => {
    if (step === 'rows') cancel();
  };
  await expect(erase({}, { signal, onProgress })).rejects.toMatchObject({ code: 'cancelled' });
  expect(fs.existsSync(layout.erasureMark)).toBe(false);
  expect(filesWith(layout.folder, [zoe.id])).toContain('workspace.duckdb');
  expect(await others(layout)).toEqual(before);
});

test('one that fails behind the point of no return stays marked, and only who has the key reads whom it names', async () => {
  const points: string[] = [];
  const failing: ErasureProject['rewrite'] = () => Promise.reject(new Error('The power went.'));
  await expect(
    erase({ rewrite: failing, isDurable: true }, { onPointOfNoReturn: () => points.push('reached') }),
  ).rejects.toThrow('The power went.');
  expect(points).toEqual(['reached']);
  const mark = fs.readFileSync(layout.erasureMark, 'utf8');
  for (const identity of order.identities) expect(mark).not.toContain(identity);
  const own = await folderWithKey(path.join('config', 'stillhouse', 'secrets.key'));
  expect((await own.unfinished())?.order).toEqual(order);
  const strange = await folderWithKey('strange.key');
  expect(await strange.unfinished()).toMatchObject({ mark: { identities: 2 }, order: undefined });
});

test('the next erasure finishes it along, and the report tells what both took out', async () => {
  const { report, unfinished } = await erase({}, {}, { ...order, identities: ['late@example.com'] });
  expect(unfinished).toBeUndefined();
  expect(report).toMatchObject({ identities: 3, bytesLeft: 0, remaining: [] });
  const counts = new Map(report.erased.map(({ place, action, count }) => [place, `${action} ${count}`]));
  expect(counts.get('customers')).toBe('deleted 2');
  expect(counts.get('former versions of customers')).toBe('deleted 2');
  expect(counts.get('.stillhouse/history.ndjson')).toBe('redacted 1');
  expect(fs.existsSync(layout.erasureMark)).toBe(false);
  expect(filesWith(layout.folder, [zoe.id, zoe.email])).toEqual([]);
});
