import { describe, expect, test } from 'vitest';
import { createCancelSource } from '../../../../src/core/cancel.ts';
import { extractJson, jsonExtractor } from '../../../../src/ingest/json/extract.ts';
import type { JsonOptions } from '../../../../src/ingest/json/options.ts';
import { memorySource } from '../../../support/byte-source.ts';
import { extracted } from '../../../support/extracted.ts';

const read = (text: string | Uint8Array, options: JsonOptions = {}, name = 'x.json') =>
  extracted(extractJson, memorySource(name, text), options);

/** Guesses types from the first few bytes, so that later values force a second pass. */
const hasty = jsonExtractor({ sampleBytes: 1, pieceBytes: 1, batchRows: 4, batchBytes: 2 ** 23, progressBytes: 1 });

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), !isBigEndian);
  return bytes;
}

describe('every layout of records is recognised', () => {
  test.each([
    ['an array', '[{"a":1},{"a":2}]'],
    ['an array over lines', '[\n  {"a":1},\n  {"a":2}\n]\n'],
    ['lines', '{"a":1}\n{"a":2}\n'],
    ['lines without an end', '{"a":1}\r\n{"a":2}'],
    ['values over lines', '{\n"a":1\n}\n{\n"a":2\n}'],
    ['values on one line', '{"a":1}{"a":2}'],
    ['old line ends', '{"a":1}\r{"a":2}\r'],
  ])('%s', async (_, text) => {
    const { schema, rows } = await read(text);
    expect(schema).toEqual(['a BIGINT']);
    expect(rows).toEqual([[1n], [2n]]);
  });

  test('a single object is one record', async () => {
    const { schema, rows } = await read('{"a":1,"b":[{"c":2}]}');
    expect(schema).toEqual(['a BIGINT', 'b STRUCT("c" BIGINT)[]']);
    expect(rows).toEqual([[1n, [{ c: 2n }]]]);
  });

  test('a list inside of objects', async () => {
    const text = '{"page":{"data":[0]},"result":{"n":2,"data":[{"a":1},{"a":2}]},"rest":[]}';
    const { rows, notes } = await read(text, { recordsAt: ['result', 'data'] });
    expect(rows).toEqual([[1n], [2n]]);
    expect(notes.map((note) => note.code)).toEqual(['outside-records']);
  });

  test('values that are no objects get the column "value"', async () => {
    expect(await read('[1,"a",[2]]')).toMatchObject({ schema: ['value VARCHAR'], rows: [['1'], ['a'], ['[2]']] });
    expect(await read('[[1,2],[3]]')).toMatchObject({ schema: ['value BIGINT[]'], rows: [[[1n, 2n]], [[3n]]] });
    expect(await read('12\n13\n')).toMatchObject({ schema: ['value BIGINT'], rows: [[12n], [13n]] });
  });

  test('and one of its own beside a key of that name', async () => {
    const { schema, rows } = await read('[{"Value":1},true,null]');
    expect(schema).toEqual(['Value BIGINT', 'value_2 BOOLEAN']);
    expect(rows).toEqual([
      [1n, null],
      [null, true],
      [null, null],
    ]);
  });

  test('an empty list has no record, and says so', async () => {
    const { schema, counts, notes } = await read('[]');
    expect(schema).toEqual(['value VARCHAR']);
    expect(counts).toEqual({ read: 0, loaded: 0, rejected: 0, skipped: 0 });
    expect(notes.map((note) => note.code)).toEqual(['no-records']);
  });

  test('objects without a key are kept as text', async () => {
    expect(await read('[{},{ }]')).toMatchObject({ schema: ['value VARCHAR'], rows: [['{}'], ['{ }']] });
  });
});

describe('encodings', () => {
  const text = '[{"é":"😀"},{"é":"€"}]';
  test.each([
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16 LE with a mark', utf16(`\uFEFF${text}`, false)],
    ['UTF-16 BE with a mark', utf16(`\uFEFF${text}`, true)],
    ['UTF-16 LE', utf16(text, false)],
    ['UTF-16 BE', utf16(text, true)],
  ])('%s', async (_, bytes) => {
    for (let size = 1; size < bytes.length; size += 3) {
      const { schema, rows } = await extracted(hasty, memorySource('x.json', bytes, size), {});
      expect(schema).toEqual(['é VARCHAR']);
      expect(rows).toEqual([['😀'], ['€']]);
    }
  });

  test('half a pair or half a unit in UTF-16 is a fault, not another character', async () => {
    const { rows, rejects } = await read(utf16('["\ud800","a","\udc00\ud800\udc00"]', false));
    expect(rows).toEqual([['a']]);
    expect(rejects.map((reject) => reject.record)).toEqual([1, 3]);
    const odd = await read(Uint8Array.from([...utf16('"a"\n"b"\n', false), 0x22]));
    expect(odd.rows).toEqual([['a'], ['b']]);
    expect(odd.rejects).toMatchObject([{ record: 3 }]);
  });

  test('Windows-1252 when asked for', async () => {
    const bytes = Uint8Array.from([0x5b, 0x22, 0xe9, 0x80, 0x9f, 0x22, 0x5d]);
    expect((await read(bytes, { encoding: 'windows-1252' })).rows).toEqual([['é€Ÿ']]);
  });
});

describe('names', () => {
  test('are told apart as the engine does', async () => {
    const { schema, rows, notes } = await read('[{"id":1,"ID":2,"":3,"Id":4,"a\\u0000":5,"n":{"x":6,"X":7,"":8}}]');
    expect(schema).toEqual([
      'id BIGINT',
      'ID_2 BIGINT',
      'column_3 BIGINT',
      'Id_3 BIGINT',
      'a\u{fffd} BIGINT',
      'n STRUCT("x" BIGINT, "X_2" BIGINT, "column_3" BIGINT)',
    ]);
    expect(rows).toEqual([[1n, 2n, 3n, 4n, 5n, { x: 6n, X_2: 7n, column_3: 8n }]]);
    expect(notes.map((note) => note.message)).toEqual([
      'The key "ID" became "ID_2", as names must differ by more than case.',
      'A key is empty: it became "column_3".',
      'The key "Id" became "Id_3", as names must differ by more than case.',
      'The key "a\0" became "a\u{fffd}", as a name cannot hold a NUL character.',
      'The key "X" in "n" became "X_2", as names must differ by more than case.',
      'A key in "n" is empty: it became "column_3".',
    ]);
  });

  test('come in the order first seen, however records order them', async () => {
    const { schema, rows } = await read('[{"b":1,"a":2},{"c":3,"a":4,"b":5},{"a":6,"d":7}]');
    expect(schema).toEqual(['b BIGINT', 'a BIGINT', 'c BIGINT', 'd BIGINT']);
    expect(rows).toEqual([
      [1n, 2n, null, null],
      [5n, 4n, 3n, null],
      [null, 6n, null, 7n],
    ]);
  });

  test('are the same with and without escapes', async () => {
    const text = '[{"k\\"1":1,"é":2},{"k\\u00221":3,"\\u00e9":4},{"\\u006b\\"1":5}]';
    const { schema, rows } = await read(text);
    expect(schema).toEqual(['k"1 BIGINT', 'é BIGINT']);
    expect(rows).toEqual([
      [1n, 2n],
      [3n, 4n],
      [5n, null],
    ]);
  });
});

describe('what cannot be kept as it is gets a note', () => {
  test('of repeated keys the last value stays', async () => {
    const { rows, notes } = await read('[{"a":1},{"a":2,"b":{"c":[1],"c":[2,3]},"a":3},{"a":4,"a":null}]');
    expect(rows).toEqual([
      [1n, null],
      [3n, { c: [2n, 3n] }],
      [null, null],
    ]);
    const message =
      'Keys that stand more than once in an object: the last value was kept (3 times, first in record 2).';
    expect(notes).toEqual([{ code: 'duplicate-key', count: 3, message }]);
  });

  test('halves of surrogate pairs', async () => {
    const { rows, notes } = await read('["\\ud800","\\udc00x\\ud83d\\ude00","\\ud83d\\u0041","ok"]');
    expect(rows).toEqual([['\u{fffd}'], ['\u{fffd}x😀'], ['\u{fffd}A'], ['ok']]);
    expect(notes).toMatchObject([{ code: 'lone-surrogate', count: 3 }]);
  });

  test('NaN and infinities', async () => {
    const { rows, notes } = await read('[{"a":NaN},{"a":-Infinity},{"a":1}]');
    expect(rows).toEqual([[Number.NaN], [-Infinity], [1]]);
    expect(notes).toMatchObject([{ code: 'non-finite', count: 2 }]);
  });

  test('times with an offset', async () => {
    const { notes } = await read('["2024-01-01T00:00:00+02:00","2024-01-01T00:00:00Z"]');
    expect(notes).toMatchObject([{ code: 'offset-to-utc', count: 1 }]);
  });

  test('columns of several types', async () => {
    const { notes } = await read('[{"a":{"b":1}},{"a":{"b":"x"}},{"a":{"b":[true]}}]');
    const message = '"a.b" holds text, numbers and lists: it is kept as text, numbers and nested values as JSON text.';
    expect(notes).toEqual([{ code: 'mixed-types', count: 1, message }]);
  });

  test('faulty records count for nothing', async () => {
    const { notes } = await read('[{"a":"\\ud800","a":NaN,"b":"2024-01-01T00:00:00+02:00" x},{"a":1}]');
    expect(notes).toEqual([]);
  });
});

describe('what has no place in a table is kept as text', () => {
  test('an object with more than 1,000 keys is a map', async () => {
    const records = Array.from({ length: 300 }, (_, row) => {
      return `{"m":{${Array.from({ length: 5 }, (__, key) => `"k${row * 5 + key}":${row}`).join(',')}}}`;
    });
    for (const extract of [extractJson, hasty]) {
      const result = await extracted(extract, memorySource('x.json', `[${records.join(',')}]`), {});
      expect(result.schema).toEqual(['m VARCHAR']);
      expect(result.rows[299]).toEqual(['{"k1495":299,"k1496":299,"k1497":299,"k1498":299,"k1499":299}']);
      expect(result.notes.map((note) => note.code)).toEqual(['map-as-text']);
    }
  });

  test('values nested deeper than 60 levels', async () => {
    const deep = `${'[{"a":'.repeat(100)}1${'}]'.repeat(100)}`;
    const { columns, rows, notes } = await read(`[{"v":${deep}},{"v":null}]`);
    expect(notes.map((note) => note.code)).toEqual(['too-deep']);
    let type = columns[0]?.type;
    let levels = 0;
    for (; type?.kind === 'list' || type?.kind === 'struct'; levels++)
      type = type.kind === 'list' ? type.item : type.fields[0]?.type;
    expect(levels).toBe(60);
    expect(type).toEqual({ kind: 'text' });
    expect(JSON.stringify(rows[0])).toContain(JSON.stringify(`${'[{"a":'.repeat(70)}1${'}]'.repeat(70)}`));
  });

  test('nesting far beyond any stack', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const { rows, counts } = await read(`{"v":${deep}}\n{"v":[]}\n`);
    expect(counts.loaded).toBe(2);
    expect(JSON.stringify(rows[0])).toContain('['.repeat(199_000));
  });

  test('records with more than 10,000 keys', async () => {
    const wide = `{${Array.from({ length: 10_001 }, (_, key) => `"k${key}":1`).join(',')}}`;
    const { schema, rows, notes } = await read(`[{"a":1},${wide},7,"x"]`);
    expect(schema).toEqual(['value VARCHAR']);
    expect(rows).toEqual([['{"a":1}'], [wide], ['7'], ['"x"']]);
    expect(notes.map((note) => note.code)).toEqual(['too-many-columns']);
  });
});

describe('reading in passes and pieces', () => {
  test('a value that does not fit the first guess starts a second pass, and no third', async () => {
    const values = ['null', '1', '"x"', '2.5', '[1]', '{"b":1}', 'true', '9007199254740993'];
    const text = values.map((value, index) => `{"n":${index},"v":${value},"w${index % 3}":${index}}\n`).join('');
    const result = await extracted(hasty, memorySource('x.json', text, 5), {});
    const whole = await read(text);
    expect(result.passes).toBe(2);
    expect(whole.passes).toBe(1);
    expect([result.schema, result.rows, result.counts]).toEqual([whole.schema, whole.rows, whole.counts]);
    expect(result.batches.map((batch) => batch.rowCount)).toEqual([4, 4]);
  });

  test('text that also holds numbers needs no second pass', async () => {
    const result = await extracted(hasty, memorySource('x.json', '{"v":"x"}\n{"v":1.50}\n{"v":true}\n', 5), {});
    expect(result).toMatchObject({ passes: 1, schema: ['v VARCHAR'], rows: [['x'], ['1.50'], ['true']] });
    expect(result.notes.map((note) => note.code)).toEqual(['mixed-types']);
  });

  test('a batch ends at its byte limit', async () => {
    const small = jsonExtractor({
      sampleBytes: 1,
      pieceBytes: 1,
      batchRows: 4096,
      batchBytes: 2 ** 20,
      progressBytes: 1,
    });
    const text = `{"v":"${'x'.repeat(300_000)}"}\n`.repeat(10);
    const { batches } = await extracted(small, memorySource('x.json', text), {});
    expect(batches.map((batch) => batch.rowCount)).toEqual([4, 4, 2]);
  });

  test('progress tells the bytes read, and cancelling stops at the next chunk', async () => {
    const source = memorySource('x.json', '{"v":1}\n'.repeat(100), 80);
    const cancel = createCancelSource();
    const seen: number[] = [];
    const run = async () => {
      for await (const event of hasty(source, {}, cancel.signal)) {
        if (event.kind === 'progress') seen.push(event.bytes);
        if (seen.length === 2) cancel.cancel();
      }
    };
    await expect(run()).rejects.toMatchObject({ code: 'cancelled' });
    expect(seen).toEqual([80, 160]);
  });
});
