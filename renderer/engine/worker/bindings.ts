import { createDuckDB, VoidLogger } from 'duckdb-browser-blocking';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { denyExtensionDownloads } from '../../../src/duckdb/denied-request.ts';
import type { BindingsLoader } from '../../../src/duckdb/instance.ts';
import { withZeroingAllocator } from '../../../src/duckdb/zeroing-allocator.ts';

/** Loads the engine's WASM module from our own origin, into the worker that calls this. */
export const loadWorkerBindings: BindingsLoader = async (runtime) => {
  denyExtensionDownloads();
  const bundle = { mainModule: wasmUrl };
  const bindings = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), runtime);
  await bindings.instantiate(() => undefined);
  return bindings;
};

/** Loads an engine that leaves nothing in its files of what it has forgotten; see `withZeroingAllocator`. */
export const loadForgetfulBindings: BindingsLoader = async (runtime) => {
  denyExtensionDownloads();
  const bundle = { mainModule: wasmUrl };
  const bindings = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), runtime);
  const code = await (await fetch(wasmUrl)).arrayBuffer();
  const compiled = await WebAssembly.compile(withZeroingAllocator(new Uint8Array(code)));
  bindings.instantiateWasm = (imports, success) => {
    Object.assign(globalThis, { DUCKDB_RUNTIME: runtime });
    void WebAssembly.instantiate(compiled, imports).then((instance) => {
      success(instance, compiled);
    });
    return [];
  };
  await bindings.instantiate(() => undefined);
  return bindings;
};
