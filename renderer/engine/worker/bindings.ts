import { createDuckDB, VoidLogger } from 'duckdb-browser-blocking';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { denyExtensionDownloads } from '../../../src/duckdb/denied-request.ts';
import type { BindingsLoader } from '../../../src/duckdb/instance.ts';

/** Loads the engine's WASM module from our own origin, into the worker that calls this. */
export const loadWorkerBindings: BindingsLoader = async (runtime) => {
  denyExtensionDownloads();
  const bundle = { mainModule: wasmUrl };
  const bindings = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), runtime);
  await bindings.instantiate(() => undefined);
  return bindings;
};
