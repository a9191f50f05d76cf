import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createEngine, type EngineThread } from '../../src/duckdb/client.ts';
import type { EnginePort } from '../../src/duckdb/protocol.ts';
import { serveEngine } from '../../src/duckdb/server.ts';
import { defaultMemoryLimit } from '../../src/duckdb/settings.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { loadNodeBindings } from './bindings.ts';
import { createNodeFileStore, databaseName, type NodeStoreOptions } from './file-store.ts';

/** An engine in this process, for the command line and for tests. */
export async function openNodeEngine(options: NodeStoreOptions): Promise<Engine> {
  return createEngine({
    database: options.databasePath === undefined ? ':memory:' : databaseName,
    spawn: () => inThisThread(options),
  });
}

function inThisThread(options: NodeStoreOptions): EngineThread {
  const { port1, port2 } = new MessageChannel();
  serveEngine(asPort(port2), {
    load: loadNodeBindings,
    store: createNodeFileStore(options),
    memoryLimit: options.memoryLimit ?? defaultMemoryLimit,
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
