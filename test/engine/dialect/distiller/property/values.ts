import { Random } from './random.ts';
import { engineTypes, type ValueType } from './value-types.ts';

/** Values of the columns of each type as SQL of the engine, awkward ones above all. */
const pools: Readonly<Record<ValueType, readonly string[]>> = {
  SMALL: ['NULL', '0', '1', '-1', '2', '3', '-3', '7', '10', '-100', '100'],
  INT: ['NULL', '0', '1', '-1', '2', '5', '-7', '12', '2147483647', '-2147483647', '65536'],
  BIGINT: ['NULL', '0', '1', '-1', '4294967296', '-4294967297', '9007199254740993', '9223372036854775807'],
  DOUBLE: [
    ...['NULL', '0.0', '-0.0', '1.0', '-1.5', '2.5', '0.1', '1e308', '-1e-310', '123456.789'],
    ...["'NaN'::DOUBLE", "'Infinity'::DOUBLE", "'-Infinity'::DOUBLE"],
  ],
  'DECIMAL(10,2)': ['NULL', '0.00', '0.01', '-0.05', '1.50', '-2.50', '99.99', '12345.67'],
  STRING: [
    ...['NULL', "''", "' '", "'a'", "'A'", "'b'", "'abc'", "'abcabc'", "'a,b,,c'", "',a,'", "'a%b'", "'a_b'"],
    ...[
      "'a\\b'",
      "'it''s'",
      "'Äöü'",
      "'日本語'",
      "'😀x😀'",
      "'e\u0301a'",
      "' pad '",
      "'12'",
      "'a.b.c'",
      "'tab\tnew\nline'",
    ],
    ...["'\u00a0x\u00a0'", "'k1:v1'", "'$1'", "'NULL'"],
  ],
  BOOLEAN: ['NULL', 'TRUE', 'FALSE'],
  DATE: [
    ...['NULL', "DATE '1969-12-31'", "DATE '1970-01-01'", "DATE '2000-02-29'", "DATE '1900-03-01'"],
    ...["DATE '2024-02-29'", "DATE '2023-12-31'", "DATE '1600-01-01'", "DATE '2021-01-03'", "DATE '2020-05-31'"],
  ],
  TIMESTAMP: [
    ...['NULL', "TIMESTAMP '1969-12-31 23:59:59.999999'", "TIMESTAMP '1970-01-01 00:00:00'"],
    ...["TIMESTAMP '2000-02-29 12:34:56.789'", "TIMESTAMP '1900-03-01 00:00:00.5'", "TIMESTAMP '2024-02-29 23:00:00'"],
    ...["TIMESTAMP '2023-12-31 10:00:01'", "TIMESTAMP '1600-01-01 06:07:08.000009'"],
  ],
  'ARRAY<INT>': ['NULL', '[]', '[1]', '[NULL]', '[3, 1, 2, 1]', '[NULL, 5, NULL, -7]', '[0, 0]', '[2147483647, 1]'],
  'ARRAY<DOUBLE>': [
    'NULL',
    '[]',
    '[1.5]',
    "[2.5, 'NaN'::DOUBLE, NULL, 0.1]",
    "['Infinity'::DOUBLE, 'NaN'::DOUBLE, 'NaN'::DOUBLE]",
  ],
  'ARRAY<STRING>': ['NULL', '[]', "['a']", "['b', 'a', 'b']", "['', NULL, 'Äöü']", '[NULL]', "['x,y', 'z']"],
  'ARRAY<DATE>': ['NULL', '[]', "[DATE '2024-02-29', NULL]", "[DATE '1969-12-31', DATE '1600-01-01']"],
  'ARRAY<ARRAY<INT>>': ['NULL', '[]', '[[1, 2], [3]]', '[[], [NULL]]', '[[1], NULL]', '[NULL]'],
  'ARRAY<STRUCT<a: INT, b: STRING>>': [
    ...[
      'NULL',
      '[]',
      "[{'a': 1, 'b': 'x'}]",
      "[{'a': NULL, 'b': 'y'}, NULL]",
      "[{'a': 2, 'b': ''}, {'a': 1, 'b': NULL}]",
    ],
  ],
  'MAP<STRING, INT>': ['NULL', 'MAP {}', "MAP {'a': 1}", "MAP {'a': NULL, '': 2}", "MAP {'b': 3, 'a': 1, 'Äöü': 7}"],
  'MAP<INT, STRING>': ['NULL', 'MAP {}', "MAP {1: 'x'}", "MAP {2: NULL, -1: ''}", "MAP {3: 'c', 1: 'a'}"],
  'STRUCT<a: INT, b: STRING>': ['NULL', "{'a': 1, 'b': 'x'}", "{'a': NULL, 'b': ''}", "{'a': -7, 'b': NULL}"],
};

/** A column of the table. */
export interface TableColumn {
  readonly name: string;
  readonly type: ValueType;
}

/** The columns; some are called as lambdas call their parameters, and as translations call values of their own. */
export const columns: readonly TableColumn[] = [
  { name: 'id', type: 'INT' },
  { name: 'n', type: 'SMALL' },
  { name: 'k', type: 'SMALL' },
  { name: 'x', type: 'INT' },
  { name: 'y', type: 'INT' },
  { name: 'k_v', type: 'INT' },
  { name: '_value1', type: 'INT' },
  { name: 'big', type: 'BIGINT' },
  { name: 'd', type: 'DOUBLE' },
  { name: 'e', type: 'DOUBLE' },
  { name: 'm', type: 'DECIMAL(10,2)' },
  { name: 's', type: 'STRING' },
  { name: 'u', type: 'STRING' },
  { name: 'item', type: 'STRING' },
  { name: 'p', type: 'BOOLEAN' },
  { name: 'q', type: 'BOOLEAN' },
  { name: 'day1', type: 'DATE' },
  { name: 'day2', type: 'DATE' },
  { name: 'ts', type: 'TIMESTAMP' },
  { name: 'tu', type: 'TIMESTAMP' },
  { name: 'ints', type: 'ARRAY<INT>' },
  { name: 'more', type: 'ARRAY<INT>' },
  { name: 'doubles', type: 'ARRAY<DOUBLE>' },
  { name: 'words', type: 'ARRAY<STRING>' },
  { name: 'days', type: 'ARRAY<DATE>' },
  { name: 'nested', type: 'ARRAY<ARRAY<INT>>' },
  { name: 'rows', type: 'ARRAY<STRUCT<a: INT, b: STRING>>' },
  { name: 'counts', type: 'MAP<STRING, INT>' },
  { name: 'names', type: 'MAP<INT, STRING>' },
  { name: 'st', type: 'STRUCT<a: INT, b: STRING>' },
];

/** The name of the table of awkward values. */
export const tableName = 't';

/** Makes the table: so many rows, drawn from the pools by a fixed seed; `id` numbers them. */
export function createTable(rows: number): string {
  const random = new Random(1);
  const lines = Array.from({ length: rows }, (_, id) => {
    const values = columns.map(({ name, type }) => {
      const value = name === 'id' ? String(id) : random.pick(pools[type]);
      return `CAST(${value} AS ${engineTypes[type]}) AS ${name}`;
    });
    return `SELECT ${values.join(', ')}`;
  });
  return `CREATE TABLE ${tableName} AS\n${lines.join('\nUNION ALL\n')}`;
}
