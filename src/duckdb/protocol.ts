import type { ErrorData } from '../core/error.ts';
import type { Batch } from '../engine/batch.ts';
import type { Capabilities, DatabaseChanges } from '../engine/engine.ts';
import type { ColumnInfo } from '../engine/types.ts';

/** What the client may ask of the engine's thread: name → arguments and answer. */
export interface EngineCalls {
  /** Opens the database; must be the first call. */
  open: { args: { database: string }; result: Capabilities };
  openSession: { args: undefined; result: number };
  closeSession: { args: { session: number }; result: undefined };
  /** Runs a statement until its columns are known. */
  start: { args: { session: number; query: number; sql: string }; result: readonly ColumnInfo[] };
  /** The next batches of a statement, at least one unless it has ended. */
  pull: { args: { query: number }; result: { readonly batches: readonly Batch[]; readonly ended: boolean } };
  /** Writes up to a group of the rows that are left into a scratch table. */
  spool: {
    args: { query: number; table: string };
    result: { readonly rows: number; readonly ended: boolean };
  };
  /** Stops a statement; answers at once when it has ended already. */
  stop: { args: { query: number }; result: undefined };
  append: {
    args: { session: number; schema: string; table: string; create: boolean; names: readonly string[]; batch: Batch };
    result: undefined;
  };
  appendStream: {
    args: { session: number; schema: string; table: string; create: boolean; stream: Uint8Array<ArrayBuffer> };
    result: undefined;
  };
  attachFile: { args: { path: string; source: unknown }; result: undefined };
  detachFile: { args: { path: string }; result: undefined };
  createOutput: { args: undefined; result: string };
  outputSize: { args: { path: string }; result: number };
  readFile: { args: { path: string; offset: number; length: number }; result: Uint8Array<ArrayBuffer> };
  discardOutput: { args: { path: string }; result: undefined };
  /** Waits up to `patience` milliseconds for open statements. */
  checkpoint: { args: { patience: number }; result: undefined };
  changes: { args: { reset: boolean }; result: DatabaseChanges };
  close: { args: undefined; result: undefined };
}

export type CallName = keyof EngineCalls;

export type CallMessage = {
  [Name in CallName]: { readonly id: number; readonly name: Name; readonly args: EngineCalls[Name]['args'] };
}[CallName];

export type ReplyMessage =
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: ErrorData }
  | { readonly kind: 'progress'; readonly query: number; readonly fraction: number };

/** One end of a message channel between the client and the engine's thread. */
export interface EnginePort {
  post(message: CallMessage | ReplyMessage, transfer: readonly ArrayBuffer[]): void;
  listen(listener: (message: unknown) => void): void;
}
