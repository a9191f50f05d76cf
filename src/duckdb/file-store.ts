/** A file of the engine's file system, read and written at absolute positions. All calls are synchronous, as the engine's are. */
export interface StoredFile {
  size(): number;
  /** Fills `target` from `position`; returns the bytes read, fewer at the end of the file. */
  read(target: Uint8Array, position: number): number;
  write(source: Uint8Array, position: number): number;
  truncate(size: number): void;
  /** Forces what was written to the disk. */
  flush(): void;
  close(): void;
}

/** The engine's whole view of the machine: only names that were put here exist for SQL. */
export interface FileStore {
  /** `undefined` when there is no such file and `create` is not set. Throws with a sentence when it may not be opened. */
  open(name: string, options: { readonly create: boolean; readonly writable: boolean }): StoredFile | undefined;
  exists(name: string): boolean;
  remove(name: string): void;
  /** The names that match a path or a pattern with `*` and `?`. */
  glob(pattern: string): readonly string[];
  isDirectory(name: string): boolean;
}

/** Where the engine puts work that does not fit in memory. */
export const spillDirectory = 'spill';

/** Turns a file pattern with `*` and `?` into a test of whole names. */
export function matchesPattern(pattern: string): (name: string) => boolean {
  if (!/[*?]/.test(pattern)) return (name) => name === pattern;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  const expression = new RegExp(`^${source}$`, 'u');
  return (name) => expression.test(name);
}
