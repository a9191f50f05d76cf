import { createWasmReader, joinBytes, wasmNumber, wasmSection } from './wasm-sections.ts';

const exportSection = 7;

/** How the names of C++ symbols begin: `_Z`, as compiled or as Asyncify keeps the former. */
const cppNames = ['_Z', 'orig$_Z'].map((start) => new TextEncoder().encode(start));

/**
 * The engine's WASM code without its exported C++ symbols, to which only loadable extensions would link: they are 72,000 of
 * 75,000 exports and 7 of 34 MB, and linking them takes longer than starting the engine.
 */
export function withoutCppExports(code: Uint8Array): Uint8Array<ArrayBuffer> {
  const reader = createWasmReader(code);
  return joinBytes([
    code.subarray(0, 8),
    ...reader.sections().flatMap((section) => {
      if (section.id !== exportSection) return [section.whole];
      const needed = reader.exports(section).filter(({ name }) => !cppNames.some((start) => beginsWith(name, start)));
      return wasmSection(exportSection, [wasmNumber(needed.length), ...needed.map(({ whole }) => whole)]);
    }),
  ]);
}

function beginsWith(name: Uint8Array, start: Uint8Array): boolean {
  return start.every((byte, index) => name[index] === byte);
}
