import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadNodeBindings } from '../../../electron/node/bindings.ts';
import { createNodeFileStore, databaseName } from '../../../electron/node/file-store.ts';
import { openWorkspace } from '../../../src/catalog/open.ts';
import type { Workspace } from '../../../src/catalog/workspace.ts';
import { createEngine } from '../../../src/duckdb/client.ts';
import type { EnginePort } from '../../../src/duckdb/protocol.ts';
import { secureRandom } from '../../../electron/node/secure-random.ts';
import { serveEngine } from '../../../src/duckdb/server.ts';
import { defaultMemoryLimit } from '../../../src/duckdb/settings.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { readRows, run, temporaryDatabase } from './workspace-fixture.ts';

const database = temporaryDatabase();
let engine: Engine;
let workspace: Workspace;
let crash: (reason: string) => void = () => undefined;

const asPort = (port: MessagePort): EnginePort => ({
  post: (message, transfer) => {
    port.postMessage(message, [...transfer]);
  },
  listen: (listener) => port.on('message', listener),
});

beforeAll(async () => {
  engine = await createEngine({
    database: databaseName,
    spawn() {
      const { port1, port2 } = new MessageChannel();
      serveEngine(asPort(port2), {
        load: loadNodeBindings,
        store: createNodeFileStore({ databasePath: database.path }),
        memoryLimit: defaultMemoryLimit,
        random: secureRandom,
        breathe: () => new Promise((resolve) => setImmediate(resolve)),
        now: () => performance.now(),
      });
      return {
        port: asPort(port1),
        canRestart: true,
        terminate: () => {
          port1.close();
        },
        onFailure: (listener) => {
          crash = listener;
        },
      };
    },
  });
  let batch = 0;
  workspace = await openWorkspace({
    engine,
    clock: { now: () => new Date(0) },
    ids: { nextId: () => `batch-${++batch}` },
  });
});
afterAll(async () => {
  await engine.close();
  database.remove();
});

test('after the engine broke off, sessions go on with what was committed', async () => {
  const [first, second] = [await workspace.openSession('first'), await workspace.openSession('second')];
  await run(first, 'CREATE TABLE t AS SELECT range AS i FROM range(10)');
  await run(first, 'DELETE FROM t WHERE i = 1');
  await run(second, 'BEGIN');
  await run(second, 'DELETE FROM t WHERE i = 2');
  const waiting = run(first, 'DELETE FROM t WHERE i = 3');
  const restarted = new Promise<void>((resolve) => {
    engine.onRestart(() => {
      resolve();
    });
  });
  crash('test');
  await restarted;
  await waiting;
  await expect(run(second, 'SELECT count(*) FROM t')).rejects.toMatchObject({ code: 'transaction' });
  expect(await readRows(first, 'SELECT count(*) FROM t')).toEqual(['[8]']);
  expect(await readRows(second, 'SELECT count(*) FROM t')).toEqual(['[8]']);
  await run(second, 'INSERT INTO t VALUES (100)');
  expect((await workspace.history('t')).map(({ operation }) => operation)).toEqual([
    'create',
    'delete',
    'delete',
    'append',
  ]);
  expect(workspace.datasets).toMatchObject([{ name: 't', rowCount: 9 }]);
});
