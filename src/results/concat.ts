import { type Batch, type Column, isNull, type ValueArray } from '../engine/batch.ts';
import { bitAt, itemRange } from '../engine/value.ts';

/** Some consecutive rows of a column: `start` up to but without `end`. */
interface Part {
  readonly column: Column;
  readonly start: number;
  readonly end: number;
}

/** The rows of several batches of the same columns as one batch. */
export function concatBatches(batches: readonly Batch[]): Batch {
  const [first] = batches;
  if (first === undefined || batches.length === 1) return first ?? { rowCount: 0, columns: [] };
  return {
    rowCount: batches.reduce((sum, batch) => sum + batch.rowCount, 0),
    columns: first.columns.map((_, index) =>
      concatParts(
        batches.flatMap((batch) => {
          const column = batch.columns[index];
          return column === undefined ? [] : [{ column, start: 0, end: batch.rowCount }];
        }),
      ),
    ),
  };
}

/** Rows `start` up to but without `end` of a batch, copied. */
export function sliceBatch(batch: Batch, start: number, end: number): Batch {
  if (start === 0 && end === batch.rowCount) return batch;
  return { rowCount: end - start, columns: batch.columns.map((column) => concatParts([{ column, start, end }])) };
}

function concatParts(parts: readonly Part[]): Column {
  const type = parts[0]?.column.type ?? { kind: 'null' };
  const length = parts.reduce((sum, part) => sum + part.end - part.start, 0);
  const validity = concatValidity(parts, length);
  const base = { type, length, ...(validity !== undefined && { validity }) };
  switch (type.kind) {
    case 'null':
      return base;
    case 'boolean':
      return { ...base, values: concatBits(parts, length, bitAt) };
    case 'text':
    case 'blob':
      return { ...base, ...concatBytes(parts, length) };
    case 'list':
    case 'map':
    case 'fixed-list': {
      const offsets = type.kind === 'fixed-list' ? {} : { offsets: concatOffsets(parts, length) };
      return { ...base, ...offsets, children: concatChildren(parts, itemSpan) };
    }
    case 'struct':
      return { ...base, children: concatChildren(parts, sameRows) };
    case 'union':
      return { ...base, typeIds: concatTypeIds(parts, length), children: concatChildren(parts, sameRows) };
    case 'enum': {
      const dictionary = parts[0]?.column.dictionary;
      return { ...base, ...concatFixed(parts, length), ...(dictionary !== undefined && { dictionary }) };
    }
    default:
      return { ...base, ...concatFixed(parts, length) };
  }
}

function concatValidity(parts: readonly Part[], length: number): Uint8Array<ArrayBuffer> | undefined {
  if (parts.every((part) => part.column.validity === undefined)) return undefined;
  return concatBits(parts, length, (column, row) => !isNull(column, row));
}

function concatBits(
  parts: readonly Part[],
  length: number,
  isSet: (column: Column, row: number) => boolean,
): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array((length + 7) >> 3);
  let target = 0;
  for (const { column, start, end } of parts) {
    for (let row = start; row < end; row++, target++) {
      if (isSet(column, row)) bits[target >> 3] = (bits[target >> 3] ?? 0) | (1 << (target & 7));
    }
  }
  return bits;
}

/** Values that take the same number of array elements in every row. */
function concatFixed(parts: readonly Part[], length: number): { readonly values?: ValueArray } {
  const sample = parts[0]?.column;
  if (sample?.values === undefined) return {};
  const stride = elementsPerRow(sample);
  const values = emptyLike(sample.values, length * stride);
  let target = 0;
  for (const { column, start, end } of parts) {
    const rows = column.values?.subarray(start * stride, end * stride);
    if (rows !== undefined) values.set(rows as never, target); // both arrays have the column's element type
    target += (end - start) * stride;
  }
  return { values };
}

function elementsPerRow({ type, values }: Column): number {
  if (type.kind === 'fixed-blob') return type.width;
  if (type.kind !== 'decimal' && type.kind !== 'interval') return 1;
  return 16 / (values?.BYTES_PER_ELEMENT ?? 16);
}

function emptyLike(values: ValueArray, length: number): ValueArray {
  return new (values.constructor as new (length: number) => ValueArray)(length); // a typed array's own constructor
}

function concatBytes(parts: readonly Part[], length: number) {
  const offsets = concatOffsets(parts, length);
  const values = new Uint8Array(offsets[length] ?? 0);
  let target = 0;
  for (const { column, start, end } of parts) {
    const bytes = column.values as Uint8Array | undefined; // text and blobs always carry bytes
    const run = bytes?.subarray(column.offsets?.[start] ?? 0, column.offsets?.[end] ?? 0);
    if (run === undefined) continue;
    values.set(run, target);
    target += run.length;
  }
  return { offsets, values };
}

function concatOffsets(parts: readonly Part[], length: number): Int32Array<ArrayBuffer> {
  const offsets = new Int32Array(length + 1);
  let row = 0;
  let base = 0;
  for (const { column, start, end } of parts) {
    const first = column.offsets?.[start] ?? 0;
    for (let index = start; index < end; index++) {
      row++;
      offsets[row] = base + (column.offsets?.[index + 1] ?? 0) - first;
    }
    base = offsets[row] ?? base;
  }
  return offsets;
}

function concatTypeIds(parts: readonly Part[], length: number): Int8Array<ArrayBuffer> {
  const ids = new Int8Array(length);
  let target = 0;
  for (const { column, start, end } of parts) {
    if (column.typeIds !== undefined) ids.set(column.typeIds.subarray(start, end), target);
    target += end - start;
  }
  return ids;
}

function concatChildren(parts: readonly Part[], span: (part: Part) => { start: number; end: number }): Column[] {
  return (parts[0]?.column.children ?? []).map((_, index) =>
    concatParts(
      parts.flatMap((part) => {
        const column = part.column.children?.[index];
        return column === undefined ? [] : [{ column, ...span(part) }];
      }),
    ),
  );
}

function itemSpan({ column, start, end }: Part): { start: number; end: number } {
  if (start === end) return { start: 0, end: 0 };
  return { start: itemRange(column, start).start, end: itemRange(column, end - 1).end };
}

const sameRows = ({ start, end }: Part) => ({ start, end });
