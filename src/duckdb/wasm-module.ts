/** The part of the Emscripten module that files and functions of ours need. Its views are new ones when memory has grown. */
export interface WasmModule {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  readonly HEAPF64: Float64Array;
  ccall(name: string, returns: null, types: readonly string[], args: readonly (string | number)[]): void;
  stackSave(): number;
  stackAlloc(bytes: number): number;
  stackRestore(pointer: number): void;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
}

const decoder = new TextDecoder();

/** Reads a string out of the engine's memory. */
export function textFrom(module: WasmModule, pointer: number, length: number): string {
  const start = pointer >>> 0;
  return decoder.decode(module.HEAPU8.slice(start, start + length));
}

/** Throws `message` inside the engine as an I/O error. Must not be called inside a `try`: the throw passes through. */
export function failInEngine(module: WasmModule, message: string): never {
  module.ccall('duckdb_web_fail_with', null, ['string'], [message]);
  throw new Error(message);
}

/** Calls an engine function that answers with status, data and length, and returns the text it gave. */
export function callForText(module: WasmModule, name: string, types: string[], args: (string | number)[]): string {
  const stack = module.stackSave();
  const response = module.stackAlloc(3 * 8);
  module.ccall(name, null, ['number', ...types], [response, ...args]);
  const [status, data, length] = module.HEAPF64.subarray(response >>> 3, (response >>> 3) + 3) as unknown as [
    number,
    number,
    number,
  ]; // three doubles, written by the call above
  module.stackRestore(stack);
  const text = length === 0 ? '' : textFrom(module, data, length);
  module.ccall('duckdb_web_clear_response', null, [], []);
  if (status !== 0) throw new Error(text);
  return text;
}
