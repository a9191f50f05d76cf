import type { CancelSignal } from '../core/cancel.ts';
import type { RelationName } from '../core/sql.ts';
import type { Batch } from './batch.ts';
import type { ColumnInfo } from './types.ts';

/** The one door to the database. Everything above it is written against this interface, never against DuckDB. */
export interface Engine {
  readonly capabilities: Capabilities;
  /** A session has its own transaction, variables and temporary tables. */
  openSession(): Promise<Session>;
  /** Lets SQL read a file that the user chose, under the returned path and no other. */
  attachFile(file: ChosenFile): Promise<AttachedFile>;
  /** A file that SQL may write (`COPY … TO path`) and that is then read back in pieces. */
  createOutput(): Promise<OutputFile>;
  readonly database: DatabaseFile;
  /** Called after the engine had to be restarted: every session and unsaved temporary table is gone. */
  onRestart(listener: (reason: string) => void): () => void;
  close(): Promise<void>;
}

/** What this engine can do; modules and the editor ask before they offer. */
export interface Capabilities {
  readonly engineName: string;
  readonly engineVersion: string;
  /** Bytes that sorts and joins may use before they spill. */
  readonly memoryLimit: number;
  /** Whether work larger than memory spills to disk. */
  readonly spills: boolean;
  readonly persistent: boolean;
}

export interface Session {
  /** Starts one statement. Statements of one session run in the order given. */
  query(sql: string, options?: QueryOptions): Query;
  /** Runs one statement to its end and returns the number of rows it changed, 0 where it tells none. */
  exec(sql: string, options?: QueryOptions): Promise<number>;
  /**
   * Appends rows in the engine's own layout, creating the table first when `create` is set. With `transfer` the caller gives
   * the batch up: it cannot be read again, but memory that its arrays fill to the last byte is moved instead of copied.
   */
  append(
    table: RelationName,
    names: readonly string[],
    batch: Batch,
    options: { readonly create: boolean; readonly transfer?: boolean },
  ): Promise<void>;
  /** The same for rows in a complete Arrow IPC stream, which names its own columns. */
  appendStream(
    table: RelationName,
    stream: Uint8Array<ArrayBuffer>,
    options: { readonly create: boolean },
  ): Promise<void>;
  close(): Promise<void>;
}

export interface QueryOptions {
  readonly signal?: CancelSignal;
  /** Called at most ten times a second with 0…1. */
  readonly onProgress?: (fraction: number) => void;
}

/** One running statement: pull batches until `next` gives `undefined`; always `close` it. */
export interface Query {
  readonly columns: Promise<readonly ColumnInfo[]>;
  /** The next rows in engine order. Rejects with code `cancelled` after a cancel. */
  next(): Promise<Batch | undefined>;
  /** Rows that were fetched ahead of `next`, which then has nothing more to give until the query is spooled. */
  buffered(): Promise<readonly Batch[]>;
  /**
   * Appends the rows not yet fetched to an existing table of the `scratch` database, without bringing them here, and ends
   * the query. Gives the number of rows written; `onRows` hears it grow.
   */
  spool(table: string, onRows?: (rows: number) => void): Promise<number>;
  /** Stops the statement and frees its memory; safe to call at any time, also when finished. */
  close(): Promise<void>;
}

/** The attached database in memory where results and intermediate tables live; it spills, and ends with the engine. */
export const scratchDatabase = 'scratch';

/** A file as the platform knows it: a `File` in a window, a path in Node. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  /** Opaque to all but the engine adapter of the same platform. */
  readonly source: unknown;
}

export interface AttachedFile {
  /** The path to write in SQL. */
  readonly path: string;
  detach(): Promise<void>;
}

export interface OutputFile {
  readonly path: string;
  size(): Promise<number>;
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  discard(): Promise<void>;
}

/** The database's own file, for the rolling copy into the project folder. */
export interface DatabaseFile {
  /**
   * Brings everything committed from the log, where it is safe, into the file. Rejects with `engine-busy` while a write
   * transaction is open, and when results are still being read after `patience` milliseconds; 3,000 where it is absent.
   */
  checkpoint(options?: { readonly patience?: number }): Promise<void>;
  /** The file's size and the blocks written since the last call with `reset`; call it right after `checkpoint`. */
  changes(options: { readonly reset: boolean }): Promise<DatabaseChanges>;
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

export interface DatabaseChanges {
  readonly size: number;
  readonly blockSize: number;
  /** Indices of blocks that changed, ascending; `all` when the engine cannot tell. */
  readonly blocks: readonly number[] | 'all';
}
