import { StillhouseError } from '../core/error.ts';
import { createWasmReader, joinBytes, wasmNumber, wasmSection, type WasmSection } from './wasm-sections.ts';

const [importSection, functionSection, exportSection, codeSection] = [2, 3, 7, 10] as const;

/**
 * The engine's WASM code, changed so that memory is zeroed when it is given free. Pages of a database are written from
 * memory that was used before, and the engine leaves gaps in them: what it has forgotten stays out of its files only so.
 * Throws `engine-failed` for code whose allocator is not the one this was written for.
 */
export function withZeroingAllocator(code: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const reader = createWasmReader(code);
  const sections = reader.sections();
  const imported = reader.countImportedFunctions(sectionOf(sections, importSection));
  const exported = reader.exportedFunctions(sectionOf(sections, exportSection), allocatorNames);
  const [malloc, free, realloc, usable] = allocatorNames.map((name) => {
    const index = exported.get(name);
    if (index === undefined || index < imported) throw unknownAllocator(`No function “${name}” is exported.`);
    return index;
  });
  if (malloc === undefined || free === undefined || realloc === undefined || usable === undefined) {
    throw unknownAllocator('Its functions cannot be found.');
  }
  const types = reader.numbers(sectionOf(sections, functionSection));
  const bodies = reader.bodies(sectionOf(sections, codeSection));
  const [freeType, freeBody] = [types[free - imported], bodies[free - imported]];
  if (freeType === undefined || freeBody === undefined || bodies[realloc - imported] === undefined) {
    throw unknownAllocator('Its functions have no code.');
  }
  const changed = [...bodies, freeBody];
  changed[free - imported] = zeroingFree(usable, imported + bodies.length);
  changed[realloc - imported] = movingRealloc({ malloc, usable, free });
  return joinBytes([
    code.subarray(0, 8),
    ...sections.flatMap(({ id, whole }) => {
      if (id === functionSection)
        return wasmSection(id, [wasmNumber(types.length + 1), ...types.map(wasmNumber), wasmNumber(freeType)]);
      if (id === codeSection)
        return wasmSection(id, [
          wasmNumber(changed.length),
          ...changed.flatMap((body) => [wasmNumber(body.length), body]),
        ]);
      return [whole];
    }),
  ]);
}

const allocatorNames = ['malloc', 'free', 'realloc', 'malloc_usable_size'] as const;

/** `if (pointer) { memory.fill(pointer, 0, usable(pointer)); former(pointer); }` */
function zeroingFree(usable: number, former: number): Uint8Array {
  return Uint8Array.from([
    ...[0x00, 0x20, 0x00, 0x04, 0x40],
    ...[0x20, 0x00, 0x41, 0x00, 0x20, 0x00, 0x10, ...wasmNumber(usable), 0xfc, 0x0b, 0x00],
    ...[0x20, 0x00, 0x10, ...wasmNumber(former), 0x0b, 0x0b],
  ]);
}

/** Always moves to new memory, so that what it leaves goes through `free`. */
function movingRealloc(index: { readonly malloc: number; readonly usable: number; readonly free: number }): Uint8Array {
  const [malloc, usable, free] = [index.malloc, index.usable, index.free].map((target) => [
    0x10,
    ...wasmNumber(target),
  ]);
  const [pointer, size, target] = [
    [0x20, 0x00],
    [0x20, 0x01],
    [0x20, 0x02],
  ];
  const held = [...pointer, ...(usable ?? [])];
  return Uint8Array.from([
    ...[0x01, 0x01, 0x7f],
    ...[...pointer, 0x45, 0x04, 0x40, ...size, ...(malloc ?? []), 0x0f, 0x0b],
    ...[...size, ...(malloc ?? []), 0x22, 0x02, 0x45, 0x04, 0x40, 0x41, 0x00, 0x0f, 0x0b],
    ...[...target, ...pointer, ...held, ...size, ...held, ...size, 0x49, 0x1b, 0xfc, 0x0a, 0x00, 0x00],
    ...[...pointer, ...(free ?? []), ...target, 0x0b],
  ]);
}

function sectionOf(sections: readonly WasmSection[], id: number): WasmSection {
  const found = sections.find((section) => section.id === id);
  if (found === undefined) throw unknownAllocator(`Section ${id} is missing.`);
  return found;
}

function unknownAllocator(technical: string): StillhouseError {
  return new StillhouseError('engine-failed', 'The engine’s memory cannot be made to forget.', { technical });
}
