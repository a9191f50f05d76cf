import type { Session } from '../../engine/engine.ts';
import type { Core } from '../core.ts';

/** A session of the engine that is opened when it is needed, and again after the engine was restarted. */
export interface SessionSlot {
  readonly get: () => Promise<Session>;
  readonly close: () => Promise<void>;
}

export function createSessionSlot(core: Pick<Core, 'engine' | 'engineRun'>, onOpen?: () => void): SessionSlot {
  let current: { readonly run: number; readonly session: Promise<Session> } | undefined;
  return {
    get() {
      if (current?.run !== core.engineRun) {
        onOpen?.();
        current = { run: core.engineRun, session: core.engine.openSession() };
      }
      return current.session;
    },
    async close() {
      const open = current;
      current = undefined;
      if (open?.run === core.engineRun) await (await open.session).close();
    },
  };
}
