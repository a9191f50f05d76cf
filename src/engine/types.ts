/** The logical type of a column, as far as its bytes need it; the engine's own name for it is in `ColumnInfo.sqlType`. */
export type ColumnType =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer'; readonly bits: 8 | 16 | 32 | 64; readonly signed: boolean }
  | { readonly kind: 'float'; readonly bits: 32 | 64 }
  /** Stored as a 128-bit little-endian integer; the value is that integer divided by 10^scale. */
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly kind: 'text' }
  | { readonly kind: 'blob' }
  | { readonly kind: 'fixed-blob'; readonly width: number }
  /** Days since 1970-01-01. */
  | { readonly kind: 'date' }
  /** Microseconds since midnight. */
  | { readonly kind: 'time' }
  /** Units since the epoch; `zoned` means the instant is shown in UTC. */
  | { readonly kind: 'timestamp'; readonly unit: TimeUnit; readonly zoned: boolean }
  /** 16 bytes: months (int32), days (int32), nanoseconds (int64). */
  | { readonly kind: 'interval' }
  | { readonly kind: 'list'; readonly item: ColumnType }
  | { readonly kind: 'fixed-list'; readonly size: number; readonly item: ColumnType }
  | { readonly kind: 'struct'; readonly fields: readonly Field[] }
  | { readonly kind: 'map'; readonly key: ColumnType; readonly value: ColumnType }
  | { readonly kind: 'union'; readonly fields: readonly Field[] }
  | { readonly kind: 'enum' };

export type TimeUnit = 's' | 'ms' | 'us' | 'ns';

export interface Field {
  readonly name: string;
  readonly type: ColumnType;
}

/** One column of a result: duplicate names are possible, exactly as the query returned them. */
export interface ColumnInfo extends Field {
  /** The engine's name of the type, such as `DECIMAL(18,2)` or `STRUCT(a INTEGER)`. */
  readonly sqlType: string;
}

/** Types that line up right and can be charted as measures. */
export function isNumeric(type: ColumnType): boolean {
  return type.kind === 'integer' || type.kind === 'float' || type.kind === 'decimal';
}

export function isTemporal(type: ColumnType): boolean {
  return type.kind === 'date' || type.kind === 'timestamp' || type.kind === 'time';
}

export function isNested(type: ColumnType): boolean {
  return ['list', 'fixed-list', 'struct', 'map', 'union'].includes(type.kind);
}

/** The engine's name for a type, rebuilt from its layout; DECIMAL(38,0) may have been a HUGEINT. */
export function sqlTypeName(type: ColumnType): string {
  switch (type.kind) {
    case 'null':
      return 'NULL';
    case 'boolean':
      return 'BOOLEAN';
    case 'integer':
      return (type.signed ? '' : 'U') + { 8: 'TINYINT', 16: 'SMALLINT', 32: 'INTEGER', 64: 'BIGINT' }[type.bits];
    case 'float':
      return type.bits === 32 ? 'FLOAT' : 'DOUBLE';
    case 'decimal':
      return `DECIMAL(${type.precision},${type.scale})`;
    case 'text':
      return 'VARCHAR';
    case 'blob':
    case 'fixed-blob':
      return 'BLOB';
    case 'date':
      return 'DATE';
    case 'time':
      return 'TIME';
    case 'timestamp':
      if (type.zoned) return 'TIMESTAMP WITH TIME ZONE';
      return { s: 'TIMESTAMP_S', ms: 'TIMESTAMP_MS', us: 'TIMESTAMP', ns: 'TIMESTAMP_NS' }[type.unit];
    case 'interval':
      return 'INTERVAL';
    case 'list':
      return `${sqlTypeName(type.item)}[]`;
    case 'fixed-list':
      return `${sqlTypeName(type.item)}[${type.size}]`;
    case 'struct':
      return `STRUCT(${fieldList(type.fields)})`;
    case 'map':
      return `MAP(${sqlTypeName(type.key)}, ${sqlTypeName(type.value)})`;
    case 'union':
      return `UNION(${fieldList(type.fields)})`;
    case 'enum':
      return 'ENUM';
  }
}

function fieldList(fields: readonly Field[]): string {
  return fields.map((field) => `"${field.name.replaceAll('"', '""')}" ${sqlTypeName(field.type)}`).join(', ');
}
