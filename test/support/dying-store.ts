import type { StoredFile } from '../../src/duckdb/file-store.ts';
import type { ServerStore } from '../../src/duckdb/platform.ts';

/** A store whose process dies at the n-th change to a file: from then on nothing reaches the disk any more. */
export interface DyingStore extends ServerStore {
  /** Changes made so far. */
  readonly changes: number;
}

/** Wraps a store; `dieAt` counts from 1, and `Infinity` never dies. A torn last write is left half done. */
export function createDyingStore(store: ServerStore, dieAt: number): DyingStore {
  let changes = 0;
  const dead = () => changes >= dieAt;
  const change = <Result>(work: () => Result, torn: () => void): Result => {
    if (dead()) throw new Error('the process is dead');
    changes++;
    if (dead()) {
      torn();
      throw new Error('the process died');
    }
    return work();
  };
  const nothing = () => undefined;

  const wrap = (file: StoredFile): StoredFile => ({
    ...file,
    write: (source, position) =>
      change(
        () => file.write(source, position),
        () => file.write(source.subarray(0, Math.floor(source.length / 2)), position),
      ),
    truncate: (size) => {
      change(() => {
        file.truncate(size);
      }, nothing);
    },
  });

  return {
    ...store,
    get changes() {
      return changes;
    },
    open(name, options) {
      const file = store.open(name, options);
      return file === undefined ? undefined : wrap(file);
    },
    remove(name) {
      change(() => {
        store.remove(name);
      }, nothing);
    },
  };
}
