import { Precision, TimeUnit as ArrowTimeUnit, Type } from 'apache-arrow';
import { StillhouseError } from '../core/error.ts';
import type { Batch, Column, ValueArray } from '../engine/batch.ts';
import { type ColumnInfo, type ColumnType, type Field, sqlTypeName, type TimeUnit } from '../engine/types.ts';

/** An Arrow type, as far as it is read here: which properties exist follows from `typeId`. */
export interface ArrowType {
  readonly typeId: Type;
  readonly bitWidth?: number;
  readonly isSigned?: boolean;
  readonly precision?: number;
  readonly scale?: number;
  readonly byteWidth?: number;
  readonly unit?: number;
  readonly timezone?: string | null;
  readonly listSize?: number;
  readonly children?: readonly ArrowField[] | null;
}

export interface ArrowField {
  readonly name: string;
  readonly type: ArrowType;
}

/** Arrow's memory of one column. */
export interface ArrowData {
  readonly type: ArrowType;
  readonly length: number;
  readonly nullCount: number;
  readonly nullBitmap: Uint8Array<ArrayBuffer>;
  readonly values?: ValueArray;
  readonly valueOffsets?: Int32Array<ArrayBuffer>;
  readonly typeIds?: Int8Array<ArrayBuffer>;
  readonly children: readonly ArrowData[];
  readonly dictionary?: { readonly data: readonly ArrowData[] };
}

const singlePrecision: number = Precision.SINGLE;

const timeUnits: Readonly<Partial<Record<number, TimeUnit>>> = {
  [ArrowTimeUnit.SECOND]: 's',
  [ArrowTimeUnit.MILLISECOND]: 'ms',
  [ArrowTimeUnit.MICROSECOND]: 'us',
  [ArrowTimeUnit.NANOSECOND]: 'ns',
};

/** The columns of a result as the engine announces them. */
export function decodeFields(fields: readonly ArrowField[]): ColumnInfo[] {
  return decodeFieldList(fields).map((field) => ({ ...field, sqlType: sqlTypeName(field.type) }));
}

/** Views of a record batch as our own columns: no value is copied. */
export function decodeBatch(rowCount: number, children: readonly ArrowData[]): Batch {
  return { rowCount, columns: children.map(decodeColumn) };
}

function decodeColumn(data: ArrowData): Column {
  const type = decodeType(data.type);
  const children = (type.kind === 'map' ? (data.children[0]?.children ?? []) : data.children).map(decodeColumn);
  const dictionary = data.dictionary?.data[0];
  return {
    type,
    length: data.length,
    ...(data.nullCount > 0 && { validity: data.nullBitmap }),
    ...(data.values !== undefined && { values: values(data.values, type) }),
    ...(data.valueOffsets !== undefined && { offsets: data.valueOffsets }),
    ...(data.typeIds !== undefined && { typeIds: data.typeIds }),
    ...(children.length > 0 && { children }),
    ...(dictionary !== undefined && { dictionary: decodeColumn(dictionary) }),
  };
}

/** Arrow shows some 64-bit columns as pairs of 32-bit words. */
function values(array: ValueArray, type: ColumnType): ValueArray {
  if (type.kind !== 'timestamp' && type.kind !== 'time') return array;
  return new BigInt64Array(array.buffer, array.byteOffset, Math.floor(array.byteLength / 8));
}

function decodeFieldList(fields: readonly ArrowField[]): Field[] {
  return fields.map((field) => ({ name: field.name, type: decodeType(field.type) }));
}

function decodeType(type: ArrowType): ColumnType {
  const { typeId, bitWidth = 0, isSigned = true, precision = 0, scale = 0, unit = 0 } = type;
  if (typeId === Type.Null) return { kind: 'null' };
  if (typeId === Type.Bool) return { kind: 'boolean' };
  if (typeId === Type.Int) return { kind: 'integer', bits: bitWidth as 8 | 16 | 32 | 64, signed: isSigned }; // all Arrow has
  if (typeId === Type.Float) return { kind: 'float', bits: precision === singlePrecision ? 32 : 64 };
  if (typeId === Type.Decimal) return { kind: 'decimal', precision, scale };
  if (typeId === Type.Utf8) return { kind: 'text' };
  if (typeId === Type.Binary) return { kind: 'blob' };
  if (typeId === Type.FixedSizeBinary) return { kind: 'fixed-blob', width: type.byteWidth ?? 0 };
  if (typeId === Type.Date) return { kind: 'date' };
  if (typeId === Type.Time) return { kind: 'time' };
  if (typeId === Type.Timestamp)
    return { kind: 'timestamp', unit: timeUnits[unit] ?? 'us', zoned: (type.timezone ?? '') !== '' };
  if (typeId === Type.Interval) return { kind: 'interval' };
  if (typeId === Type.Dictionary) return { kind: 'enum' };
  return decodeNested(type);
}

function decodeNested(type: ArrowType): ColumnType {
  const fields = decodeFieldList(type.children ?? []);
  const [first] = fields;
  if (type.typeId === Type.Struct) return { kind: 'struct', fields };
  if (type.typeId === Type.Union) return { kind: 'union', fields };
  if (type.typeId === Type.List && first !== undefined) return { kind: 'list', item: first.type };
  if (type.typeId === Type.FixedSizeList && first !== undefined) {
    return { kind: 'fixed-list', size: type.listSize ?? 0, item: first.type };
  }
  if (type.typeId === Type.Map && first?.type.kind === 'struct') {
    const [key, value] = first.type.fields;
    if (key !== undefined && value !== undefined) return { kind: 'map', key: key.type, value: value.type };
  }
  throw new StillhouseError('capability', `A column of type ${Type[type.typeId]} cannot be shown.`, {
    remedy: 'Cast the column to VARCHAR in the query.',
  });
}
