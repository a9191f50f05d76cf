import type { ColumnType } from './types.ts';

/** A typed-array view; which one is decided by the column's type. */
export type ValueArray =
  | Int8Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | BigInt64Array<ArrayBuffer>
  | BigUint64Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/**
 * One column of a batch in the Arrow memory layout, so that adapters pass it on without copying.
 * - `validity`: one bit a row, least significant first; absent means no NULL.
 * - `values`: fixed-width values; the UTF-8 or binary bytes of text and blobs; bits for booleans; key indices of an enum.
 * - `offsets`: length + 1 starts, for text, blob, list and map.
 * - `children`: list → [items]; struct and union → one a field; map → [keys, values].
 * - `typeIds`: which child holds a union's value.
 */
export interface Column {
  readonly type: ColumnType;
  readonly length: number;
  readonly validity?: Uint8Array<ArrayBuffer>;
  readonly values?: ValueArray;
  readonly offsets?: Int32Array<ArrayBuffer>;
  readonly children?: readonly Column[];
  readonly typeIds?: Int8Array<ArrayBuffer>;
  readonly dictionary?: Column;
}

/** Some consecutive rows of a result, column by column. */
export interface Batch {
  readonly rowCount: number;
  readonly columns: readonly Column[];
}

export function isNull(column: Column, row: number): boolean {
  if (column.type.kind === 'null') return true;
  const { validity } = column;
  return validity !== undefined && ((validity[row >> 3] ?? 0) & (1 << (row & 7))) === 0;
}

/** The arrays with anything in them that a batch consists of, nested columns included. Dictionaries are shared and left out. */
export function batchArrays(batch: Batch): readonly ValueArray[] {
  const ofColumn = ({ validity, values, offsets, typeIds, children = [] }: Column): readonly ValueArray[] => [
    ...[validity, values, offsets, typeIds]
      .filter((array) => array !== undefined)
      .filter(({ byteLength }) => byteLength > 0),
    ...children.flatMap(ofColumn),
  ];
  return batch.columns.flatMap(ofColumn);
}

/** The bytes a batch keeps alive, for deciding how much of a result to hold. */
export function batchBytes(batch: Batch): number {
  return batch.columns.reduce((sum, column) => sum + columnBytes(column), 0);
}

function columnBytes(column: Column): number {
  const own =
    (column.validity?.byteLength ?? 0) +
    (column.values?.byteLength ?? 0) +
    (column.offsets?.byteLength ?? 0) +
    (column.typeIds?.byteLength ?? 0);
  const nested = (column.children ?? []).reduce((sum, child) => sum + columnBytes(child), 0);
  return own + nested + (column.dictionary === undefined ? 0 : columnBytes(column.dictionary));
}
