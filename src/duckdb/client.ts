import { StillhouseError } from '../core/error.ts';
import type { AttachedFile, Capabilities, Engine, OutputFile } from '../engine/engine.ts';
import { type Caller, createCaller } from './caller.ts';
import { createSession } from './client-session.ts';
import type { EnginePort } from './protocol.ts';

/** A thread that serves one engine. */
export interface EngineThread {
  readonly port: EnginePort;
  /** Whether `terminate` ends even a thread that is stuck in a computation. */
  readonly canRestart: boolean;
  terminate(): void;
  /** Calls back when the thread dies by itself. */
  onFailure(listener: (reason: string) => void): void;
}

export interface EngineOptions {
  readonly spawn: () => EngineThread;
  /** The database's name in its store, or `:memory:`. */
  readonly database: string;
}

/** How long an engine may take to answer a cancel before it is restarted, in milliseconds. */
const cancelPatienceMs = 3000;

/** How long a checkpoint waits for results that are being read, in milliseconds, unless told otherwise. */
const checkpointPatienceMs = 3000;

/** Starts an engine in a thread and gives the way to talk to it. */
export async function createEngine({ spawn, database }: EngineOptions): Promise<Engine> {
  const restartListeners = new Set<(reason: string) => void>();
  let thread: EngineThread;
  let caller: Caller;
  let ready: Promise<Capabilities>;
  let checkpointing = 0;
  let nextFile = 1;
  let closed = false;

  const launch = (): Promise<Capabilities> => {
    const launched = spawn();
    thread = launched;
    caller = createCaller(launched.port);
    launched.onFailure((reason) => {
      if (thread === launched) restart(`The engine stopped: ${reason}`);
    });
    ready = caller.call('open', { database });
    return ready;
  };

  const restart = (reason: string) => {
    if (closed) return;
    thread.terminate();
    caller.abandon(
      new StillhouseError('engine-restarted', `${reason} It was restarted; everything saved is still there.`, {
        remedy: 'Run the statement again. Variables and temporary tables of the session have to be made anew.',
      }),
    );
    launch().then(
      () => {
        for (const listener of restartListeners) listener(reason);
      },
      () => undefined, // the next call meets the same error and reports it
    );
  };

  const watchStop = (settled: Promise<unknown>) => {
    const watched = thread;
    if (!watched.canRestart) return;
    const check = () => {
      if (thread !== watched) return;
      if (checkpointing > 0) timer = setTimeout(check, cancelPatienceMs);
      else restart('A cancelled statement did not stop.');
    };
    let timer = setTimeout(check, cancelPatienceMs);
    void settled.finally(() => {
      clearTimeout(timer);
    });
  };

  const call: Caller['call'] = async (name, args, transfer) => {
    await ready;
    return caller.call(name, args, transfer);
  };

  const capabilities = await launch();

  const attachFile: Engine['attachFile'] = async (file): Promise<AttachedFile> => {
    const path = `file${nextFile++}/${file.name}`;
    await call('attachFile', { path, source: file.source });
    return { path, detach: async () => call('detachFile', { path }) };
  };

  const createOutput: Engine['createOutput'] = async (): Promise<OutputFile> => {
    const path = await call('createOutput', undefined);
    return {
      path,
      size: () => call('outputSize', { path }),
      read: (offset, length) => call('readFile', { path, offset, length }),
      discard: async () => call('discardOutput', { path }),
    };
  };

  return {
    capabilities,
    openSession: async () => {
      const id = await call('openSession', undefined);
      return createSession(id, () => caller, call, watchStop);
    },
    attachFile,
    createOutput,
    database: {
      async checkpoint({ patience = checkpointPatienceMs } = {}) {
        checkpointing++;
        try {
          await call('checkpoint', { patience });
        } finally {
          checkpointing--;
        }
      },
      changes: ({ reset }) => call('changes', { reset }),
      read: (offset, length) => call('readFile', { path: database, offset, length }),
    },
    onRestart(listener) {
      restartListeners.add(listener);
      return () => restartListeners.delete(listener);
    },
    async close() {
      closed = true;
      await call('close', undefined);
      thread.terminate();
      caller.abandon(new StillhouseError('engine-restarted', 'The engine has been closed.'));
    },
  };
}
