import * as arrow from 'apache-arrow';
import { StillhouseError } from '../core/error.ts';
import type { Batch, Column } from '../engine/batch.ts';
import { type ColumnType, type Field, sqlTypeName } from '../engine/types.ts';
import { correctIntervalStride } from './interval-stride.ts';

/** One batch as a complete Arrow IPC stream, ready for the engine to append. */
export function encodeBatch(names: readonly string[], batch: Batch): Uint8Array {
  const fields = batch.columns.map((column, index) => arrowField(names[index] ?? '', column.type));
  const children = batch.columns.map(arrowData);
  const data = arrow.makeData({ type: new arrow.Struct(fields), length: batch.rowCount, nullCount: 0, children });
  correctIntervalStride(data);
  const recordBatch = new arrow.RecordBatch(new arrow.Schema(fields), data);
  return arrow.RecordBatchStreamWriter.writeAll([recordBatch]).toUint8Array(true);
}

/** Builds Arrow's view of a column through the constructor that all layouts share. */
function arrowData(column: Column): arrow.Data {
  const { validity, offsets, values, typeIds } = column;
  const children = (column.children ?? []).map(arrowData);
  return new arrow.Data(
    arrowType(column.type),
    0,
    column.length,
    validity === undefined ? 0 : -1,
    [offsets, values, validity, typeIds] as ConstructorParameters<typeof arrow.Data>[4], // by position, as named here
    column.type.kind === 'map' ? [entriesData(column.type, children)] : children,
  );
}

/** Arrow keeps a map's keys and values together in a struct. */
function entriesData(type: MapType, children: arrow.Data[]): arrow.Data {
  const length = children[0]?.length ?? 0;
  return new arrow.Data(mapEntries(type), 0, length, 0, {}, children);
}

type MapType = Extract<ColumnType, { kind: 'map' }>;

function mapEntries(type: MapType): arrow.Struct<{ key: arrow.DataType; value: arrow.DataType }> {
  const key = new arrow.Field('key', arrowType(type.key), false);
  const value = new arrow.Field('value', arrowType(type.value), true);
  return new arrow.Struct<{ key: arrow.DataType; value: arrow.DataType }>([key, value]);
}

function arrowField(name: string, type: ColumnType): arrow.Field {
  return new arrow.Field(name, arrowType(type), true);
}

function arrowFields(fields: readonly Field[]): arrow.Field[] {
  return fields.map((field) => arrowField(field.name, field.type));
}

function arrowType(type: ColumnType): arrow.DataType {
  switch (type.kind) {
    case 'boolean':
      return new arrow.Bool();
    case 'integer':
      return integerType(type.bits, type.signed);
    case 'float':
      return type.bits === 32 ? new arrow.Float32() : new arrow.Float64();
    case 'decimal':
      return new arrow.Decimal(type.scale, type.precision, 128);
    case 'text':
      return new arrow.Utf8();
    case 'blob':
      return new arrow.Binary();
    case 'date':
      return new arrow.DateDay();
    case 'time':
      return new arrow.TimeMicrosecond();
    case 'timestamp':
      return new arrow.Timestamp(arrowUnits[type.unit], type.zoned ? 'UTC' : null);
    case 'interval':
      return new arrow.Interval(arrow.IntervalUnit.MONTH_DAY_NANO);
    case 'list':
      return new arrow.List(arrowField('item', type.item));
    case 'fixed-list':
      return new arrow.FixedSizeList(type.size, arrowField('item', type.item));
    case 'struct':
      return new arrow.Struct(arrowFields(type.fields));
    case 'map':
      return new arrow.Map_(new arrow.Field('entries', mapEntries(type), false));
    case 'union':
      return new arrow.SparseUnion(
        type.fields.map((_, index) => index),
        arrowFields(type.fields),
      );
    case 'null':
    case 'fixed-blob':
    case 'enum':
      throw new StillhouseError('internal', `Rows of type ${sqlTypeName(type)} cannot be appended.`);
  }
}

const arrowUnits = {
  s: arrow.TimeUnit.SECOND,
  ms: arrow.TimeUnit.MILLISECOND,
  us: arrow.TimeUnit.MICROSECOND,
  ns: arrow.TimeUnit.NANOSECOND,
} as const;

function integerType(bits: 8 | 16 | 32 | 64, signed: boolean): arrow.DataType {
  if (bits === 8) return signed ? new arrow.Int8() : new arrow.Uint8();
  if (bits === 16) return signed ? new arrow.Int16() : new arrow.Uint16();
  if (bits === 32) return signed ? new arrow.Int32() : new arrow.Uint32();
  return signed ? new arrow.Int64() : new arrow.Uint64();
}
