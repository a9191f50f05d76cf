import { describe, expect, test } from 'vitest';
import { extractJson } from '../../../../src/ingest/json/extract.ts';
import { memorySource } from '../../../support/byte-source.ts';
import { extracted } from '../../../support/extracted.ts';

const read = (text: string | Uint8Array, name = 'x.json') => extracted(extractJson, memorySource(name, text), {});

/** What becomes of one faulty line among good ones. */
async function reasonOf(line: string) {
  const result = await read(`{"a":1}\n${line}\n{"a":2}\n`);
  expect(result.rows).toEqual([[1n], [2n]]);
  expect(result.records).toEqual([1, 3]);
  expect(result.counts).toEqual({ read: 3, loaded: 2, rejected: 1, skipped: 0 });
  expect(result.rejects).toMatchObject([{ record: 2, line: 2, value: line }]);
  return result.rejects[0]?.reason;
}

describe('a faulty line is rejected with its reason', () => {
  test.each([
    ['{"a":}', 'unexpected "}" at character 6'],
    ['{"a":1,}', 'unexpected "}" at character 8: a comma stands before it'],
    ['{"a":[1,]}', 'unexpected "]" at character 9: a comma stands before it'],
    ['{"a":,"b":2}', 'unexpected "," at character 6: a value is missing before it'],
    ['{"é😀":1 "b":2}', 'unexpected """ at character 9: a comma or a closing bracket is missing before it'],
    ['{"a" 5}', 'unexpected "5" at character 6: a colon is missing behind the key'],
    ['{a:1}', 'unexpected "a" at character 2: a key in double quotes is needed here'],
    ["{'a':1}", 'unexpected "\'" at character 2: text and keys need double quotes'],
    ['{"a":\'x\'}', 'unexpected "\'" at character 6: text and keys need double quotes'],
    ['{"a":1} // one', 'unexpected "/" at character 9, behind the end of the record'],
    ['{"a":/* one */1}', 'unexpected "/" at character 6: comments are not part of JSON'],
    ['{"a":tru}', 'unexpected "tru" at character 6: the only words in JSON are true, false and null'],
    ['{"a":None}', 'unexpected "None" at character 6: the only words in JSON are true, false and null'],
    ['{"a":01}', 'the number at character 6 starts with a needless 0'],
    ['{"a":+1}', 'unexpected "+" at character 6: a number starts with a digit or "-"'],
    ['{"a":1.}', 'a digit is missing in the number at character 8'],
    ['{"a":-}', 'a digit is missing in the number at character 7'],
    ['{"a":1e+}', 'a digit is missing in the number at character 9'],
    ['{"a":"x', 'the text that ends at character 8 has no closing quote on its line'],
    ['{"a":"\\q"}', 'the escape "\\q" at character 7 is not one of JSON\'s'],
    ['{"a":"\\u12g4"}', 'the escape "\\u12g4" at character 7 is not one of JSON\'s'],
    ['{"a":"\t"}', 'a raw control character (U+0009) stands in text at character 7'],
    ['{"a":1}{"a":2}', 'unexpected "{" at character 8, behind the end of the record'],
    ['{"a":[1,2}', 'unexpected "}" at character 10'],
    ['{"a":', 'the line ends inside this record, at character 6'],
    ['}', 'unexpected "}" at character 1'],
    ['hello', 'unexpected "hello" at character 1: the only words in JSON are true, false and null'],
  ])('%s', async (line, reason) => {
    expect(await reasonOf(line)).toBe(reason);
  });

  test('bytes that are not UTF-8', async () => {
    const line = new TextEncoder().encode('{"a":"caf_"}\n{"a":"b"}\n');
    line[9] = 0xe9;
    const { rejects, rows } = await read(line, 'x.ndjson');
    expect(rows).toEqual([['b']]);
    expect(rejects.map((reject) => [reject.value, reject.reason])).toEqual([
      ['{"a":"caf\u{fffd}"}', 'the byte 0xE9 at character 10 is not UTF-8: the file may be in Windows-1252 (Latin-1)'],
    ]);
  });

  test.each([[[0xc0, 0x80]], [[0xed, 0xa0, 0x80]], [[0xf4, 0x90, 0x80, 0x80]], [[0xe2, 0x82]], [[0x80]], [[0xff]]])(
    'the ill-formed bytes %j',
    async (bytes) => {
      const encoder = new TextEncoder();
      const text = Uint8Array.from([...encoder.encode('["'), ...bytes, ...encoder.encode('",1]')]);
      const { rows, rejects } = await read(text);
      expect(rows).toEqual([[1n]]);
      expect(rejects[0]?.reason).toMatch(/is not UTF-8/);
    },
  );

  test('its values do not count for the types', async () => {
    const { schema } = await read('{"a":1}\n{"a":"x","new":[1.5],"b":\n{"a":2}\n');
    expect(schema).toEqual(['a BIGINT']);
  });

  test('its text is cut after 1,000 characters', async () => {
    const { rejects } = await read(`{"a":1}\n{"a":${'é'.repeat(3000)}}\n`);
    expect(rejects[0]?.value).toBe(`{"a":${'é'.repeat(995)}`);
  });

  test('blank lines are skipped, and count as records read', async () => {
    const { counts, records, rejects } = await read('\n{"a":1}\r\n \t\r\n{"a"\n\n{"a":2}');
    expect(counts).toEqual({ read: 6, loaded: 2, rejected: 1, skipped: 3 });
    expect(records).toEqual([2, 6]);
    expect(rejects[0]).toMatchObject({ record: 4, line: 4 });
  });
});

describe('an array goes on behind a faulty element', () => {
  test.each<readonly [string, readonly unknown[], readonly (readonly [number, number, string])[], readonly string[]]>([
    ['[{"a":1},{"a":2,},{"a":3}]', [1n, 3n], [[2, 1, '{"a":2,}']], []],
    [
      '[{"a":1},{"a" 2},{"a":"x" "y"},{"a":3}]',
      [1n, 3n],
      [
        [2, 1, '{"a" 2}'],
        [3, 1, '{"a":"x" "y"}'],
      ],
      [],
    ],
    ['[{"a":1},{"a":[1,2},{"a":3}]', [1n, 3n], [[2, 1, '{"a":[1,2}']], []],
    ['[{"a":1},,{"a":3}]', [1n, 3n], [[2, 1, '']], []],
    ['[{"a":1},}{,{"a":3}]', [1n], [[2, 1, '}{,{"a":3}]']], ['unread-rest']],
    ['[{"a":1},\n// "one"\n{"a":2},\n{"a":3}]', [1n, 3n], [[2, 2, '// "one"\n{"a":2}']], []],
    ['[\n{"a":"x},\n{"a":2},\n{"a":3}\n]', [2n, 3n], [[1, 2, '{"a":"x},']], []],
    ['[{"a":"x},\n{"a":2},\n{"a":3}]', [2n, 3n], [[1, 1, '{"a":"x},']], []],
    [
      '[\n {\n  "a": {\n   "b": "x\n  }\n },\n {\n  "a": 2\n }\n]',
      [2n],
      [[1, 2, '{\n  "a": {\n   "b": "x\n  }\n },']],
      [],
    ],
    ['[{"a":"x},{"a":"y"},{"a":"z"}]', [], [[1, 1, '{"a":"x},{"a":"y"},{"a":"z"}]']], ['unread-rest']],
    ['[{"a":"x},{"a":"},5"},{"a":3}]', [], [[1, 1, '{"a":"x},{"a":"},5"},{"a":3}]']], ['unread-rest']],
    ['[{"a":1}] x', [1n], [[2, 1, 'x']], ['unread-rest']],
    ['[{"a":1},{"a":2},]', [1n, 2n], [], ['trailing-comma']],
    ['[{"a":1}\n{"a":2}]', [1n, 2n], [], ['missing-comma']],
    ['[{"a":1},{"a":2}', [1n, 2n], [], ['unclosed-list']],
  ])('%j', async (text, values, rejects, notes) => {
    const result = await read(text);
    expect(result.rows.map((row) => row[0])).toEqual(values);
    expect(result.rejects.map(({ record, line, value }) => [record, line, value])).toEqual(rejects);
    expect(result.notes.map((note) => note.code)).toEqual(notes);
    expect(result.counts).toEqual({
      read: values.length + rejects.length,
      loaded: values.length,
      rejected: rejects.length,
      skipped: 0,
    });
  });

  test('a truncated file gives all whole records', async () => {
    const { rows, rejects } = await read('[\n{"a":1},\n{"a":2},\n{"a":{"b":"x');
    expect(rows).toEqual([[1n], [2n]]);
    expect(rejects).toEqual([
      { record: 3, line: 4, value: '{"a":{"b":"x', reason: 'the file ends inside this record' },
    ]);
  });

  test('values one after the other do, too', async () => {
    const { rows, rejects } = await read('{"a":1} {"a":x}\n{"a":2}{"a":3}');
    expect(rows).toEqual([[1n], [2n], [3n]]);
    expect(rejects).toMatchObject([{ record: 2, line: 1, value: '{"a":x}' }]);
  });
});

describe('a file that cannot be read says what it is', () => {
  test.each([
    ['', 'The file "x.json" is empty.'],
    [' \r\n\t', 'The file "x.json" is empty.'],
    ['\uFEFF', 'The file "x.json" is empty.'],
    [
      '<!DOCTYPE html><p>',
      'The file "x.json" is not JSON: it starts with "<!DOCTYPE html><p>". It looks like an HTML page.',
    ],
    [
      '<?xml version="1.0"?>',
      'The file "x.json" is not JSON: it starts with "<?xml version=\\"1.0\\"?>". It looks like XML.',
    ],
    ['id,name\n1,x\n', 'The file "x.json" is not JSON: it starts with "id,name\\n1,x". It looks like a CSV file.'],
    ['1,x\n', 'The file "x.json" is not JSON: it starts with "1,x". It looks like a CSV file.'],
    ['[section]\nkey=1', 'The file "x.json" is not JSON: it starts with "[section]\\nkey=1".'],
    [
      'PK\u0003\u0004',
      'The file "x.json" is not JSON: it starts with "PK\\u0003\\u0004". It looks like a ZIP archive or an Excel workbook.',
    ],
    ['x\0\0\0[\0\0\0', 'The file is encoded as UTF-32, which is not read here.'],
  ])('%j', async (text, message) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'file-format', message });
  });

  test.each([
    ['{"data":{"a":1}}', ['data'], 'The file has no list of records at "data": what stands there is no list.'],
    ['{"a":1,"data":[1]}', ['data', 'x'], 'The file has no list of records at "data.x": the way there is no object.'],
    ['{"a":{"b":[]}}', ['b'], 'The file has no list of records at "b": there is no such key.'],
    ['{"a":1 "b":[]}', ['b'], /at "b": in line 1, unexpected """ at character 8: a comma/],
    ['{"a":1,"b"', ['b'], 'The file has no list of records at "b": in line 1, the file ends inside this record.'],
    ['[1]', ['b'], 'The file has no list of records at "b": the way there is no object.'],
  ])('%s has no records at %j', async (text, recordsAt, message) => {
    const failure = extracted(extractJson, memorySource('x.json', text), { recordsAt });
    const expected: unknown = typeof message === 'string' ? message : expect.stringMatching(message);
    await expect(failure).rejects.toMatchObject({ code: 'file-format', message: expected });
  });
});
