import { describe, expect, test } from 'vitest';
import { extractJson } from '../../../../src/ingest/json/extract.ts';
import { memorySource } from '../../../support/byte-source.ts';
import { extracted } from '../../../support/extracted.ts';

/** Type and values of the one column that these JSON values give. */
async function column(...values: readonly string[]) {
  const lines = values.map((value) => `{"v":${value}}\n`).join('');
  const { columns, schema, rows, counts } = await extracted(extractJson, memorySource('v.ndjson', lines), {});
  expect(counts).toEqual({ read: values.length, loaded: values.length, rejected: 0, skipped: 0 });
  expect(columns.length).toBe(1);
  return [schema[0]?.replace('v ', ''), ...rows.map((row) => row[0])];
}

describe('numbers', () => {
  test.each([
    [
      ['0', '-7', '42'],
      ['BIGINT', 0n, -7n, 42n],
    ],
    [
      ['9007199254740993', '-9007199254740993'],
      ['BIGINT', 9007199254740993n, -9007199254740993n],
    ],
    [
      ['9223372036854775807', '-9223372036854775808'],
      ['BIGINT', 2n ** 63n - 1n, -(2n ** 63n)],
    ],
    [
      ['999999999999999', '1000000000000000', '1234567890123456789'],
      ['BIGINT', 999999999999999n, 10n ** 15n, 1234567890123456789n],
    ],
    [
      ['9223372036854775808', '1'],
      ['DECIMAL(38,0)', '9223372036854775808', '1'],
    ],
    [
      ['170141183460469231731687303715884105727', '-1'],
      ['VARCHAR', '170141183460469231731687303715884105727', '-1'],
    ],
    [
      ['99999999999999999999999999999999999999', '-1'],
      ['DECIMAL(38,0)', '9'.repeat(38), '-1'],
    ],
    [
      ['1', '2.5'],
      ['DOUBLE', 1, 2.5],
    ],
    [['1.0'], ['DOUBLE', 1]],
    [
      ['1e3', '5'],
      ['DOUBLE', 1000, 5],
    ],
    [
      ['-0', '5'],
      ['DOUBLE', -0, 5],
    ],
    [
      ['0.1', '1e-7', '-1.7976931348623157e308', '5e-324'],
      ['DOUBLE', 0.1, 1e-7, -Number.MAX_VALUE, Number.MIN_VALUE],
    ],
    [
      ['0.30000000000000004', '123456789.12345678'],
      ['DOUBLE', 0.30000000000000004, 123456789.12345678],
    ],
    [
      ['9007199254740993', '0.5'],
      ['DECIMAL(17,1)', '9007199254740993.0', '0.5'],
    ],
    [
      ['9007199254740994', '0.5'],
      ['DOUBLE', 9007199254740994, 0.5],
    ],
    [
      ['1152921504606846976', '0.5'],
      ['DOUBLE', 2 ** 60, 0.5],
    ],
    [
      ['0.1234567890123456789', '12.5'],
      ['DECIMAL(21,19)', '0.1234567890123456789', '12.5000000000000000000'],
    ],
    [
      ['1.00000000000000000000000000000000000000000', '2'],
      ['DOUBLE', 1, 2],
    ],
    [
      ['1e400', '1'],
      ['VARCHAR', '1e400', '1'],
    ],
    [
      ['1e-400', '1'],
      ['VARCHAR', '1e-400', '1'],
    ],
    [
      ['12345678901234567890.123456789012345678901234567890', '1'],
      ['VARCHAR', '12345678901234567890.123456789012345678901234567890', '1'],
    ],
    [
      ['9007199254740993', '1e-30'],
      ['VARCHAR', '9007199254740993', '1e-30'],
    ],
    [
      ['NaN', '-Infinity', 'Infinity', '1'],
      ['DOUBLE', Number.NaN, -Infinity, Infinity, 1],
    ],
    [
      ['9007199254740993', 'NaN'],
      ['VARCHAR', '9007199254740993', 'NaN'],
    ],
    [
      ['null', '1'],
      ['BIGINT', null, 1n],
    ],
  ])('%s become %s', async (values, expected) => {
    expect(await column(...values)).toEqual(expected);
  });
});

describe('text and time', () => {
  test.each([
    [
      ['"a"', '""', 'null', '"é😀"'],
      ['VARCHAR', 'a', '', null, 'é😀'],
    ],
    [
      ['"2024-02-29"', '"0001-01-01"', 'null', '"1969-12-31"'],
      ['DATE', '2024-02-29', '0001-01-01', null, '1969-12-31'],
    ],
    [
      ['"2024-02-29"', '"2023-02-29"'],
      ['VARCHAR', '2024-02-29', '2023-02-29'],
    ],
    [
      ['"2024-02-29"', '"2024-02-29T00:00:00"'],
      ['VARCHAR', '2024-02-29', '2024-02-29T00:00:00'],
    ],
    [
      ['"2024-02-29"', '""'],
      ['VARCHAR', '2024-02-29', ''],
    ],
    [
      ['"2024-02-29T13:05:00"', '"1969-12-31 23:59:59.999999"', '"9999-12-31T23:59:59.5"'],
      ['TIMESTAMP', '2024-02-29 13:05:00', '1969-12-31 23:59:59.999999', '9999-12-31 23:59:59.5'],
    ],
    [
      [
        '"2024-01-01T00:30:00+02:00"',
        '"2024-01-01T00:30:00Z"',
        '"2024-01-01T00:30:00.25-0330"',
        '"2024-01-01 00:30:00+01"',
      ],
      ['TIMESTAMP', '2023-12-31 22:30:00', '2024-01-01 00:30:00', '2024-01-01 04:00:00.25', '2023-12-31 23:30:00'],
    ],
    [
      ['"2024-01-01T00:00:00Z"', '"2024-01-01T00:00:00"'],
      ['VARCHAR', '2024-01-01T00:00:00Z', '2024-01-01T00:00:00'],
    ],
    [['"2024-01-01T00:00:00.1234567"'], ['VARCHAR', '2024-01-01T00:00:00.1234567']],
    [['"2024-01-01T00:00:00.123456000"'], ['TIMESTAMP', '2024-01-01 00:00:00.123456']],
    [['"2024-01-01T24:00:00"'], ['VARCHAR', '2024-01-01T24:00:00']],
    [['"2024\\u002d01-01"'], ['VARCHAR', '2024-01-01']],
    [
      ['true', 'null', 'false'],
      ['BOOLEAN', true, null, false],
    ],
    [['null'], ['VARCHAR', null]],
  ])('%s become %s', async (values, expected) => {
    expect(await column(...values)).toEqual(expected);
  });
});

describe('nested values', () => {
  test.each([
    [
      ['{"a":1}', '{"b":"x","a":null}', 'null'],
      ['STRUCT("a" BIGINT, "b" VARCHAR)', { a: 1n, b: null }, { a: null, b: 'x' }, null],
    ],
    [
      ['[1,null,3]', '[]', 'null'],
      ['BIGINT[]', [1n, null, 3n], [], null],
    ],
    [
      ['[[1],[2.5]]', '[null]'],
      ['DOUBLE[][]', [[1], [2.5]], [null]],
    ],
    [
      ['[{"a":1},{"b":[true]}]'],
      [
        'STRUCT("a" BIGINT, "b" BOOLEAN[])[]',
        [
          { a: 1n, b: null },
          { a: null, b: [true] },
        ],
      ],
    ],
    [
      ['[]', '[null]'],
      ['VARCHAR[]', [], [null]],
    ],
    [
      ['{}', '{ }', 'null'],
      ['VARCHAR', '{}', '{ }', null],
    ],
    [['[{}]'], ['VARCHAR[]', ['{}']]],
    [
      ['{}', '{"a":1}'],
      ['STRUCT("a" BIGINT)', { a: null }, { a: 1n }],
    ],
  ])('%s become %s', async (values, expected) => {
    expect(await column(...values)).toEqual(expected);
  });
});

describe('values of different types in one column', () => {
  test.each([
    [
      ['1.50', '"01234"', 'true', '"12"'],
      ['VARCHAR', '1.50', '01234', 'true', '12'],
    ],
    [
      ['1', 'true'],
      ['VARCHAR', '1', 'true'],
    ],
    [
      ['{"a": 1}', '"plain"', '"{\\"a\\": 1}"', '"12"', '[1, 2]', '3', 'null', '"nul"'],
      ['VARCHAR', '{"a": 1}', 'plain', '"{\\"a\\": 1}"', '"12"', '[1, 2]', '3', null, 'nul'],
    ],
    [
      ['[1]', '{"a":1}'],
      ['VARCHAR', '[1]', '{"a":1}'],
    ],
    [
      ['"2024-01-01"', '7'],
      ['VARCHAR', '2024-01-01', '7'],
    ],
    [
      ['{}', '"x"'],
      ['VARCHAR', '{}', 'x'],
    ],
  ])('%s become %s', async (values, expected) => {
    expect(await column(...values)).toEqual(expected);
  });

  test('a conflict inside of a list or an object leaves the rest typed', async () => {
    expect(await column('{"a":1,"b":[1,"x"]}', '{"a":2,"b":[{"c":1}]}')).toEqual([
      'STRUCT("a" BIGINT, "b" VARCHAR[])',
      { a: 1n, b: ['1', 'x'] },
      { a: 2n, b: ['{"c":1}'] },
    ]);
  });
});
