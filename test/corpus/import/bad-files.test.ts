import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Content, type ImportFixture, openImports } from '../../engine/import/import-fixture.ts';

let fixture: ImportFixture;
beforeAll(async () => {
  fixture = await openImports();
});
afterAll(() => fixture.close());

interface Outcome {
  /** `read/loaded/rejected/skipped` */
  readonly counts: string;
  readonly columns?: readonly string[];
  readonly rows?: readonly (readonly (string | null)[])[];
  /** Reasons of the rejects. */
  readonly rejects?: readonly string[];
  readonly notes?: readonly string[];
}

/** A file, and what becomes of it: rows with a report that adds up, or one sentence. */
type Case = readonly [name: string, file: string, content: () => Content, outcome: Outcome | string];

const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};
const city = 'id,city\n1,Zürich\n2,Köln\n';
const cities = [
  ['1', 'Zürich'],
  ['2', 'Köln'],
];

const delimited: readonly Case[] = [
  ['empty', 'a.csv', () => '', '"a.csv" is empty: there is nothing to import.'],
  ['only a byte order mark', 'a.csv', () => '\ufeff', '"a.csv" holds no record: there is nothing to import.'],
  ['only line ends', 'a.csv', () => '\r\n\n\n', '"a.csv" holds no record: there is nothing to import.'],
  [
    'a header alone',
    'a.csv',
    () => 'id,name\n',
    { counts: '0/0/0/0', columns: ['id VARCHAR', 'name VARCHAR'], rows: [] },
  ],
  ['a header alone without a line end', 'a.csv', () => 'id,name', { counts: '0/0/0/0', rows: [] }],
  [
    'a byte order mark',
    'a.csv',
    () => `\ufeff${city}`,
    { counts: '2/2/0/0', columns: ['id BIGINT', 'city VARCHAR'], rows: cities },
  ],
  [
    'UTF-16 LE',
    'a.csv',
    () => utf16(city),
    { counts: '2/2/0/0', columns: ['id BIGINT', 'city VARCHAR'], rows: cities },
  ],
  ['UTF-16 BE', 'a.csv', () => utf16(city, true), { counts: '2/2/0/0', rows: cities }],
  ['UTF-16 cut in the middle of a character', 'a.csv', () => utf16(city).subarray(0, -1), { counts: '2/1/1/0' }],
  ['Latin-1', 'a.csv', () => Buffer.from(city, 'latin1'), { counts: '2/2/0/0', rows: cities }],
  [
    'mixed line ends',
    'a.csv',
    () => 'a,b\n1,2\r\n3,4\r5,6',
    {
      counts: '3/3/0/0',
      rows: [
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    },
  ],
  [
    'ragged rows',
    'a.csv',
    () => 'a,b\n1,2\n3\n4,5,6\n7,8\n',
    {
      counts: '4/2/2/0',
      rows: [
        ['1', '2'],
        ['7', '8'],
      ],
      rejects: ['it has 1 field where the file has 2', 'it has 3 fields where the file has 2'],
    },
  ],
  [
    'an unclosed quote',
    'a.csv',
    () => 'a,b\n1,"2\n3,4\n5,6\n',
    {
      counts: '3/2/1/0',
      rows: [
        ['3', '4'],
        ['5', '6'],
      ],
      rejects: ['a quote is opened and never closed'],
    },
  ],
  [
    'an unclosed quote in a single line',
    'a.csv',
    () => 'a,b\n"',
    { counts: '1/0/1/0', rejects: ['a quote is opened and never closed'] },
  ],
  ['a field of 10 MB', 'a.csv', () => `a,b\n1,${'x'.repeat(10 << 20)}\n2,y\n`, { counts: '2/2/0/0' }],
  [
    'NUL bytes',
    'a.csv',
    () => 'a,b\n1,x\0y\n2,\0\n',
    {
      counts: '2/2/0/0',
      rows: [
        ['1', 'x\0y'],
        ['2', '\0'],
      ],
      notes: ['nul-character'],
    },
  ],
  ['nothing but NUL bytes', 'a.csv', () => '\0'.repeat(100), { counts: '0/0/0/0' }],
  [
    'names twice, empty, of SQL and with quotes',
    'a.csv',
    () => 'id,ID,,,"a""b",select,"order by","it\'s; DROP TABLE t;--"\n1,2,3,4,5,6,7,8\n',
    {
      counts: '1/1/0/0',
      columns: ['id', 'ID_2', 'column_3', 'column_4', 'a"b', 'select', 'order by', "it's; DROP TABLE t;--"].map(
        (name) => `${name} BIGINT`,
      ),
      rows: [['1', '2', '3', '4', '5', '6', '7', '8']],
      notes: ['renamed-column'],
    },
  ],
  [
    '5,000 columns',
    'a.csv',
    () =>
      [1, 2, 3].map((row) =>
        Array.from({ length: 5000 }, (_, column) => (row === 1 ? `c${column}` : row * column)).join(','),
      ),
    { counts: '2/2/0/0' },
  ],
  ['gzip under a plain name', 'a.csv', () => gzipSync(city), { counts: '2/2/0/0', rows: cities }],
  ['plain text under the name of gzip', 'a.csv.gz', () => city, { counts: '2/2/0/0', rows: cities }],
  ['an empty gzip file', 'a.csv.gz', () => gzipSync(''), '"a.csv.gz" is empty: there is nothing to import.'],
  ['gzip with the wrong check sum', 'a.csv.gz', () => wrongGzip(city), '“a.csv.gz” cannot be read to its end.'],
  [
    'a byte that is no UTF-8',
    'a.csv',
    () => Buffer.concat([Buffer.from(`${city}3,Gen`), Buffer.from([0xff]), Buffer.from('f\n')]),
    { counts: '3/2/1/0' },
  ],
  [
    'bytes of no kind',
    'a.csv',
    () => Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256),
    { counts: '13/12/1/0', notes: ['nul-character'] },
  ],
];

const json: readonly Case[] = [
  ['empty', 'a.json', () => '', 'is empty'],
  ['an empty list', 'a.json', () => '[]', { counts: '0/0/0/0', rows: [], notes: ['no-records'] }],
  [
    'cut off in a record',
    'a.json',
    () => '[{"a":1},{"a":2},{"a":',
    { counts: '3/2/1/0', rows: [['1'], ['2']], rejects: ['the file ends inside this record'] },
  ],
  ['cut off between records', 'a.json', () => '[{"a":1},{"a":2},', { counts: '2/2/0/0', rows: [['1'], ['2']] }],
  ['keys twice', 'a.json', () => '[{"a":1,"a":2}]', { counts: '1/1/0/0', rows: [['2']], notes: ['duplicate-key'] }],
  [
    'several types',
    'a.ndjson',
    () => ['{"v":1}', '{"v":"x"}', '{"v":[1]}', '{"v":{"a":null}}', '{"v":null}', '{"v":true}'],
    { counts: '6/6/0/0', columns: ['v VARCHAR'], rows: [['1'], ['x'], ['[1]'], ['{"a":null}'], [null], ['true']] },
  ],
  [
    'deep nesting',
    'a.json',
    () => `[{"v":${'['.repeat(5000)}${']'.repeat(5000)}}]`,
    { counts: '1/1/0/0', notes: ['too-deep'] },
  ],
  [
    'huge and exact numbers',
    'a.json',
    () => '[{"i":9223372036854775807,"h":123456789012345678901234567890,"d":0.1234567890123456789,"z":-0.0}]',
    {
      counts: '1/1/0/0',
      rows: [['9223372036854775807', '123456789012345678901234567890', '0.1234567890123456789', '-0']],
    },
  ],
  ['a number beyond every type', 'a.json', () => '[{"v":1e999}]', { counts: '1/1/0/0', rows: [['1e999']] }],
  [
    'half a character',
    'a.json',
    () => '[{"v":"\\ud800x"}]',
    { counts: '1/1/0/0', rows: [['\ufffdx']], notes: ['lone-surrogate'] },
  ],
  [
    'lines, some of them bad',
    'a.ndjson',
    () => ['{"a":1}', '{"a":', '', 'null', '{"a":2} x', '{"a":3}'],
    { counts: '6/3/2/1', rows: [['1'], [null], ['3']] },
  ],
  ['a byte order mark', 'a.json', () => '\ufeff[{"a":1}]', { counts: '1/1/0/0', rows: [['1']] }],
  ['UTF-16', 'a.json', () => utf16('[{"ä":"ö"}]'), { counts: '1/1/0/0', columns: ['ä VARCHAR'], rows: [['ö']] }],
  [
    'names of SQL and with quotes',
    'a.json',
    () => '[{"select":1,"a\\"b":2,"":3,"Select":4}]',
    { counts: '1/1/0/0', rows: [['1', '2', '3', '4']] },
  ],
  ['HTML under the name of JSON', 'a.json', () => '<!DOCTYPE html><html></html>', 'a.json'],
  ['single values', 'a.json', () => '[1,2,"x"]', { counts: '3/3/0/0' }],
];

const others: readonly Case[] = [
  [
    'a picture',
    'a.csv',
    () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10),
    '“a.csv” is a picture, which cannot be imported.',
  ],
  ['a PDF', 'a.csv', () => '%PDF-1.7', '“a.csv” is a PDF, which cannot be imported.'],
  ['a ZIP archive', 'a.zip', () => 'PK\x03\x04rest', '“a.zip” is a ZIP archive, which cannot be imported.'],
  ['an SQLite database', 'a.db', () => 'SQLite format 3\0', '“a.db” is an SQLite database, which cannot be imported.'],
  [
    'Parquet that ends early',
    'a.parquet',
    () => 'PAR1PAR1',
    'cannot be read as Parquet: it may be cut off or damaged.',
  ],
];

/** Gzip that tells a wrong check sum and length of what is in it. */
function wrongGzip(text: string): Uint8Array {
  const bytes = new Uint8Array(gzipSync(text));
  return bytes.fill(0, bytes.length - 8);
}

describe.each([
  ['delimited text', delimited],
  ['JSON', json],
  ['other files', others],
])('%s', (_, cases) => {
  test.each(cases)('%s', async (_name, file, content, outcome) => {
    const before = await fixture.reports();
    const work = fixture.importAs(file, content(), { as: 'bad' });
    if (typeof outcome === 'string') {
      await expect(work).rejects.toMatchObject({ name: 'StillhouseError' });
      await expect(work).rejects.toThrow(outcome);
      await expect(work).rejects.toThrow(/^[^\n]+[.]$/);
      expect(await fixture.reports()).toEqual(before);
    } else {
      const report = await work;
      expect(`${report.read}/${report.loaded}/${report.rejected}/${report.skipped}`).toBe(outcome.counts);
      const { columns, rows, rejects, notes } = outcome;
      if (columns !== undefined)
        expect(report.columns.map(({ name, sqlType }) => `${name} ${sqlType}`)).toEqual(columns);
      if (rows !== undefined) expect(await fixture.read('bad')).toEqual(rows);
      if (notes !== undefined) expect(report.notes.map(({ code }) => code)).toEqual(expect.arrayContaining([...notes]));
      if (rejects !== undefined) expect((await fixture.rejects(report)).map(({ reason }) => reason)).toEqual(rejects);
      expect(fixture.workspace.datasets.find(({ name }) => name === 'bad')?.rowCount).toBe(report.loaded);
    }
    expect(await fixture.leftovers()).toEqual([]);
  });
});
