import { StillhouseError } from '../../../src/core/error.ts';
import { createBlockTracker } from '../../../src/duckdb/block-tracker.ts';
import { matchesPattern, spillDirectory, type StoredFile } from '../../../src/duckdb/file-store.ts';
import type { ServerStore } from '../../../src/duckdb/platform.ts';
import { createHandlePool } from './handle-pool.ts';
import { blobFile, emptyDirectory, handleFile, openDirectory, openHandle } from './opfs.ts';

interface Held {
  readonly handle: FileSystemSyncAccessHandle;
  /** A held file may be logically absent: its handle stays, its content is gone. */
  present: boolean;
}

/** How many files a query may spill into before more are opened. */
const spillFiles = 24;

/** The engine's files in a window: the database in the origin's private file system, and the files the user chose. */
export function createOpfsStore(): ServerStore {
  const held = new Map<string, Held>();
  const chosen = new Map<string, Blob>();
  const tracker = createBlockTracker();
  const scratch = `scratch-${crypto.randomUUID()}`;
  const pool = createHandlePool(`${scratch}/${spillDirectory}`, spillFiles);
  let database = '';
  let nextOutput = 1;

  const hold = async (name: string, location: string): Promise<void> => {
    const handle = await openHandle(location);
    held.set(name, { handle, present: handle.getSize() > 0 });
  };

  const isSpill = (name: string) => name.startsWith(`${spillDirectory}/`);

  return {
    async prepareDatabase(name) {
      database = name;
      await removeOldScratch();
      if (name === ':memory:') return;
      try {
        await hold(name, name);
        await hold(`${name}.wal`, `${name}.wal`);
      } catch (error) {
        throw new StillhouseError('database-locked', 'This project is open in another window.', {
          remedy: 'Close the other window, or go on working there.',
          cause: error,
        });
      }
    },
    attach(path, source) {
      if (!(source instanceof Blob)) throw new StillhouseError('internal', 'A chosen file must be a File.');
      chosen.set(path, source);
    },
    detach(path) {
      chosen.delete(path);
    },
    async createOutput() {
      const name = `output${nextOutput++}`;
      await hold(name, `${scratch}/${name}`);
      return name;
    },
    changedBlocks: (reset) => tracker.take(reset),
    replenish: () => pool.replenish(),
    async close() {
      pool.close();
      for (const { handle } of held.values()) handle.close();
      held.clear();
      await emptyDirectory(scratch);
    },
    open(name, { create }): StoredFile | undefined {
      const blob = chosen.get(name);
      if (blob !== undefined) return blobFile(blob);
      if (isSpill(name)) return pool.open(name, create);
      const file = held.get(name);
      if (file === undefined || (!file.present && !create)) return undefined;
      file.present = true;
      return name === database ? tracker.wrap(handleFile(file.handle)) : handleFile(file.handle);
    },
    exists: (name) => chosen.has(name) || (isSpill(name) ? pool.has(name) : held.get(name)?.present === true),
    remove(name) {
      if (isSpill(name)) {
        pool.release(name);
        return;
      }
      const file = held.get(name);
      if (file === undefined) return;
      file.handle.truncate(0);
      file.handle.flush();
      file.present = false;
    },
    glob: (pattern) => [...chosen.keys()].filter(matchesPattern(pattern)),
    isDirectory: (name) => name === spillDirectory,
  };
}

/** Scratch folders of windows that crashed; one that is still in use cannot be removed and stays. */
async function removeOldScratch(): Promise<void> {
  const root = await openDirectory('');
  for await (const name of root.keys()) {
    if (name.startsWith('scratch-')) await root.removeEntry(name, { recursive: true }).catch(() => undefined);
  }
}
