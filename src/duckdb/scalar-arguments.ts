import { StillhouseError } from '../core/error.ts';
import type { Argument, ArgumentKind, ScalarFunction } from '../scalar/contract.ts';
import { readTexts, type TextColumn } from './scalar-texts.ts';
import type { WasmModule } from './wasm-module.ts';

/** How the engine describes one column of arguments; buffers are places in its list of addresses. */
export interface ArgumentDescription {
  readonly sqlType: string;
  readonly physicalType: string;
  readonly validityBuffer?: number;
  readonly dataBuffer?: number;
  readonly lengthBuffer?: number;
}

/** Reads one argument of a row; `null` is NULL. */
export type ArgumentReader = (row: number) => Argument | null;

/** The kind of the argument at `index`. Throws `sql-value` where the function takes fewer. */
export function kindAt({ name, takes, rest }: ScalarFunction, index: number): ArgumentKind {
  const kind = takes[index] ?? rest[(index - takes.length) % rest.length];
  if (kind === undefined) throw new StillhouseError('sql-value', `${name}() takes ${takes.length} arguments at most.`);
  return kind;
}

/** A reader of one column of arguments. Throws `sql-value` for a type that the function does not take. */
export function readArgument(
  { HEAPU8: memory }: WasmModule,
  addresses: Float64Array,
  description: ArgumentDescription,
  { name, kind }: { readonly name: string; readonly kind: ArgumentKind },
  rows: number,
): ArgumentReader {
  const addressOf = (buffer: number | undefined) => addresses[buffer ?? -1] ?? 0;
  const data = addressOf(description.dataBuffer);
  const validity = description.validityBuffer === undefined ? undefined : addressOf(description.validityBuffer);
  const isNull = validity === undefined ? undefined : (row: number) => memory[validity + row] === 0;
  const textColumn = (): TextColumn => ({
    starts: new Uint32Array(new Float64Array(memory.buffer, data, rows)),
    sizes: new Float64Array(memory.buffer, addressOf(description.lengthBuffer), rows),
    isNull,
    isText: description.sqlType === 'VARCHAR',
  });
  const read =
    description.physicalType === 'VARCHAR'
      ? readBytes(memory, textColumn(), kind, rows)
      : readNumber(memory.buffer, data, description.physicalType, kind, rows);
  if (read === undefined) {
    throw new StillhouseError('sql-value', `${name}() takes ${kindWords[kind]} here, not ${description.sqlType}.`);
  }
  return isNull === undefined ? read : (row) => (isNull(row) ? null : read(row));
}

const kindWords: Readonly<Record<ArgumentKind, string>> = {
  text: 'text',
  bytes: 'text or binary values',
  double: 'numbers',
  integer: 'whole numbers',
  value: 'text or numbers',
  raw: 'text, binary values or numbers',
};

function readBytes(
  memory: Uint8Array<ArrayBuffer>,
  column: TextColumn,
  kind: ArgumentKind,
  rows: number,
): ArgumentReader | undefined {
  if (kind === 'double' || kind === 'integer') return undefined;
  if (kind !== 'bytes' && kind !== 'raw') return readTexts(memory, column, rows);
  const { starts, sizes } = column;
  let [last, lastStart] = [memory.subarray(0, 0), -1];
  return (row) => {
    const [start, size] = [starts[row] ?? 0, sizes[row] ?? 0];
    if (start !== lastStart || size !== last.length) last = memory.subarray(start, start + size);
    lastStart = start;
    return last;
  };
}

function readNumber(
  buffer: ArrayBuffer,
  data: number,
  physicalType: string,
  kind: ArgumentKind,
  rows: number,
): ArgumentReader | undefined {
  const values = numbersOf(buffer, data, physicalType, rows);
  if (values === undefined || kind === 'text' || kind === 'bytes') return undefined;
  if (kind === 'integer' && (physicalType === 'DOUBLE' || physicalType === 'FLOAT')) return undefined;
  return (row) => values[row] ?? 0;
}

function numbersOf(
  buffer: ArrayBuffer,
  data: number,
  physicalType: string,
  rows: number,
): ArrayLike<number> | undefined {
  switch (physicalType) {
    case 'BOOL':
    case 'UINT8':
      return new Uint8Array(buffer, data, rows);
    case 'INT8':
      return new Int8Array(buffer, data, rows);
    case 'UINT16':
      return new Uint16Array(buffer, data, rows);
    case 'INT16':
      return new Int16Array(buffer, data, rows);
    case 'UINT32':
      return new Uint32Array(buffer, data, rows);
    case 'INT32':
      return new Int32Array(buffer, data, rows);
    case 'FLOAT':
      return new Float32Array(buffer, data, rows);
    case 'DOUBLE':
      return new Float64Array(buffer, data, rows);
    default:
      return undefined;
  }
}
