import type { ScalarCall } from './scalar-functions.ts';
import type { WasmModule } from './wasm-module.ts';

/** One connection of the engine's blocking bindings. */
export interface Connection {
  /** Runs a statement to its end in one go: for our own short statements only. */
  query(statement: string): ArrowTable;
  close(): void;
  useUnsafe<Result>(use: (bindings: Bindings, id: number) => Result): Result;
}

/** The little that is read of a blocking call's answer. */
export interface ArrowTable {
  readonly numRows: number;
  getChildAt(index: number): { get(row: number): unknown } | null;
}

/** The part of duckdb-wasm's blocking bindings that we use; the package's declarations leave these out. */
export interface Bindings {
  /** The engine's own memory and functions. */
  readonly mod: WasmModule;
  open(config: DatabaseConfig): void;
  reset(): void;
  getVersion(): string;
  connect(): Connection;
  /** Answers with the result's header, or `null` while it is still computing. */
  startPendingQuery(connection: number, statement: string, streaming: boolean): Uint8Array | null;
  pollPendingQuery(connection: number): Uint8Array | null;
  cancelPendingQuery(connection: number): boolean;
  /** Runs a statement to its end in one go. */
  runQuery(connection: number, statement: string): Uint8Array;
  /** The next piece of the result; empty at its end, `null` while it is still computing. */
  fetchQueryResults(connection: number): Uint8Array | null;
  insertArrowFromIPCStream(
    connection: number,
    stream: Uint8Array,
    target: { readonly schema: string; readonly name: string; readonly create: boolean },
  ): void;
  registerFileHandle(name: string, handle: null, protocol: number, directIO: boolean): void;
  dropFile(name: string): void;
}

export interface DatabaseConfig {
  readonly path: string;
  readonly accessMode: number;
  readonly useDirectIO: boolean;
  readonly query: { readonly queryPollingInterval: number };
}

/** What the engine's WASM code calls for files, progress and functions of ours. Pointers are offsets into `HEAPU8`. */
export interface Runtime {
  readonly _files: Map<string, unknown>;
  readonly _udfFunctions: Map<number, unknown>;
  testPlatformFeature(module: WasmModule, feature: number): boolean;
  getDefaultDataProtocol(module: WasmModule): number;
  openFile(module: WasmModule, fileId: number, flags: number): number;
  syncFile(module: WasmModule, fileId: number): void;
  closeFile(module: WasmModule, fileId: number): void;
  dropFile(module: WasmModule, pointer: number, length: number): void;
  getLastFileModificationTime(module: WasmModule, fileId: number): number;
  truncateFile(module: WasmModule, fileId: number, size: number): void;
  readFile(module: WasmModule, fileId: number, buffer: number, bytes: number, position: number): number;
  writeFile(module: WasmModule, fileId: number, buffer: number, bytes: number, position: number): number;
  removeDirectory(module: WasmModule, pointer: number, length: number): void;
  checkDirectory(module: WasmModule, pointer: number, length: number): boolean;
  createDirectory(module: WasmModule, pointer: number, length: number): void;
  listDirectoryEntries(module: WasmModule, pointer: number, length: number): boolean;
  glob(module: WasmModule, pointer: number, length: number): void;
  moveFile(module: WasmModule, from: number, fromLength: number, to: number, toLength: number): void;
  checkFile(module: WasmModule, pointer: number, length: number): boolean;
  removeFile(module: WasmModule, pointer: number, length: number): void;
  progressUpdate(done: number, percentage: number, iteration: number): void;
  readonly callScalarUDF: ScalarCall;
}
