import type { Column, ValueArray } from '../engine/batch.ts';
import type { ColumnInfo, ColumnType } from '../engine/types.ts';
import type { Batch } from '../engine/batch.ts';

/** A batch without rows, for formats that need to know the types even so. */
export function emptyBatch(columns: readonly ColumnInfo[]): Batch {
  return { rowCount: 0, columns: columns.map((column) => emptyColumn(column.type)) };
}

function emptyColumn(type: ColumnType): Column {
  const children = childTypes(type).map(emptyColumn);
  const values = emptyValues(type);
  return {
    type,
    length: 0,
    ...(values !== undefined && { values }),
    ...(['text', 'blob', 'list', 'map'].includes(type.kind) && { offsets: new Int32Array(1) }),
    ...(type.kind === 'union' && { typeIds: new Int8Array(0) }),
    ...(children.length > 0 && { children }),
  };
}

function childTypes(type: ColumnType): readonly ColumnType[] {
  switch (type.kind) {
    case 'list':
    case 'fixed-list':
      return [type.item];
    case 'struct':
    case 'union':
      return type.fields.map((field) => field.type);
    case 'map':
      return [type.key, type.value];
    default:
      return [];
  }
}

function emptyValues(type: ColumnType): ValueArray | undefined {
  switch (type.kind) {
    case 'null':
    case 'list':
    case 'fixed-list':
    case 'struct':
    case 'map':
    case 'union':
      return undefined;
    case 'integer':
      return emptyIntegers(type.bits, type.signed);
    case 'float':
      return type.bits === 32 ? new Float32Array(0) : new Float64Array(0);
    case 'decimal':
      return new Uint32Array(0);
    case 'interval':
    case 'date':
      return new Int32Array(0);
    case 'time':
    case 'timestamp':
      return new BigInt64Array(0);
    default:
      return new Uint8Array(0);
  }
}

function emptyIntegers(bits: 8 | 16 | 32 | 64, signed: boolean): ValueArray {
  if (bits === 64) return signed ? new BigInt64Array(0) : new BigUint64Array(0);
  if (bits === 32) return signed ? new Int32Array(0) : new Uint32Array(0);
  if (bits === 16) return signed ? new Int16Array(0) : new Uint16Array(0);
  return signed ? new Int8Array(0) : new Uint8Array(0);
}
