import { loadNodeBindings } from '../../electron/node/bindings.ts';
import { createNodeFileStore, databaseName } from '../../electron/node/file-store.ts';
import type { Connection } from '../../src/duckdb/bindings.ts';
import type { StoredFile } from '../../src/duckdb/file-store.ts';
import { openInstance } from '../../src/duckdb/instance.ts';
import type { ServerStore } from '../../src/duckdb/platform.ts';

/** One change to the disk: done whole, or left half done by a process that dies in it. */
interface Change {
  readonly whole: (store: ServerStore) => void;
  readonly torn: (store: ServerStore) => void;
}

/**
 * A database file whose every change is recorded. What a process leaves that is killed at its n-th change is what the first
 * changes of the whole run leave: so one run gives the disk after a kill at any moment.
 */
export interface RecordedDatabase {
  connect(): Connection;
  /** Changes made so far. */
  readonly changes: number;
  /** Makes the changes up to the n-th, from 1, to the files of another database; of the n-th only half, as far as it has halves. */
  killedAt(change: number, databasePath: string): Promise<void>;
}

/** Opens a database file, recovering it where it must be, and records everything from the first change on. */
export async function openRecorded(databasePath: string): Promise<RecordedDatabase> {
  const changes: Change[] = [];
  const store = recording(createNodeFileStore({ databasePath }), changes);
  await store.prepareDatabase(databaseName);
  const { bindings } = await openInstance(loadNodeBindings, store, databaseName);
  return {
    connect: () => bindings.connect(),
    get changes() {
      return changes.length;
    },
    async killedAt(change, copyPath) {
      const copy = createNodeFileStore({ databasePath: copyPath });
      await copy.prepareDatabase(databaseName);
      for (const { whole } of changes.slice(0, change - 1)) whole(copy);
      changes[change - 1]?.torn(copy);
      await copy.close();
    },
  };
}

const nothing = () => undefined;

function recording(store: ServerStore, changes: Change[]): ServerStore {
  const wrap = (name: string, file: StoredFile): StoredFile => ({
    ...file,
    write(source, position) {
      const bytes = source.slice();
      changes.push({
        whole: (copy) => {
          change(copy, name, (target) => target.write(bytes, position));
        },
        torn: (copy) => {
          change(copy, name, (target) => target.write(bytes.subarray(0, bytes.length >> 1), position));
        },
      });
      return file.write(source, position);
    },
    truncate(size) {
      changes.push({
        whole: (copy) => {
          change(copy, name, (target) => {
            target.truncate(size);
          });
        },
        torn: nothing,
      });
      file.truncate(size);
    },
  });
  return {
    ...store,
    open(name, options) {
      const file = store.open(name, options);
      return file === undefined ? undefined : wrap(name, file);
    },
    remove(name) {
      changes.push({
        whole: (copy) => {
          copy.remove(name);
        },
        torn: nothing,
      });
      store.remove(name);
    },
  };
}

function change(store: ServerStore, name: string, work: (file: StoredFile) => unknown): void {
  const file = store.open(name, { create: true, writable: true });
  if (file === undefined) throw new Error(`"${name}" is no file of a database.`);
  work(file);
  file.close();
}
