import { type TypeTree, typeText } from '../../../type-tree.ts';

const names: Readonly<Partial<Record<string, string>>> = {
  VARCHAR: 'string',
  UUID: 'string',
  TINYINT: 'tinyint',
  SMALLINT: 'smallint',
  INTEGER: 'int',
  BIGINT: 'bigint',
  FLOAT: 'float',
  DOUBLE: 'double',
  BOOLEAN: 'boolean',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
  'TIMESTAMP WITH TIME ZONE': 'timestamp',
  BLOB: 'binary',
  INTERVAL: 'interval',
  NULL: 'void',
  '"NULL"': 'void',
};

/** The name Spark gives to a type: `array<struct<a:int>>`. */
export function sparkTypeName(type: TypeTree): string {
  switch (type.kind) {
    case 'list':
      return `array<${sparkTypeName(type.item)}>`;
    case 'map':
      return `map<${sparkTypeName(type.key)},${sparkTypeName(type.value)}>`;
    case 'struct':
      return `struct<${type.fields.map((field) => `${field.name}:${sparkTypeName(field.type)}`).join(',')}>`;
    case 'enum':
      return 'string';
    case 'union':
      return typeText(type).toLowerCase();
    case 'scalar':
      return names[type.name] ?? type.name.toLowerCase();
  }
}
