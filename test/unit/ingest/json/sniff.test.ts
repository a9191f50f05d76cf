import { describe, expect, test } from 'vitest';
import { sqlTypeName } from '../../../../src/engine/types.ts';
import { extractJson } from '../../../../src/ingest/json/extract.ts';
import type { JsonOptions } from '../../../../src/ingest/json/options.ts';
import { sniffJson } from '../../../../src/ingest/json/sniff.ts';
import { memorySource } from '../../../support/byte-source.ts';
import { extracted } from '../../../support/extracted.ts';
import { customerRecords } from '../../../support/json-records.ts';

const sniff = (text: string, choice?: JsonOptions, name = 'x.json') =>
  sniffJson(new TextEncoder().encode(text), name, choice);

const schema = (columns: ReturnType<typeof sniff>['columns']) =>
  columns.map((column) => `${column.name} ${sqlTypeName(column.type)}`);

describe('sniffJson', () => {
  test.each([
    ['[{"a":1}]', 'array'],
    ['[]', 'array'],
    ['[[1],[2]]', 'array'],
    ['[1]\n[2]\n', 'lines'],
    ['{"a":1}\n{"a":2}', 'lines'],
    ['{"a":\n{"a":1}\n{"a":2}\n', 'lines'],
    ['# a comment\n{"a":1}\n', 'lines'],
    ['[1,\n[2]\n[3]\n', 'lines'],
    ['[{"a":x},\n{"a":1},\n{"a":2}\n]\n', 'array'],
    ['{"a":1}', 'object'],
    ['{"a":[1,2', 'object'],
    ['[{"a":[1,2', 'array'],
    ['{"a":1} {"a":2}', 'values'],
    ['{\n"a":1}\n{\n"a":2}', 'values'],
  ])('%j is %s', (text, shape) => {
    expect(sniff(text).shape).toBe(shape);
  });

  test('a single line is a record of NDJSON where the name says so', () => {
    expect(sniff('{"a":1}', {}, 'x.ndjson').shape).toBe('lines');
    expect(sniff('{"a":1}', {}, 'x.jsonl.gz').shape).toBe('lines');
  });

  test('shows columns, types and the first records, the last one cut off', () => {
    const result = sniff('{"a":1,"b":{"c": [true]}}\n{"b":null,"a":"x\\n"}\n7\n{"a":2,"b":');
    expect(schema(result.columns)).toEqual(['a VARCHAR', 'b STRUCT("c" BOOLEAN[])', 'value BIGINT']);
    expect(result.preview).toEqual([
      ['1', '{"c": [true]}', null],
      ['"x\\n"', 'null', null],
      [null, null, '7'],
    ]);
    expect(result).toMatchObject({ records: 3, rejects: [], encoding: 'utf-8' });
    expect(result.notes.map((note) => note.code)).toEqual(['mixed-types']);
  });

  test('shows faulty records among good ones', () => {
    const result = sniff('{"a":1}\n{"a":}\n{"a":2}');
    expect(result.rejects).toMatchObject([{ record: 2, line: 2, value: '{"a":}' }]);
    expect(result.preview).toEqual([['1'], ['2']]);
  });

  test('shows 50 records, and no cell longer than 1,000 bytes', () => {
    const { preview, records } = sniff(`{"a":"${'x'.repeat(5000)}"}\n`.repeat(200));
    expect([preview.length, records, preview[0]?.[0]?.length]).toEqual([50, 200, 1000]);
  });

  test('proposes the list that holds most of an object', () => {
    const items = Array.from({ length: 9 }, (_, index) => `{"id":${index},"tags":[{"t":1}]}`).join(',');
    const text = `{"meta":{"pages":[{"n":1},{"n":2}]},"result":{"items":[${items}],"next":null}}`;
    const result = sniff(text);
    expect(result.candidates.map(({ path, count }) => [path.join('.'), count])).toEqual([
      ['result.items', 9],
      ['meta.pages', 2],
    ]);
    expect(result.options).toEqual({ shape: 'object', encoding: 'utf-8', recordsAt: ['result', 'items'] });
    expect(schema(result.columns)).toEqual(['id BIGINT', 'tags STRUCT("t" BIGINT)[]']);
    expect(result.records).toBe(9);
    expect(sniff(text, { recordsAt: ['meta', 'pages'] }).preview).toEqual([['1'], ['2']]);
    expect(schema(sniff(text, { recordsAt: [] }).columns).length).toBe(2);
  });

  test('counts what is whole of a list that is cut off', () => {
    const { candidates, records } = sniff('{"data":[{"a":1},{"a":2},{"a":[3');
    expect(candidates).toEqual([{ path: ['data'], count: 2, bytes: 24 }]);
    expect(records).toBe(2);
  });

  test('leaves an object with a short list one record', () => {
    const { options, records } = sniff('{"id":1,"name":"a longer name than the list","tags":[{"t":1},{"t":2}]}');
    expect(options.recordsAt).toBeUndefined();
    expect(records).toBe(1);
  });

  test('takes text that is not UTF-8 for Windows-1252, and says so', () => {
    const bytes = new TextEncoder().encode('[{"a":"caf_"}]');
    bytes[10] = 0xe9;
    const result = sniffJson(bytes, 'x.json');
    expect(result.encoding).toBe('windows-1252');
    expect(result.preview).toEqual([['"café"']]);
    expect(result.notes.map((note) => note.code)).toEqual(['encoding']);
    expect(sniffJson(new TextEncoder().encode('"é').slice(0, 2), 'x.json').encoding).toBe('utf-8');
  });

  test('its options read the file as it was shown', async () => {
    const text = `{"n":2,"rows":[${[...customerRecords(50)].join(',')}]}`;
    const result = sniff(text);
    const whole = await extracted(extractJson, memorySource('x.json', text), result.options);
    expect(whole.schema).toEqual(schema(result.columns));
    expect(whole.counts.loaded).toBe(50);
  });

  test('a file that is no JSON is an error in words', () => {
    expect(() => sniff('')).toThrow('The file "x.json" is empty.');
    expect(() => sniff('a;b\n')).toThrow('It looks like a CSV file.');
  });
});
