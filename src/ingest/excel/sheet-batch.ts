import type { Batch, Column } from '../../engine/batch.ts';
import type { ColumnType } from '../../engine/types.ts';
import type { SheetCell } from './sheet.ts';

/** A row of a sheet with its record number. */
export interface SheetRecord {
  readonly record: number;
  readonly cells: readonly (SheetCell | undefined)[];
}

const dayMicroseconds = 86_400_000_000;

/** Rows of a sheet as a batch: the record number first, then a column for each type. Error cells are NULL. */
export function sheetBatch(records: readonly SheetRecord[], types: readonly ColumnType[]): Batch {
  const numbers: Column = {
    type: { kind: 'integer', bits: 64, signed: true },
    length: records.length,
    values: BigInt64Array.from(records, ({ record }) => BigInt(record)),
  };
  const columns = types.map((type, index) =>
    sheetColumn(
      records.map(({ cells }) => cells[index]),
      type,
    ),
  );
  return { rowCount: records.length, columns: [numbers, ...columns] };
}

function sheetColumn(cells: readonly (SheetCell | undefined)[], type: ColumnType): Column {
  const present = cells.map((cell) => (cell === undefined || cell.kind === 'error' ? undefined : cell));
  const shared = { type, length: cells.length, validity: validityOf(present) };
  const number = (cell: SheetCell | undefined) => (typeof cell?.value === 'number' ? cell.value : 0);
  switch (type.kind) {
    case 'boolean':
      return { ...shared, values: bits(present.map((cell) => cell?.value === true)) };
    case 'integer':
      return { ...shared, values: BigInt64Array.from(present, (cell) => BigInt(number(cell))) };
    case 'float':
      return { ...shared, values: Float64Array.from(present, number) };
    case 'date':
      return { ...shared, values: Int32Array.from(present, number) };
    case 'timestamp':
      return {
        ...shared,
        values: BigInt64Array.from(present, (cell) => BigInt(Math.round(number(cell) * dayMicroseconds))),
      };
    default:
      return { ...shared, ...texts(present.map((cell) => cell?.shown ?? '')) };
  }
}

function validityOf(cells: readonly (SheetCell | undefined)[]): Uint8Array<ArrayBuffer> {
  return bits(cells.map((cell) => cell !== undefined));
}

function bits(flags: readonly boolean[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((flags.length + 7) >> 3);
  flags.forEach((flag, index) => {
    if (flag) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (1 << (index & 7));
  });
  return bytes;
}

function texts(values: readonly string[]): Pick<Column, 'values' | 'offsets'> & object {
  const encoder = new TextEncoder();
  const parts = values.map((value) => encoder.encode(value));
  const offsets = new Int32Array(values.length + 1);
  parts.forEach((part, index) => {
    offsets[index + 1] = (offsets[index] ?? 0) + part.length;
  });
  const bytes = new Uint8Array(offsets[values.length] ?? 0);
  parts.forEach((part, index) => {
    bytes.set(part, offsets[index] ?? 0);
  });
  return { values: bytes, offsets };
}
