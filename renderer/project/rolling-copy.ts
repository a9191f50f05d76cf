import { StillhouseError } from '../../src/core/error.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Host } from '../../src/host/host.ts';
import { writeCopyRecord } from './private-files.ts';

/** How the folder's copy of the database stands. */
export type SaveStatus = 'saved' | 'unsaved' | 'saving' | 'failed';

/** Keeps the folder's copy of the database up with the window's. */
export interface RollingCopy {
  /** Call after every write before it is acknowledged; resolves when it is on record that the folder is behind. */
  noteWrite(): Promise<void>;
  /** Copies now what is not yet copied, and resolves when the folder has it. */
  flush(): Promise<void>;
  close(): void;
}

export interface RollingCopyOptions {
  readonly host: Host;
  readonly engine: Engine;
  readonly projectId: string;
  readonly generation: number;
  /** Whether the window's copy is already ahead of the folder's. */
  readonly ahead: boolean;
  /** Runs `work` while nothing is written to the database. */
  readonly withoutWrites: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly onStatus: (status: SaveStatus, message?: string) => void;
}

/** A copy starts this long after the last write, in milliseconds, … */
const quietMs = 2000;
/** … and at the latest this long after the first one not yet copied. */
const latestMs = 30_000;
/** Blocks that may be copied while writes wait; more are copied beforehand, beside them. */
const fewBlocks = 64;

export function createRollingCopy(options: RollingCopyOptions): RollingCopy {
  const { host, engine, projectId, onStatus } = options;
  let { generation } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstWrite: number | undefined;
  let running: Promise<void> = Promise.resolve();
  let recording: Promise<void> = Promise.resolve();
  let marked = options.ahead;
  let everything = options.ahead;

  /** Writes down where this window's copy stands; one record at a time, each as things are then. */
  const record = () => {
    recording = recording.catch(() => undefined).then(() => writeCopyRecord(projectId, { generation, ahead: marked }));
    return recording;
  };

  const copyBlocks = async (blocks: readonly number[], blockSize: number, size: number) => {
    for (const block of blocks) {
      const offset = block * blockSize;
      if (offset >= size) continue;
      const bytes = await engine.database.read(offset, Math.min(blockSize, size - offset));
      await host.call('database.writeCopy', { offset, bytes });
    }
  };

  const changedBlocks = async () => {
    const { size, blockSize, blocks } = await engine.database.changes({ reset: true });
    const all = everything || blocks === 'all';
    everything = false;
    const list = all ? Array.from({ length: Math.ceil(size / blockSize) }, (_, index) => index) : blocks;
    return { size, blockSize, list };
  };

  /** Copies beside running writes until little is left, and that little while they wait. */
  const copy = async () => {
    onStatus('saving');
    try {
      await host.call('database.beginCopy');
      for (let round = 0; round < 5; round++) {
        const { size, blockSize, list } = await changedBlocks();
        await copyBlocks(list, blockSize, size);
        if (list.length <= fewBlocks) break;
      }
      const size = await options.withoutWrites(async () => {
        await engine.database.checkpoint();
        const rest = await changedBlocks();
        await copyBlocks(rest.list, rest.blockSize, rest.size);
        return rest.size;
      });
      ({ generation } = await host.call('database.commitCopy', { size }));
      marked = firstWrite !== undefined;
      await record();
      onStatus(marked ? 'unsaved' : 'saved');
    } catch (error) {
      everything = true;
      await host.call('database.abortCopy').catch(() => undefined);
      if (error instanceof StillhouseError && error.code === 'engine-busy') {
        onStatus('unsaved');
        schedule(quietMs); // a long result is being read, or an import runs: what was written is safe here meanwhile
        return;
      }
      onStatus('failed', error instanceof Error ? error.message : String(error));
      throw error;
    }
  };

  const start = () => {
    clearTimeout(timer);
    timer = undefined;
    firstWrite = undefined;
    running = running.catch(() => undefined).then(copy);
    return running;
  };

  const schedule = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      start().catch(() => undefined); // the status tells
    }, wait);
  };

  return {
    async noteWrite() {
      const now = performance.now();
      firstWrite ??= now;
      onStatus('unsaved');
      schedule(Math.min(quietMs, Math.max(0, firstWrite + latestMs - now)));
      if (marked) return;
      marked = true;
      await record();
    },
    async flush() {
      if (timer !== undefined || everything) await start();
      else await running;
    },
    close() {
      clearTimeout(timer);
    },
  };
}
