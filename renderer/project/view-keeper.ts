import type { Host } from '../../src/host/host.ts';
import { viewStore } from '../store/view-state.ts';

/** How long the view rests before it is written, in milliseconds: what a crash may cost of typing. */
const restMs = 250;

/** Writes what the window looks like into the project whenever it has changed. */
export function keepViewState(host: Host): { flush(): Promise<void>; stop(): Promise<void> } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written: Promise<unknown> = Promise.resolve();

  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const state = JSON.stringify(viewStore.getState());
    written = written.catch(() => undefined).then(() => host.call('project.writeState', { state }));
    return written;
  };
  const unsubscribe = viewStore.subscribe(() => {
    timer ??= setTimeout(() => {
      write().catch(() => undefined); // written again with the next change
    }, restMs);
  });
  const flush = async () => {
    if (timer !== undefined) await write();
    else await written;
  };
  return {
    flush,
    async stop() {
      unsubscribe();
      await flush().catch(() => undefined); // the folder may be gone; the window goes on
    },
  };
}
