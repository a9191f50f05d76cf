import type { Result, ResultKind } from '../scalar/contract.ts';
import type { WasmModule } from './wasm-module.ts';

/** Where the engine finds the results of one call: addresses in its memory, `lengths` 0 where there are none. */
export interface ResultAddresses {
  readonly data: number;
  readonly validity: number;
  readonly lengths: number;
}

/** Takes the results of up to a vector of rows, one after the other, and hands them over. */
export interface ResultWriter {
  /** Begins with the results of so many rows of a kind. */
  begin(kind: ResultKind, rows: number): void;
  add(result: Result): void;
  /** Copies the results into the engine's memory. */
  finish(module: WasmModule): ResultAddresses;
}

const encoder = new TextEncoder();

const digitCodes = encoder.encode('0123456789abcdef');

/** The two digits of each byte, the first in the lower half, which comes first in memory. */
const hexPairs = Uint16Array.from(
  { length: 256 },
  (_, byte) => (digitCodes[byte >> 4] ?? 0) | ((digitCodes[byte & 15] ?? 0) << 8),
);

const bytesOfUnit = 3;
const longText = 64;

/** Text memory of the engine above this size is not kept until the next call. */
const keptText = 1 << 20;

/**
 * Results are gathered on our side. The engine frees the validity, and the data of fixed width; it copies texts, and leaves
 * their bytes, addresses and lengths to us, so those three are used again for each call.
 */
export function createResultWriter(): ResultWriter {
  let kind: ResultKind = 'text';
  let rows = 0;
  let row = 0;
  let validity = new Uint8Array(2048);
  let numbers = new Float64Array(2048);
  let integers = new BigInt64Array(2048);
  let halves = new Int32Array(integers.buffer);
  let ends = new Uint32Array(2048);
  let text = new Uint8Array(1 << 16);
  let units = new Uint16Array(text.buffer);
  let used = 0;
  let columns = { address: 0, rows: 0 };
  let area = { address: 0, size: 0 };

  const keep = (memory: Uint8Array<ArrayBuffer>) => {
    text = memory;
    units = new Uint16Array(memory.buffer);
  };

  const reserve = (more: number) => {
    if (used + more <= text.length) return;
    const larger = new Uint8Array(2 * (used + more));
    larger.set(text.subarray(0, used));
    keep(larger);
  };

  const addText = (value: string) => {
    reserve(value.length * bytesOfUnit);
    used = encodeInto(value, text, used);
  };

  const addHex = (bytes: Uint8Array) => {
    reserve(2 * bytes.length);
    writeHex(bytes, units, used >> 1);
    used += 2 * bytes.length;
  };

  const addLong = (result: Result) => {
    if (typeof result === 'bigint') {
      integers[row] = result;
      return;
    }
    const isHalves = typeof result === 'object' && result !== null && 'high' in result;
    halves[2 * row] = isHalves ? result.low : 0;
    halves[2 * row + 1] = isHalves ? result.high : 0;
  };

  const finishText = (module: WasmModule): ResultAddresses => {
    if (columns.rows < rows) {
      if (columns.address !== 0) module._free(columns.address);
      columns = { address: module._malloc(rows * 16), rows };
    }
    if (area.size < used || area.size > keptText) {
      if (area.address !== 0) module._free(area.address);
      const size = Math.max(used, 1 << 12);
      area = { address: module._malloc(size), size };
    }
    const validityAddress = copyValidity(module);
    module.HEAPU8.set(text.subarray(0, used), area.address);
    const [data, lengths] = [columns.address, columns.address + rows * 8];
    const { HEAPF64: memory } = module;
    const [firstData, firstLength] = [data >>> 3, lengths >>> 3];
    let start = 0;
    for (let index = 0; index < rows; index++) {
      const end = ends[index] ?? 0;
      memory[firstData + index] = area.address + start;
      memory[firstLength + index] = end - start;
      start = end;
    }
    if (text.length > keptText) keep(new Uint8Array(1 << 16));
    return { data, validity: validityAddress, lengths };
  };

  const copyValidity = (module: WasmModule): number => {
    const address = module._malloc(rows);
    module.HEAPU8.set(validity.subarray(0, rows), address);
    return address;
  };

  const finishNumbers = (module: WasmModule, values: Uint8Array): ResultAddresses => {
    const data = module._malloc(values.length);
    const validityAddress = copyValidity(module);
    module.HEAPU8.set(values, data);
    return { data, validity: validityAddress, lengths: 0 };
  };

  return {
    begin(ofKind, count) {
      [kind, rows, row, used] = [ofKind, count, 0, 0];
      if (count <= validity.length) return;
      [validity, numbers] = [new Uint8Array(count), new Float64Array(count)];
      [integers, ends] = [new BigInt64Array(count), new Uint32Array(count)];
      halves = new Int32Array(integers.buffer);
    },
    add(result) {
      validity[row] = result === null ? 0 : 1;
      if (typeof result === 'string') addText(result);
      else if (result instanceof Uint8Array) addHex(result);
      else if (kind === 'bigint') addLong(result);
      else numbers[row] = Number(result);
      ends[row++] = used;
    },
    finish(module) {
      switch (kind) {
        case 'text':
        case 'bytes':
          return finishText(module);
        case 'double':
          return finishNumbers(module, asBytes(numbers.subarray(0, rows)));
        case 'integer':
          return finishNumbers(module, asBytes(Int32Array.from(numbers.subarray(0, rows))));
        case 'boolean':
          return finishNumbers(module, Uint8Array.from(numbers.subarray(0, rows)));
        case 'bigint':
          return finishNumbers(module, asBytes(integers.subarray(0, rows)));
      }
    },
  };
}

const asBytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** Writes a text behind `start` and gives its end; short ASCII texts take a way of their own, which is faster. */
function encodeInto(text: string, target: Uint8Array, start: number): number {
  if (text.length <= longText) {
    let index = 0;
    for (; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit >= 0x80) break;
      target[start + index] = unit;
    }
    if (index === text.length) return start + index;
  }
  return start + encoder.encodeInto(text, target.subarray(start)).written;
}

/** Writes bytes as hexadecimal digits, two in each unit of 16 bits, from a unit on. */
function writeHex(bytes: Uint8Array, target: Uint16Array, start: number): void {
  let at = start;
  for (const byte of bytes) target[at++] = hexPairs[byte] ?? 0;
}
