import { StillhouseError } from '../core/error.ts';

/** A section of a WASM module: where its content lies, and all of it with its head. */
export interface WasmSection {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly whole: Uint8Array;
}

/** An export: its bytes, and those of its name. */
export interface WasmExport {
  readonly whole: Uint8Array;
  readonly name: Uint8Array;
}

/** Reads the parts of a WASM module (binary format, version 1) that tell where its functions are. */
export interface WasmReader {
  sections(): readonly WasmSection[];
  countImportedFunctions(section: WasmSection): number;
  /** Indices of the exported functions of these names. */
  exportedFunctions(section: WasmSection, names: readonly string[]): ReadonlyMap<string, number>;
  /** Each export as it stands in the section, with its name. */
  exports(section: WasmSection): readonly WasmExport[];
  /** A section that is a list of numbers. */
  numbers(section: WasmSection): readonly number[];
  /** The code of each function, without its length. */
  bodies(section: WasmSection): readonly Uint8Array[];
}

/** An unsigned number as LEB128. */
export function wasmNumber(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return bytes;
}

/** A section of these contents. */
export function wasmSection(id: number, content: readonly (Uint8Array | readonly number[])[]): readonly Uint8Array[] {
  const pieces = content.map((piece) => (piece instanceof Uint8Array ? piece : Uint8Array.from(piece)));
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return [Uint8Array.from([id, ...wasmNumber(length)]), ...pieces];
}

/** Pieces of a module as one. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let position = 0;
  for (const piece of pieces) {
    result.set(piece, position);
    position += piece.length;
  }
  return result;
}

/** Throws `engine-failed` while reading, where the bytes are not a WASM module. */
export function createWasmReader(code: Uint8Array): WasmReader {
  const decoder = new TextDecoder();
  let at = 0;

  const byte = (): number => {
    const value = code[at++];
    if (value === undefined) throw new StillhouseError('engine-failed', 'The engine’s code ends too early.');
    return value;
  };
  const number = (): number => {
    let [result, shift] = [0, 0];
    for (;;) {
      const next = byte();
      result += (next & 0x7f) * 2 ** shift;
      if (next < 0x80) return result;
      shift += 7;
    }
  };
  const skipBytes = () => {
    const length = number();
    at += length;
  };
  const name = (): string => {
    const length = number();
    at += length;
    return decoder.decode(code.subarray(at - length, at));
  };
  const skipLimits = () => {
    const flags = number();
    number();
    if ((flags & 1) === 1) number();
  };
  /** What an import is, after its two names; answers with its kind. */
  const importKind = (): number => {
    const kind = byte();
    if (kind === 0) number();
    else if (kind === 1) {
      byte();
      skipLimits();
    } else if (kind === 2) skipLimits();
    else if (kind === 3) at += 2;
    else {
      byte();
      number();
    }
    return kind;
  };
  const items = <Item>(section: WasmSection, read: () => Item): Item[] => {
    at = section.start;
    return Array.from({ length: number() }, read);
  };

  return {
    sections() {
      const found: WasmSection[] = [];
      at = 8;
      while (at < code.length) {
        const head = at;
        const id = byte();
        const length = number();
        const start = at;
        at += length;
        found.push({ id, start, end: at, whole: code.subarray(head, at) });
      }
      return found;
    },
    countImportedFunctions: (section) =>
      items(section, () => {
        skipBytes();
        skipBytes();
        return importKind();
      }).filter((kind) => kind === 0).length,
    exportedFunctions(section, names) {
      const found = new Map<string, number>();
      for (const { exported, kind, index } of items(section, () => ({
        exported: name(),
        kind: byte(),
        index: number(),
      }))) {
        if (kind === 0 && names.includes(exported)) found.set(exported, index);
      }
      return found;
    },
    exports: (section) =>
      items(section, () => {
        const begin = at;
        const length = number();
        const nameAt = at;
        at += length;
        byte();
        number();
        return { whole: code.subarray(begin, at), name: code.subarray(nameAt, nameAt + length) };
      }),
    numbers: (section) => items(section, number),
    bodies: (section) =>
      items(section, () => {
        const length = number();
        at += length;
        return code.subarray(at - length, at);
      }),
  };
}
