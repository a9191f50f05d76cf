import type { StoredFile } from '../../../src/duckdb/file-store.ts';

/** A folder of the origin's private file system, made where it is missing; `''` is the root. */
export async function openDirectory(path: string): Promise<FileSystemDirectoryHandle> {
  let directory = await navigator.storage.getDirectory();
  for (const part of path.split('/').filter((name) => name !== '')) {
    directory = await directory.getDirectoryHandle(part, { create: true });
  }
  return directory;
}

/** The only synchronous way into a file; fails when another window holds it. */
export async function openHandle(path: string): Promise<FileSystemSyncAccessHandle> {
  const cut = path.lastIndexOf('/');
  const directory = await openDirectory(path.slice(0, Math.max(cut, 0)));
  const file = await directory.getFileHandle(path.slice(cut + 1), { create: true });
  return file.createSyncAccessHandle();
}

export async function emptyDirectory(path: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(path, { recursive: true }).catch(() => undefined);
}

/** An access handle as an engine file. Closing keeps the handle: it is acquired once, for the engine's life. */
export function handleFile(handle: FileSystemSyncAccessHandle): StoredFile {
  return {
    size: () => handle.getSize(),
    read: (target, position) => handle.read(target, { at: position }),
    write: (source, position) => handle.write(source, { at: position }),
    truncate(size) {
      handle.truncate(size);
    },
    flush() {
      handle.flush();
    },
    close() {
      handle.flush();
    },
  };
}

/** A file the user chose, read in place. */
export function blobFile(blob: Blob): StoredFile {
  const refuse = (): never => {
    throw new Error('A file that was chosen for reading cannot be written.');
  };
  return {
    size: () => blob.size,
    read(target, position) {
      const bytes = new FileReaderSync().readAsArrayBuffer(blob.slice(position, position + target.length));
      target.set(new Uint8Array(bytes));
      return bytes.byteLength;
    },
    write: refuse,
    truncate: refuse,
    flush: () => undefined,
    close: () => undefined,
  };
}
