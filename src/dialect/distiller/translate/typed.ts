import type { Sql } from '../../../core/sql.ts';
import type { TypeTree } from '../../type-tree.ts';
import type { WholeNumber } from './whole-number.ts';

/** A type in DuckDB's names: `VARCHAR`, `BIGINT`, `DECIMAL(18,2)`, lists, structs and maps. */
export type DataType = TypeTree;

/** The type of what cannot be known before the engine runs it. */
export const unknownType: DataType = { kind: 'scalar', name: '' };
/** The type of a bare NULL. */
export const nullType: DataType = { kind: 'scalar', name: 'NULL' };

const scalar = (name: string): DataType => ({ kind: 'scalar', name });
export const varchar = scalar('VARCHAR');
export const boolean = scalar('BOOLEAN');
export const tinyint = scalar('TINYINT');
export const smallint = scalar('SMALLINT');
export const integer = scalar('INTEGER');
export const bigint = scalar('BIGINT');
export const float = scalar('FLOAT');
export const double = scalar('DOUBLE');
export const date = scalar('DATE');
export const timestamp = scalar('TIMESTAMP');
export const blob = scalar('BLOB');
export const interval = scalar('INTERVAL');

export const listOf = (item: DataType): DataType => ({ kind: 'list', item });
export const mapOf = (key: DataType, value: DataType): DataType => ({ kind: 'map', key, value });
export const structOf = (fields: readonly (readonly [name: string, type: DataType])[]): DataType => ({
  kind: 'struct',
  fields: fields.map(([name, type]) => ({ name, type })),
});

/** What decides how an operation is translated. */
export type TypeFamily =
  | 'unknown'
  | 'null'
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'fractional'
  | 'text'
  | 'date'
  | 'timestamp'
  | 'binary'
  | 'interval'
  | 'list'
  | 'struct'
  | 'map'
  | 'other';

const families: Readonly<Partial<Record<string, TypeFamily>>> = {
  '': 'unknown',
  NULL: 'null',
  '"NULL"': 'null',
  BOOLEAN: 'boolean',
  TINYINT: 'integer',
  SMALLINT: 'integer',
  INTEGER: 'integer',
  BIGINT: 'integer',
  HUGEINT: 'integer',
  UTINYINT: 'integer',
  USMALLINT: 'integer',
  UINTEGER: 'integer',
  UBIGINT: 'integer',
  UHUGEINT: 'integer',
  FLOAT: 'fractional',
  DOUBLE: 'fractional',
  VARCHAR: 'text',
  UUID: 'text',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
  TIMESTAMP_S: 'timestamp',
  TIMESTAMP_MS: 'timestamp',
  TIMESTAMP_NS: 'timestamp',
  'TIMESTAMP WITH TIME ZONE': 'timestamp',
  BLOB: 'binary',
  INTERVAL: 'interval',
};

export function familyOf(type: DataType): TypeFamily {
  switch (type.kind) {
    case 'enum':
      return 'text';
    case 'union':
      return 'other';
    case 'scalar':
      return type.name.startsWith('DECIMAL') ? 'decimal' : (families[type.name] ?? 'other');
    default:
      return type.kind;
  }
}

export function isNumeric(type: DataType): boolean {
  return ['integer', 'decimal', 'fractional'].includes(familyOf(type));
}

/** Whether a type is known to its last field. */
export function isKnown(type: DataType): boolean {
  switch (type.kind) {
    case 'list':
      return isKnown(type.item);
    case 'map':
      return isKnown(type.key) && isKnown(type.value);
    case 'struct':
      return type.fields.every((field) => isKnown(field.type));
    default:
      return familyOf(type) !== 'unknown';
  }
}

/** SQL of one value, with what is known of its type. */
export interface Typed {
  readonly sql: Sql;
  readonly type: DataType;
  /** For a truth value that may be unknown: cheaper SQL for where NULL counts as FALSE, as in WHERE. */
  readonly condition?: Sql;
  /** For an integer of which more is known than its type. */
  readonly whole?: WholeNumber;
}

export const typed = (sql: Sql, type: DataType, condition?: Sql): Typed =>
  condition === undefined ? { sql, type } : { sql, type, condition };

/** The item type of a list; unknown for anything else. */
export function itemOf(type: DataType): DataType {
  return type.kind === 'list' ? type.item : unknownType;
}

/** A column of a table or query. */
export interface KnownColumn {
  readonly name: string;
  readonly type: DataType;
}
