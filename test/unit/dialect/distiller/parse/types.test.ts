import { describe, expect, test } from 'vitest';
import { parseWrittenType } from '../../../../../src/dialect/distiller/parse/index.ts';
import { renderType } from './render-expression.ts';

describe('parseWrittenType', () => {
  test.each([
    ['INT', 'int'],
    ['DECIMAL( 18 , 2 )', 'decimal(18,2)'],
    ['varchar(10)', 'varchar(10)'],
    ['double precision', 'double'],
    ['CHARACTER VARYING(5)', 'varchar(5)'],
    ['TIMESTAMP WITH TIME ZONE', 'timestamp'],
    ['INTERVAL DAY TO SECOND', 'interval'],
    ['ARRAY<ARRAY<INT>>', 'array<array<int>>'],
    ['array<map<string,array<int>>>', 'array<map<string,array<int>>>'],
    ["STRUCT<a: INT, `b c` STRING COMMENT 'x', order DATE NOT NULL>", 'struct<a:int,b c:string,order:date>'],
    ['STRUCT<>', 'struct<>'],
    ['TEXT[]', 'array<text>'],
    ['a INT, b ARRAY<STRING>', 'struct<a:int,b:array<string>>'],
    ['a: INT', 'struct<a:int>'],
    ['date DATE', 'struct<date:date>'],
    ['a STRUCT<b: DOUBLE>', 'struct<a:struct<b:double>>'],
  ])('%s', (text, expected) => {
    expect(renderType(parseWrittenType(text))).toBe(expected);
  });

  test.each([
    ['ARRAY<INT', 'The statement ends where “>” behind the types inside is expected.'],
    ['MAP<INT>', '“>” stands where “,” between the key and the value of the map is expected.'],
    ['', 'The statement ends where a type is expected.'],
    ["'int'", "“'int'” stands where a type is expected."],
  ])('“%s” is refused', (text, message) => {
    expect(() => parseWrittenType(text)).toThrow(message);
  });
});
