import type { SecureRandom } from '../privacy/ports.ts';
import type { FileStore } from './file-store.ts';
import type { BindingsLoader } from './instance.ts';

/** A file store that the engine's thread can prepare: opening handles may take a while, using them may not. */
export interface ServerStore extends FileStore {
  /** Gets hold of the database's files. Rejects with `database-locked` when another window has them. */
  prepareDatabase(name: string): Promise<void>;
  attach(path: string, source: unknown): void;
  detach(path: string): void;
  /** Makes an empty file that SQL may write, and gives its path. */
  createOutput(): Promise<string>;
  /** Blocks of the database written since the last reset. */
  changedBlocks(reset: boolean): readonly number[];
  /** Keeps handles ready for work that spills; called between slices of work. */
  replenish(): Promise<void>;
  close(): Promise<void>;
}

/** What a platform supplies to run the engine in one of its threads. */
export interface EnginePlatform {
  readonly load: BindingsLoader;
  readonly store: ServerStore;
  /** Bytes the engine may use before it spills. */
  readonly memoryLimit: number;
  /** For the initialisation vectors of what SQL encrypts. */
  readonly random: SecureRandom;
  /** Resolves after waiting messages have been delivered. */
  breathe(): Promise<void>;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
}
