import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createEngine, type EngineThread } from '../../src/duckdb/client.ts';
import type { EnginePort } from '../../src/duckdb/protocol.ts';
import { serveEngine } from '../../src/duckdb/server.ts';
import { defaultMemoryLimit } from '../../src/duckdb/settings.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { loadForgetfulBindings, loadNodeBindings } from './bindings.ts';
import { createNodeFileStore, databaseName, type NodeStoreOptions } from './file-store.ts';
import { secureRandom } from './secure-random.ts';

/** An engine in this process, for the command line and for tests. Throws `engine-failed` where its package is missing. */
export async function openNodeEngine(options: NodeStoreOptions): Promise<Engine> {
  const thread = inThisThread(options);
  const database = options.databasePath === undefined ? ':memory:' : databaseName;
  try {
    return await createEngine({ database, spawn: () => thread });
  } catch (error) {
    thread.terminate(); // an open port would keep the process alive
    throw error;
  }
}

function inThisThread(options: NodeStoreOptions): EngineThread {
  const { port1, port2 } = new MessageChannel();
  serveEngine(asPort(port2), {
    load: options.forgetful === true ? loadForgetfulBindings : loadNodeBindings,
    store: createNodeFileStore(options),
    memoryLimit: options.memoryLimit ?? defaultMemoryLimit,
    random: secureRandom,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    now: () => performance.now(),
  });
  return {
    port: asPort(port1),
    canRestart: false,
    terminate() {
      port1.close();
    },
    onFailure: () => undefined,
  };
}

function asPort(port: MessagePort): EnginePort {
  return {
    post(message, transfer) {
      port.postMessage(message, [...transfer]);
    },
    listen(listener) {
      port.on('message', listener);
    },
  };
}
