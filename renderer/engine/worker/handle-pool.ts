import type { StoredFile } from '../../../src/duckdb/file-store.ts';
import { handleFile, openHandle } from './opfs.ts';

/** Access handles kept ready, because the engine opens files in the middle of a computation that cannot wait. */
export interface HandlePool {
  open(name: string, create: boolean): StoredFile | undefined;
  has(name: string): boolean;
  release(name: string): void;
  /** Opens handles until `size` are free. */
  replenish(): Promise<void>;
  close(): void;
}

export function createHandlePool(directory: string, size: number): HandlePool {
  const free: FileSystemSyncAccessHandle[] = [];
  const used = new Map<string, FileSystemSyncAccessHandle>();
  let opened = 0;
  let filling: Promise<void> | undefined;

  const fill = async () => {
    while (free.length < size) free.push(await openHandle(`${directory}/${opened++}`));
  };

  return {
    open(name, create) {
      const known = used.get(name);
      if (known !== undefined) return handleFile(known);
      if (!create) return undefined;
      const handle = free.pop();
      if (handle === undefined)
        throw new Error('No temporary file is free: this work needs more space than is prepared.');
      used.set(name, handle);
      return handleFile(handle);
    },
    has: (name) => used.has(name),
    release(name) {
      const handle = used.get(name);
      if (handle === undefined) return;
      used.delete(name);
      handle.truncate(0);
      free.push(handle);
    },
    replenish() {
      if (free.length >= size / 2) return Promise.resolve();
      filling ??= fill().finally(() => {
        filling = undefined;
      });
      return filling;
    },
    close() {
      for (const handle of [...free, ...used.values()]) handle.close();
    },
  };
}
