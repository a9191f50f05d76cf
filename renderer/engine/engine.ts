import { createEngine, type EngineThread } from '../../src/duckdb/client.ts';
import type { Engine } from '../../src/engine/engine.ts';
import EngineWorker from './worker/engine.worker.ts?worker';
import { forgetfulWorker } from './worker-names.ts';

/** Opens a project's database in this origin's private file system, in a worker of its own. */
export function openWorkerEngine(database: string): Promise<Engine> {
  return createEngine({ database, spawn: () => spawnWorker('engine') });
}

/** The same for a database that is written anew, of which nothing must stay that is not in its tables. */
export function openForgetfulEngine(database: string): Promise<Engine> {
  return createEngine({ database, spawn: () => spawnWorker(forgetfulWorker) });
}

function spawnWorker(name: string): EngineThread {
  const worker = new EngineWorker({ name });
  return {
    canRestart: true,
    port: {
      post(message, transfer) {
        worker.postMessage(message, { transfer: [...transfer] });
      },
      listen(listener) {
        worker.addEventListener('message', (event: MessageEvent) => {
          listener(event.data);
        });
      },
    },
    terminate() {
      worker.terminate();
    },
    onFailure(listener) {
      worker.addEventListener('error', (event) => {
        listener(event.message);
      });
    },
  };
}
