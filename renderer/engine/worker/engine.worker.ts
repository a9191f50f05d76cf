import { serveEngine } from '../../../src/duckdb/server.ts';
import { defaultMemoryLimit } from '../../../src/duckdb/settings.ts';
import { forgetfulWorker } from '../worker-names.ts';
import { loadForgetfulBindings, loadWorkerBindings } from './bindings.ts';
import { createOpfsStore } from './opfs-store.ts';

const { port1: tick, port2: tock } = new MessageChannel();

/** A message to ourselves comes in behind those already waiting, which a resolved promise would overtake. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    tick.onmessage = () => {
      resolve();
    };
    tock.postMessage(null);
  });
}

serveEngine(
  {
    post(message, transfer) {
      self.postMessage(message, { transfer: [...transfer] });
    },
    listen(listener) {
      self.addEventListener('message', (event: MessageEvent) => {
        listener(event.data);
      });
    },
  },
  {
    load: self.name === forgetfulWorker ? loadForgetfulBindings : loadWorkerBindings,
    store: createOpfsStore(),
    memoryLimit: defaultMemoryLimit,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    breathe,
    now: () => performance.now(),
  },
);
