import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createBlockTracker } from '../../src/duckdb/block-tracker.ts';
import { matchesPattern, spillDirectory, type StoredFile } from '../../src/duckdb/file-store.ts';
import type { ServerStore } from '../../src/duckdb/platform.ts';

export interface NodeStoreOptions {
  /** Bytes the engine may use before it spills. */
  readonly memoryLimit?: number;
  /** The database file; without it the database lives in memory. */
  readonly databasePath?: string;
  /** Lets SQL read and write any path of the disk, as the user's own shell could: for the command line only. */
  readonly wholeDisk?: boolean;
  /** Leaves nothing in the files of what the engine's memory held before: for databases written anew, and slower. */
  readonly forgetful?: boolean;
}

/** The name under which the engine knows the database file. */
export const databaseName = 'workspace.duckdb';

/** Files on the real disk, each under the name it was added with; anything else exists only with `wholeDisk`. */
export function createNodeFileStore({ databasePath, wholeDisk = false }: NodeStoreOptions): ServerStore {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stillhouse-'));
  const paths = new Map<string, string>();
  const tracker = createBlockTracker();
  let nextOutput = 1;

  const locate = (name: string): string | undefined => {
    if (name.startsWith(`${spillDirectory}/`)) return path.join(folder, path.basename(name));
    return paths.get(name) ?? (wholeDisk ? path.resolve(name) : undefined);
  };

  return {
    prepareDatabase(name) {
      if (databasePath !== undefined) {
        paths.set(name, databasePath);
        paths.set(`${name}.wal`, `${databasePath}.wal`);
      }
      return Promise.resolve();
    },
    attach(name, source) {
      paths.set(name, String(source));
    },
    detach(name) {
      paths.delete(name);
    },
    createOutput() {
      const name = `output${nextOutput++}`;
      const outputPath = path.join(folder, name);
      fs.writeFileSync(outputPath, '');
      paths.set(name, outputPath);
      return Promise.resolve(name);
    },
    changedBlocks: (reset) => tracker.take(reset),
    replenish: () => Promise.resolve(),
    close() {
      fs.rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
    open(name, { create, writable }) {
      const location = locate(name);
      if (location === undefined || (!create && !fs.existsSync(location))) return undefined;
      const file = openFile(location, writable);
      return name === databaseName && writable ? tracker.wrap(file) : file;
    },
    exists: (name) => {
      const location = locate(name);
      return location !== undefined && fs.existsSync(location);
    },
    remove(name) {
      const location = locate(name);
      if (location !== undefined) fs.rmSync(location, { force: true });
    },
    glob(pattern) {
      const known = [...paths.keys()].filter(matchesPattern(pattern));
      return known.length > 0 || !wholeDisk ? known : globDisk(pattern);
    },
    isDirectory: (name) => name === spillDirectory,
  };
}

/** Patterns are allowed in the last part of a path, as `data/*.csv`. */
function globDisk(pattern: string): string[] {
  const folder = path.dirname(pattern);
  if (!fs.existsSync(folder)) return [];
  const matches = matchesPattern(path.basename(pattern));
  return fs
    .readdirSync(folder)
    .filter(matches)
    .sort()
    .map((name) => path.join(folder, name));
}

function openFile(location: string, writable: boolean): StoredFile {
  const flags = writable ? fs.constants.O_RDWR | fs.constants.O_CREAT : fs.constants.O_RDONLY;
  const descriptor = fs.openSync(location, flags, 0o600);
  return {
    size: () => fs.fstatSync(descriptor).size,
    read(target, position) {
      let done = 0;
      while (done < target.length) {
        const read = fs.readSync(descriptor, target, done, target.length - done, position + done);
        if (read === 0) break;
        done += read;
      }
      return done;
    },
    write: (source, position) => fs.writeSync(descriptor, source, 0, source.length, position),
    truncate(size) {
      fs.ftruncateSync(descriptor, size);
    },
    flush() {
      fs.fdatasyncSync(descriptor);
    },
    close() {
      fs.closeSync(descriptor);
    },
  };
}
