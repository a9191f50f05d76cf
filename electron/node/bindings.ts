import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Bindings, Runtime } from '../../src/duckdb/bindings.ts';
import { StillhouseError } from '../../src/core/error.ts';
import { denyExtensionDownloads } from '../../src/duckdb/denied-request.ts';
import type { BindingsLoader } from '../../src/duckdb/instance.ts';
import { withoutCppExports } from '../../src/duckdb/needed-exports.ts';
import { withZeroingAllocator } from '../../src/duckdb/zeroing-allocator.ts';

const require = createRequire(import.meta.url);

type WasmImports = WebAssembly.Imports;
type Success = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/** What the blocking bindings let us replace: how the WASM code is instantiated. */
interface NodeBindings extends Bindings {
  instantiate(onProgress: () => void): Promise<unknown>;
  instantiateWasm(imports: WasmImports, success: Success): unknown;
}

/** The blocking bindings for Node; the package's own type declarations for this entry do not resolve. */
interface NodeLibrary {
  createDuckDB(bundles: unknown, logger: unknown, runtime: unknown): Promise<NodeBindings>;
  readonly VoidLogger: new () => unknown;
}

/** The runtime of each engine by its WASM module; engines nobody uses any more are let go. */
const runtimes = new WeakMap<object, Runtime>();
const listening = new Set<WeakRef<Runtime>>();

/** Loads an engine into this thread. Its WASM code is compiled once, and several engines can live side by side. */
export const loadNodeBindings: BindingsLoader = nodeLoader((code) => code);

/** Loads an engine that leaves nothing in its files of what it has forgotten; see `withZeroingAllocator`. */
export const loadForgetfulBindings: BindingsLoader = nodeLoader(withZeroingAllocator);

function nodeLoader(prepare: (code: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): BindingsLoader {
  let compiled: Promise<WebAssembly.Module> | undefined;
  return (runtime) => {
    compiled ??= fs.readFile(mainModule()).then((code) => WebAssembly.compile(prepare(withoutCppExports(code))));
    return instantiate(compiled, runtime);
  };
}

function mainModule(): string {
  try {
    return require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  } catch (error) {
    throw new StillhouseError(
      'engine-failed',
      'The engine is missing: there is no package “@duckdb/duckdb-wasm” here.',
      {
        remedy: 'In a checkout, run npm ci. A copy of the program needs its node_modules beside it.',
        cause: error,
      },
    );
  }
}

async function instantiate(compiled: Promise<WebAssembly.Module>, runtime: Runtime): Promise<Bindings> {
  denyExtensionDownloads();
  const library = require('@duckdb/duckdb-wasm/blocking') as NodeLibrary; // untyped CommonJS
  const code = await compiled;
  const bundle = { mainModule: mainModule() };
  const bindings = await library.createDuckDB({ mvp: bundle, eh: bundle }, new library.VoidLogger(), runtime);
  bindings.instantiateWasm = (imports, success) => {
    Object.assign(globalThis, { DUCKDB_RUNTIME: dispatcher(runtime) });
    void WebAssembly.instantiate(code, imports).then((instance) => {
      success(instance, code);
    });
    return [];
  };
  await bindings.instantiate(() => undefined);
  runtimes.set(bindings.mod, runtime);
  listening.add(new WeakRef(runtime));
  return bindings;
}

/** The engine's code calls one global runtime; this one passes each call on to the runtime of the calling engine. */
function dispatcher(newest: Runtime): Runtime {
  return new Proxy(newest, {
    get(_, name) {
      if (name === 'progressUpdate') return broadcast;
      const own: unknown = Reflect.get(newest, name);
      if (typeof own !== 'function') return own;
      return (module: object, ...args: unknown[]): unknown => {
        const method: unknown = Reflect.get(runtimes.get(module) ?? newest, name);
        return Reflect.apply(method as () => unknown, undefined, [module, ...args]); // a function, as `own` is
      };
    },
  });
}

/** Progress comes without a module; only the engine that is computing listens. */
function broadcast(done: number, percentage: number, iteration: number): void {
  for (const reference of listening) {
    const runtime = reference.deref();
    if (runtime === undefined) listening.delete(reference);
    else runtime.progressUpdate(done, percentage, iteration);
  }
}
