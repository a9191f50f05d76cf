import { describe, expect, test } from 'vitest';
import { readingPattern, writingFormat } from '../../../../../../src/dialect/distiller/functions/dates/pattern.ts';
import { readNumberFormat } from '../../../../../../src/dialect/distiller/functions/conversion/number-format.ts';
import { sparkTypeName } from '../../../../../../src/dialect/distiller/functions/conversion/type-names.ts';
import { javaReplacement } from '../../../../../../src/dialect/distiller/functions/regex/replacement.ts';
import { arityOf } from '../../../../../../src/dialect/distiller/functions/scalar-entry.ts';
import { parseType, typeText } from '../../../../../../src/dialect/type-tree.ts';

describe('writing dates', () => {
  test.each([
    ['yyyy-MM-dd HH:mm:ss', '%Y-%m-%d %H:%M:%S'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '%Y-%m-%dT%H:%M:%S.%gZ'],
    ["d MMM yy, h:mm a ''", "%-d %b %y, %-I:%M %p '"],
    ["'100%'", '100%%'],
  ])('%s', (pattern, format) => {
    expect(writingFormat(pattern)).toBe(format);
  });
  test.each(['Q', 'yyyy-SS', "yyyy'", 'G', 'y', ''])('%j has no format of the engine', (pattern) => {
    expect(writingFormat(pattern)).toBeUndefined();
  });
});

describe('reading dates', () => {
  test('gives the shape of the text as well', () => {
    expect(readingPattern('dd.MM.yyyy')).toEqual({ format: '%d.%m.%Y', shape: '^\\d{2}\\.\\d{2}\\.\\d{4}$' });
  });
  test.each(['HH:mm', 'yy-MM-dd', 'yyyy-MM-dd hh:mm', 'yyyyMd', 'yyyy-MM-dd EEEE', 'yyyy yyyy'])(
    '%s is not read by the engine',
    (pattern) => {
      expect(readingPattern(pattern)).toBeUndefined();
    },
  );
});

describe('number formats', () => {
  test.each([
    ['999', 'DECIMAL(3,0)'],
    ['$99,990.99', 'DECIMAL(7,2)'],
    ['S9G999D0', 'DECIMAL(5,1)'],
  ])('%s', (format, type) => {
    const found = readNumberFormat(format);
    expect(found === undefined ? undefined : typeText(found.type)).toBe(type);
  });
  test.each(['', 'abc', '.', '99PR'])('%j is none', (format) => {
    expect(readNumberFormat(format)).toBeUndefined();
  });
});

test.each([
  ['$1-$2', '\\1-\\2'],
  ['\\$1', '$1'],
  ['a\\\\b', 'a\\\\b'],
  ['${3}', '\\3'],
])('the replacement %j is %j in RE2', (java, expected) => {
  expect(javaReplacement(java)).toBe(expected);
});

test.each([
  ['pi()', 0, 0],
  ['substring(text, start[, length])', 2, 3],
  ['log([base, ]number)', 1, 2],
  ['concat([value, …])', 0, Infinity],
  ['greatest(value, value, …)', 2, Infinity],
])('%s takes %d to %d arguments', (signature, least, most) => {
  expect(arityOf(signature)).toEqual([least, most]);
});

test.each([
  ['BIGINT', 'bigint'],
  ['VARCHAR[]', 'array<string>'],
  ['MAP(VARCHAR, DOUBLE)', 'map<string,double>'],
  ['STRUCT(a INTEGER, b DECIMAL(5,2))', 'struct<a:int,b:decimal(5,2)>'],
])('%s is %s in Spark', (type, expected) => {
  expect(sparkTypeName(parseType(type))).toBe(expected);
});
