import type { Bindings, Runtime } from '../../../src/duckdb/bindings.ts';

interface Bundle {
  readonly mainModule: string;
}

export class VoidLogger {
  private readonly brand: unknown;
}

/** The package ships this entry but neither exports nor declares it; the bundler and `paths` find it through an alias. */
export function createDuckDB(
  bundles: { readonly mvp: Bundle; readonly eh: Bundle },
  logger: VoidLogger,
  runtime: Runtime,
): Promise<
  Bindings & {
    instantiate(onProgress: () => void): Promise<unknown>;
    /** How the WASM code is instantiated; may be replaced before `instantiate`. */
    instantiateWasm(
      imports: WebAssembly.Imports,
      success: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): unknown;
  }
>;
