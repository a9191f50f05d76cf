import type { Bindings } from './bindings.ts';
import { StillhouseError } from '../core/error.ts';
import type { ScalarFunction } from '../scalar/contract.ts';
import type { FileStore } from './file-store.ts';
import { createRuntime, type EngineRuntime, plainPath } from './runtime.ts';
import { createScalarCall, registerScalarFunctions } from './scalar-functions.ts';

/** Loads the WASM module with our file system behind it; each platform supplies its own loader. */
export type BindingsLoader = (runtime: EngineRuntime['runtime']) => Promise<Bindings>;

export interface Instance {
  readonly bindings: Bindings;
  readonly runtime: EngineRuntime;
  /** Gives the engine its whole stack back after a call that an error of JavaScript's, such as an overflow, ended. */
  unwind(): void;
}

/** Name of the database file inside its store, or `:memory:`. */
export type DatabaseName = string;

const readWrite = 3;

/** Starts the engine and opens the database, first bringing in a log that a crash left behind. SQL can call `functions`. */
export async function openInstance(
  load: BindingsLoader,
  store: FileStore,
  database: DatabaseName,
  functions: readonly ScalarFunction[] = [],
): Promise<Instance> {
  if (database !== ':memory:') {
    dropUnfinished(store, database);
    if (sizeOf(store, `${database}.wal`) > 0) await recover(load, store, database, functions);
  }
  const runtime = createRuntime(store, createScalarCall(functions));
  const bindings = await load(runtime.runtime);
  const stack = enlargeStack(bindings);
  openDatabase(bindings, database);
  register(bindings, functions);
  return {
    bindings,
    runtime,
    unwind: () => {
      bindings.mod.stackRestore(stack);
    },
  };
}

/**
 * Moves the engine's stack to a larger place of its own. The one it comes with has 1 MB and lies above its constants:
 * statements nested less deeply than the engine allows (1,000 levels) grow over them without being noticed, after which
 * every statement fails, or worse. Gives where it begins.
 */
function enlargeStack({ mod }: Bindings): number {
  const stack = mod._malloc(stackBytes) + stackBytes;
  mod.stackRestore(stack);
  return stack;
}

const stackBytes = 16 << 20;

/** In one transaction: with one each, every function takes a window's engine 55 ms, and all of them 2.6 s of its start. */
function register(bindings: Bindings, functions: readonly ScalarFunction[]): void {
  const connection = bindings.connect();
  connection.query('BEGIN TRANSACTION');
  connection.useUnsafe((_, id) => {
    registerScalarFunctions(bindings.mod, id, functions);
  });
  connection.query('COMMIT');
  connection.close();
}

function openDatabase(bindings: Bindings, database: DatabaseName): void {
  try {
    bindings.open({
      path: database,
      accessMode: readWrite,
      useDirectIO: true,
      query: { queryPollingInterval: pollingSliceMs },
    });
  } catch (error) {
    const technical = error instanceof Error ? error.message : String(error);
    throw new StillhouseError('database-damaged', `The database "${database}" cannot be opened.`, {
      remedy: 'Open the project from its folder again: Stillhouse then offers the last good copy.',
      technical,
      cause: error,
    });
  }
}

/** How long the engine computes before it looks for a cancel, in milliseconds. */
const pollingSliceMs = 20;

/** A file shorter than its three headers died while it was made, before anything could be stored in it. */
function dropUnfinished(store: FileStore, database: DatabaseName): void {
  if (sizeOf(store, database) >= headersSize) return;
  store.remove(database);
  store.remove(`${database}.wal`);
}

const headersSize = 3 * 4096;

function sizeOf(store: FileStore, name: string): number {
  if (!store.exists(name)) return 0;
  const file = store.open(name, { create: false, writable: false });
  const size = file?.size() ?? 0;
  file?.close();
  return size;
}

/**
 * Replays the log and checkpoints it away, for which indexes may need functions. The engine can only do that with files it was
 * told of beforehand, and cannot write on afterwards, so this runs in an instance of its own.
 */
async function recover(
  load: BindingsLoader,
  store: FileStore,
  database: DatabaseName,
  functions: readonly ScalarFunction[],
): Promise<void> {
  const runtime = createRuntime(store, createScalarCall(functions));
  const bindings = await load(runtime.runtime);
  for (const name of [database, `${database}.wal`]) {
    if (store.exists(name)) bindings.registerFileHandle(name, null, plainPath, true);
  }
  enlargeStack(bindings);
  openDatabase(bindings, database);
  register(bindings, functions);
  const connection = bindings.connect();
  connection.query('CHECKPOINT');
  connection.close();
  bindings.reset();
  store.remove(`${database}.wal`);
}
