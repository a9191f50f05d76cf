import { type Column, isNull } from './batch.ts';
import { daysToMs, dateText, epochMs, intervalText, timestampText, timeText } from './temporal.ts';
import type { ColumnType } from './types.ts';

/**
 * A cell as a JavaScript value. 64-bit integers are bigint; decimals, dates, times and intervals are exact text;
 * lists are arrays, structs objects, maps arrays of [key, value].
 */
export type Value = null | boolean | number | bigint | string | Uint8Array | readonly Value[] | StructValue;
export interface StructValue {
  readonly [field: string]: Value;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The value of one cell. */
export function valueAt(column: Column, row: number): Value {
  if (isNull(column, row)) return null;
  const { type } = column;
  switch (type.kind) {
    case 'null':
      return null;
    case 'boolean':
      return bitAt(column, row);
    case 'integer':
    case 'float':
      return column.values?.[row] ?? null;
    case 'decimal':
      return decimalText(int128At(column, row), type.scale);
    case 'text':
      return decoder.decode(bytesAt(column, row));
    case 'blob':
    case 'fixed-blob':
      return bytesAt(column, row);
    case 'date':
      return dateText(Number(column.values?.[row]));
    case 'time':
      return timeText(BigInt(column.values?.[row] ?? 0));
    case 'timestamp':
      return timestampText(BigInt(column.values?.[row] ?? 0), type.unit, type.zoned);
    case 'interval':
      return intervalAt(column, row);
    case 'enum':
      return enumAt(column, row);
    case 'list':
    case 'fixed-list':
      return listAt(column, row);
    case 'struct':
      return structAt(column, row, type.fields);
    case 'map':
      return mapAt(column, row);
    case 'union':
      return unionAt(column, row);
  }
}

/** The cell as a number for charts and histograms: dates and timestamps become epoch milliseconds; NULL and text give NaN. */
export function numberAt(column: Column, row: number): number {
  if (isNull(column, row)) return Number.NaN;
  const { type } = column;
  switch (type.kind) {
    case 'boolean':
      return bitAt(column, row) ? 1 : 0;
    case 'integer':
    case 'float':
      return Number(column.values?.[row]);
    case 'decimal':
      return Number(decimalText(int128At(column, row), type.scale));
    case 'date':
      return daysToMs(Number(column.values?.[row]));
    case 'time':
      return Number(column.values?.[row]) / 1000;
    case 'timestamp':
      return epochMs(BigInt(column.values?.[row] ?? 0), type.unit);
    default:
      return Number.NaN;
  }
}

/** Start and end of a list's or map's items in its children. */
export function itemRange(column: Column, row: number): { start: number; end: number } {
  if (column.type.kind === 'fixed-list') {
    return { start: row * column.type.size, end: (row + 1) * column.type.size };
  }
  return { start: column.offsets?.[row] ?? 0, end: column.offsets?.[row + 1] ?? 0 };
}

/** `-1234` with scale 2 is `-12.34`. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale === 0) return String(unscaled);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

export function bitAt(column: Column, row: number): boolean {
  return (Number(column.values?.[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
}

/** The raw bytes of a text, blob or fixed-width cell. */
export function bytesAt(column: Column, row: number): Uint8Array {
  const bytes = column.values as Uint8Array | undefined; // these kinds always carry bytes
  if (bytes === undefined) return new Uint8Array(0);
  if (column.type.kind === 'fixed-blob') {
    return bytes.subarray(row * column.type.width, (row + 1) * column.type.width);
  }
  return bytes.subarray(column.offsets?.[row] ?? 0, column.offsets?.[row + 1] ?? 0);
}

function int128At(column: Column, row: number): bigint {
  const { buffer, byteOffset } = column.values ?? new Uint8Array(16);
  const view = new DataView(buffer, byteOffset + row * 16, 16);
  return (view.getBigInt64(8, true) << 64n) + view.getBigUint64(0, true);
}

function intervalAt(column: Column, row: number): string {
  const { buffer, byteOffset } = column.values ?? new Uint8Array(16);
  const view = new DataView(buffer, byteOffset + row * 16, 16);
  return intervalText(view.getInt32(0, true), view.getInt32(4, true), view.getBigInt64(8, true));
}

function listAt(column: Column, row: number): Value[] {
  const { start, end } = itemRange(column, row);
  const items = column.children?.[0];
  if (items === undefined) return [];
  return Array.from({ length: end - start }, (_, index) => valueAt(items, start + index));
}

function structAt(column: Column, row: number, fields: Extract<ColumnType, { kind: 'struct' }>['fields']): StructValue {
  return Object.fromEntries(
    fields.map((field, index) => {
      const child = column.children?.[index];
      return [field.name, child === undefined ? null : valueAt(child, row)];
    }),
  );
}

function mapAt(column: Column, row: number): Value[] {
  const { start, end } = itemRange(column, row);
  const [keys, values] = column.children ?? [];
  if (keys === undefined || values === undefined) return [];
  return Array.from({ length: end - start }, (_, index) => [
    valueAt(keys, start + index),
    valueAt(values, start + index),
  ]);
}

/** Unions arrive sparse: every child has the union's length. */
function unionAt(column: Column, row: number): Value {
  const child = column.children?.[column.typeIds?.[row] ?? 0];
  return child === undefined ? null : valueAt(child, row);
}

/** Without a dictionary the position in the ENUM is all that is known. */
function enumAt(column: Column, row: number): Value {
  const index = Number(column.values?.[row]);
  if (column.dictionary === undefined || index >= column.dictionary.length) return `#${index}`;
  return valueAt(column.dictionary, index);
}
