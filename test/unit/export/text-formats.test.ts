import { describe, expect, test } from 'vitest';
import type { Batch } from '../../../src/engine/batch.ts';
import { delimitedWriter } from '../../../src/export/delimited.ts';
import { csvDefaults, type DelimitedOptions } from '../../../src/export/export-format.ts';
import { jsonArrayWriter, ndjsonWriter } from '../../../src/export/json-rows.ts';
import { markdownWriter } from '../../../src/export/markdown.ts';
import { copyFormats, selectionText } from '../../../src/export/selection-text.ts';
import { type TextWriter, writeText } from '../../../src/export/text-writer.ts';
import { batch, booleans, doubles, integers, lists, texts } from '../results/columns.ts';

const names = (table: Batch, ...given: string[]) =>
  table.columns.map((column, index) => ({ name: given[index] ?? `c${index}`, type: column.type, sqlType: '' }));

function print(writer: TextWriter, table: Batch): string {
  const rows = Array.from({ length: table.rowCount }, (_, row) => writer.row(table, row));
  return [writer.head, ...rows, writer.tail].join('');
}

const awkward = batch(
  texts(['plain', '', null, 'a,b', 'say "hi"', 'two\nlines', 'tab\there', '=1+1', 'NULL', '#x']),
  integers([1, null, 3, 4, 5, 6, 7, 8, 9, 10]),
);

describe('delimited text', () => {
  const csv = (options: Partial<DelimitedOptions> = {}) =>
    print(delimitedWriter(names(awkward, 'na,me', 'n'), { ...csvDefaults, ...options }), awkward);

  test('quotes only what needs it, and tells empty text from NULL', () => {
    expect(csv()).toBe(
      '"na,me",n\nplain,1\n"",\n,3\n"a,b",4\n"say ""hi""",5\n"two\nlines",6\ntab\there,7\n=1+1,8\nNULL,9\n"#x",10\n',
    );
  });

  test('follows the options', () => {
    const options = { delimiter: '\t', quote: "'", header: false, nullText: 'NULL', lineEnd: '\r\n' } as const;
    expect(csv(options).split('\r\n').slice(0, 3)).toEqual(['plain\t1', '\tNULL', 'NULL\t3']);
    expect(csv(options)).toContain("'tab\there'\t7");
    expect(csv(options)).toContain("'NULL'\t9");
  });

  test('begins with the mark that Excel looks for, when asked', () => {
    expect(csv({ byteOrderMark: true }).startsWith('\ufeff"na,me"')).toBe(true);
  });

  test('disarms formulas when asked, in texts and names, not in numbers', () => {
    const table = batch(texts(['=1+1', '+x', '-x', '@x', '\tx', 'a=1']), integers([-1, -2, -3, -4, -5, -6]));
    const text = print(delimitedWriter(names(table, '=n'), { ...csvDefaults, guardFormulas: true }), table);
    expect(text).toBe("'=n,c1\n'=1+1,-1\n'+x,-2\n'-x,-3\n'@x,-4\n'\tx,-5\na=1,-6\n");
  });
});

describe('JSON', () => {
  const table = batch(
    integers([1, null]),
    texts(['é"\n', '']),
    doubles([Number.NaN, 0.1]),
    booleans([true, null]),
    lists([[1, null], []]),
  );
  const columns = names(table, 'a', 'a', '', 'A', 'list');

  test('lines are objects of their own, with unique keys and exact values', () => {
    const lines = print(ndjsonWriter(columns), table).split('\n');
    expect(lines[0]).toBe('{"a":1,"a_2":"é\\"\\n","column_3":"NaN","A_3":true,"list":[1,null]}');
    expect(lines.slice(1)).toEqual(['{"a":null,"a_2":"","column_3":0.1,"A_3":null,"list":[]}', '']);
  });

  test('an array is what JSON.parse takes, also when empty', () => {
    expect(JSON.parse(print(jsonArrayWriter(columns), table))).toHaveLength(2);
    expect(JSON.parse(print(jsonArrayWriter(columns), batch()))).toEqual([]);
  });

  test('keeps every digit', () => {
    const big = { ...integers([0]), values: BigInt64Array.of(9007199254740993n) };
    expect(print(ndjsonWriter(names(batch(big), 'n')), batch(big))).toBe('{"n":9007199254740993}\n');
  });
});

describe('Markdown', () => {
  test('aligns numbers and escapes what would break the table', () => {
    const table = batch(texts(['a|b', 'two\nlines', null, '*x*_y_']), integers([1, 2, 3, 4]));
    expect(print(markdownWriter(names(table, 'na|me', 'n')), table)).toBe(
      '| na\\|me | n |\n| --- | ---: |\n| a\\|b | 1 |\n| two<br>lines | 2 |\n|  | 3 |\n| \\*x\\*\\_y\\_ | 4 |\n',
    );
  });
});

describe('writeText', () => {
  test('gives UTF-8 in pieces that join to the whole', async () => {
    const table = batch(texts(Array.from({ length: 4000 }, (_, row) => `${'é😀'.repeat(300)}${row}`)));
    const writer = ndjsonWriter(names(table, 't'));
    let pieces = 0;
    let text = '';
    const decoder = new TextDecoder();
    for await (const bytes of writeText(writer, once(table))) {
      pieces++;
      text += decoder.decode(bytes, { stream: true });
    }
    expect(pieces).toBeGreaterThan(2);
    expect(text).toBe(print(ndjsonWriter(names(table, 't')), table));
  });
});

describe('selectionText', () => {
  const table = batch(integers([1, 2, 3]), texts(['a', 'b\tc', null]), doubles([0.5, 1, 2]));
  const result = {
    columns: names(table, 'n', 't', 'x'),
    async *batches({ start = 0, end = Infinity } = {}) {
      yield* once({ rowCount: Math.min(end, 3) - start, columns: table.columns.map((column) => column) });
    },
  };

  test('copies columns in the order shown, with their names', async () => {
    const selection = { startRow: 0, endRow: 2, columns: [1, 0] };
    expect(await selectionText(result, selection, 'tsv')).toBe('t\tn\na\t1\n"b\tc"\t2\n');
    expect(await selectionText(result, selection, 'json')).toBe('[\n{"t":"a","n":1},\n{"t":"b\\tc","n":2}\n]\n');
  });

  test('a single cell is copied bare', async () => {
    const cell = { startRow: 0, endRow: 1, columns: [1] };
    expect(await selectionText(result, cell, 'tsv')).toBe('a');
    expect(await selectionText(result, cell, 'csv')).toBe('a');
    expect(await selectionText(result, cell, 'json')).toBe('[\n{"t":"a"}\n]\n');
  });

  test.each(copyFormats)('a missing cell copied as %s is a text, not a failure', async (format) => {
    const missing = { columns: result.columns, batches: () => once(batch(texts([null]))) };
    expect(typeof (await selectionText(missing, { startRow: 0, endRow: 1, columns: [0] }, format))).toBe('string');
  });
});

async function* once(table: Batch): AsyncGenerator<Batch, void> {
  yield await Promise.resolve(table);
}
