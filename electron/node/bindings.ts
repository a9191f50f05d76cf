import { createRequire } from 'node:module';
import type { Bindings } from '../../src/duckdb/bindings.ts';
import { denyExtensionDownloads } from '../../src/duckdb/denied-request.ts';
import type { BindingsLoader } from '../../src/duckdb/instance.ts';

const require = createRequire(import.meta.url);

/** The blocking bindings for Node; the package's own type declarations for this entry do not resolve. */
interface NodeLibrary {
  createDuckDB(
    bundles: unknown,
    logger: unknown,
    runtime: unknown,
  ): Promise<Bindings & { instantiate(onProgress: () => void): Promise<unknown> }>;
  readonly VoidLogger: new () => unknown;
}

/** Loads the engine's WASM module from node_modules or from beside the bundled program. */
export const loadNodeBindings: BindingsLoader = async (runtime) => {
  denyExtensionDownloads();
  const library = require('@duckdb/duckdb-wasm/blocking') as NodeLibrary; // untyped CommonJS
  const mainModule = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  const bindings = await library.createDuckDB(
    { mvp: { mainModule }, eh: { mainModule } },
    new library.VoidLogger(),
    runtime,
  );
  await bindings.instantiate(() => undefined);
  return bindings;
};
