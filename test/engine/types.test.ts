import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../electron/node/engine.ts';
import type { Batch } from '../../src/engine/batch.ts';
import { collect, rows, scalar } from '../../src/engine/collect.ts';
import type { Engine, Session } from '../../src/engine/engine.ts';
import { jsonAt } from '../../src/engine/json.ts';
import { textAt } from '../../src/engine/text.ts';

let engine: Engine;
let session: Session;

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
});
afterAll(() => engine.close());

/** The first cell of a one-row query in all its forms. */
async function cell(expression: string) {
  const { columns, batches } = await collect(session, `SELECT ${expression} AS value`);
  const column = batches[0]?.columns[0];
  if (column === undefined) throw new Error('Every query here gives one row.');
  return { type: columns[0]?.sqlType, text: textAt(column, 0), json: jsonAt(column, 0) };
}

describe('values arrive exactly', () => {
  test.each([
    ['9007199254740993', 'BIGINT', '9007199254740993', '9007199254740993'],
    ['18446744073709551615::UBIGINT', 'UBIGINT', '18446744073709551615', '18446744073709551615'],
    [
      '-170141183460469231731687303715884105727::HUGEINT',
      'HUGEINT',
      '-170141183460469231731687303715884105727',
      '-170141183460469231731687303715884105727',
    ],
    [
      '340282366920938463463374607431768211455::UHUGEINT',
      'UHUGEINT',
      '340282366920938463463374607431768211455',
      '"340282366920938463463374607431768211455"',
    ],
    ['-0.05::DECIMAL(4,2)', 'DECIMAL(4,2)', '-0.05', '-0.05'],
    ['sum(2::BIGINT)', 'HUGEINT', '2', '2'],
    ['0.1::FLOAT', 'FLOAT', '0.1', '0.1'],
    ['0.1 + 0.2::DOUBLE', 'DOUBLE', '0.30000000000000004', '0.30000000000000004'],
    ["'NaN'::DOUBLE", 'DOUBLE', 'NaN', '"NaN"'],
    ["'-infinity'::DOUBLE", 'DOUBLE', '-Infinity', '"-Infinity"'],
    ["'it''s \"é😀\"'", 'VARCHAR', 'it\'s "é😀"', '"it\'s \\"é😀\\""'],
    ["''", 'VARCHAR', '', '""'],
    ['NULL', 'INTEGER', null, 'null'],
    ['true', 'BOOLEAN', 'true', 'true'],
    ["'a\\x00\\xFF'::BLOB", 'BLOB', 'a\\x00\\xFF', '"a\\\\x00\\\\xFF"'],
    ["'0101'::BIT", 'BIT', '0101', '"0101"'],
    ["DATE '0001-01-01'", 'DATE', '0001-01-01', '"0001-01-01"'],
    ["DATE '1969-12-31'", 'DATE', '1969-12-31', '"1969-12-31"'],
    ["DATE '0044-03-15 (BC)'", 'DATE', '0044-03-15 (BC)', '"0044-03-15 (BC)"'],
    ["TIME '23:59:59.000001'", 'TIME', '23:59:59.000001', '"23:59:59.000001"'],
    ["TIMESTAMP '1969-12-31 23:59:59.5'", 'TIMESTAMP', '1969-12-31 23:59:59.5', '"1969-12-31T23:59:59.5"'],
    [
      "'2024-02-29 10:00:00.123456789'::TIMESTAMP_NS",
      'TIMESTAMP_NS',
      '2024-02-29 10:00:00.123456789',
      '"2024-02-29T10:00:00.123456789"',
    ],
    ["'2024-02-29 10:00:00'::TIMESTAMP_S", 'TIMESTAMP_S', '2024-02-29 10:00:00', '"2024-02-29T10:00:00"'],
    ["'2024-02-29 10:00:00.5'::TIMESTAMP_MS", 'TIMESTAMP_MS', '2024-02-29 10:00:00.5', '"2024-02-29T10:00:00.5"'],
    [
      "'2024-02-29 10:00:00+02'::TIMESTAMPTZ",
      'TIMESTAMP WITH TIME ZONE',
      '2024-02-29 08:00:00+00',
      '"2024-02-29T08:00:00+00"',
    ],
    ["'12:00:00+02'::TIMETZ", 'TIME WITH TIME ZONE', '12:00:00+02', '"12:00:00+02"'],
    [
      "INTERVAL '14 months -3 days 4.5 seconds'",
      'INTERVAL',
      '1 year 2 months -3 days 00:00:04.5',
      '"1 year 2 months -3 days 00:00:04.5"',
    ],
    ["'b'::ENUM('a', 'b')", "ENUM('a', 'b')", 'b', '"b"'],
    ["['b'::ENUM('a', 'b'), NULL]", "ENUM('a', 'b')[]", '["b",null]', '["b",null]'],
    ['[1, NULL, 3]', 'INTEGER[]', '[1,null,3]', '[1,null,3]'],
    ['array_value(1, 2)', 'INTEGER[2]', '[1,2]', '[1,2]'],
    [
      "{'a b': 1, 'n': {'x': [1.50]}}",
      'STRUCT("a b" INTEGER, n STRUCT(x DECIMAL(3,2)[]))',
      '{"a b":1,"n":{"x":[1.50]}}',
      '{"a b":1,"n":{"x":[1.50]}}',
    ],
    ["MAP {'k': [1], 'm': NULL}", 'MAP(VARCHAR, INTEGER[])', '{"k":[1],"m":null}', '{"k":[1],"m":null}'],
    ['MAP {1: 2}', 'MAP(INTEGER, INTEGER)', '{"1":2}', '{"1":2}'],
    ["union_value(a := 'x')", 'UNION(a VARCHAR)', '"x"', '"x"'],
  ])('%s', async (expression, type, text, json) => {
    expect(await cell(expression)).toEqual({ type, text, json });
  });

  test('duplicate column names stay apart', async () => {
    const { columns } = await collect(session, "SELECT 1 AS a, 'b'::ENUM('b') AS a");
    expect(columns.map((column) => column.name)).toEqual(['a', 'a']);
  });

  test('an empty result keeps its columns', async () => {
    const { columns, rowCount } = await collect(session, 'SELECT 1 AS a, [2] AS b WHERE false');
    expect(columns.map((column) => column.sqlType)).toEqual(['INTEGER', 'INTEGER[]']);
    expect(rowCount).toBe(0);
  });
});

describe('append', () => {
  const batch: Batch = {
    rowCount: 3,
    columns: [
      { type: { kind: 'integer', bits: 64, signed: true }, length: 3, values: new BigInt64Array([1n, -2n, 2n ** 62n]) },
      {
        type: { kind: 'text' },
        length: 3,
        validity: new Uint8Array([0b101]),
        offsets: new Int32Array([0, 2, 2, 5]),
        values: new TextEncoder().encode('é€'),
      },
      {
        type: { kind: 'list', item: { kind: 'struct', fields: [{ name: 'x', type: { kind: 'float', bits: 64 } }] } },
        length: 3,
        offsets: new Int32Array([0, 1, 1, 2]),
        children: [
          {
            type: { kind: 'struct', fields: [{ name: 'x', type: { kind: 'float', bits: 64 } }] },
            length: 2,
            validity: new Uint8Array([0b01]),
            children: [{ type: { kind: 'float', bits: 64 }, length: 2, values: new Float64Array([1.5, 0]) }],
          },
        ],
      },
      { type: { kind: 'boolean' }, length: 3, values: new Uint8Array([0b110]) },
    ],
  };

  test('creates a table and appends to it', async () => {
    const names = ['id', 'a "b"', 'items', 'flag'];
    await session.append(['main', 'appended'], names, batch, { create: true });
    await session.append(['main', 'appended'], names, batch, { create: false });
    expect(await scalar(session, 'SELECT count(*) FROM appended')).toBe(6n);
    expect((await rows(session, 'SELECT * FROM appended LIMIT 3')).map(Object.values)).toEqual([
      [1n, 'é', [{ x: 1.5 }], false],
      [-2n, null, [], true],
      [2n ** 62n, '€', [null], true],
    ]);
  });
});
