/** The types that expressions of the tests have; SMALL is an INT from -100 to 100, so that sums and products stay in range. */
export type ValueType =
  | 'SMALL'
  | 'INT'
  | 'BIGINT'
  | 'DOUBLE'
  | 'DECIMAL(10,2)'
  | 'STRING'
  | 'BOOLEAN'
  | 'DATE'
  | 'TIMESTAMP'
  | 'ARRAY<INT>'
  | 'ARRAY<DOUBLE>'
  | 'ARRAY<STRING>'
  | 'ARRAY<DATE>'
  | 'ARRAY<ARRAY<INT>>'
  | 'ARRAY<STRUCT<a: INT, b: STRING>>'
  | 'MAP<STRING, INT>'
  | 'MAP<INT, STRING>'
  | 'STRUCT<a: INT, b: STRING>';

/** An array of structs. */
export const structArray = 'ARRAY<STRUCT<a: INT, b: STRING>>';
/** A struct of a number and a text. */
export const struct = 'STRUCT<a: INT, b: STRING>';

/** Each type in the engine's words. */
export const engineTypes: Readonly<Record<ValueType, string>> = {
  SMALL: 'INTEGER',
  INT: 'INTEGER',
  BIGINT: 'BIGINT',
  DOUBLE: 'DOUBLE',
  'DECIMAL(10,2)': 'DECIMAL(10,2)',
  STRING: 'VARCHAR',
  BOOLEAN: 'BOOLEAN',
  DATE: 'DATE',
  TIMESTAMP: 'TIMESTAMP',
  'ARRAY<INT>': 'INTEGER[]',
  'ARRAY<DOUBLE>': 'DOUBLE[]',
  'ARRAY<STRING>': 'VARCHAR[]',
  'ARRAY<DATE>': 'DATE[]',
  'ARRAY<ARRAY<INT>>': 'INTEGER[][]',
  'ARRAY<STRUCT<a: INT, b: STRING>>': 'STRUCT(a INTEGER, b VARCHAR)[]',
  'MAP<STRING, INT>': 'MAP(VARCHAR, INTEGER)',
  'MAP<INT, STRING>': 'MAP(INTEGER, VARCHAR)',
  'STRUCT<a: INT, b: STRING>': 'STRUCT(a INTEGER, b VARCHAR)',
};

/** All types that a whole expression may have. */
export const valueTypes = (Object.keys(engineTypes) as ValueType[]) // the keys of a record of them
  .filter((type) => type !== 'SMALL');
