import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openResult } from '../../../src/results/result-set.ts';
import { createResultSpace } from '../../../src/results/result-space.ts';
import { writeParquet } from '../../../src/export/parquet/parquet.ts';
import { openParquet, written } from '../export/files.ts';
import { type Content, type ImportFixture, openImports } from './import-fixture.ts';

let fixture: ImportFixture;
beforeAll(async () => {
  fixture = await openImports();
});
afterAll(() => fixture.close());

const people = [
  { id: 1, name: 'Zoë', born: '1990-02-28', score: 1.5, active: true },
  { id: 2, name: 'a,"b"', born: null, score: null, active: false },
  { id: 3, name: null, born: '2001-12-31', score: -0.25, active: null },
];
const texts = [
  ['1', 'Zoë', '1990-02-28', '1.5', 'true'],
  ['2', 'a,"b"', null, null, 'false'],
  ['3', null, '2001-12-31', '-0.25', null],
];
const json = people.map((person) => JSON.stringify(person));
const csv = 'id,name,born,score,active\n1,Zoë,1990-02-28,1.50,true\n2,"a,""b""",,,false\n3,,2001-12-31,-0.25,\n';

/** What the product's own exporter writes of a query. */
async function parquetOf(query: string): Promise<Uint8Array> {
  const result = await openResult(createResultSpace(fixture.engine), fixture.session.query(query), {});
  try {
    return (await written(writeParquet(result.columns, result.batches(), openParquet(), 'snappy'))).bytes;
  } finally {
    await result.close();
  }
}

function workbookOf(
  ...sheets: readonly (readonly [name: string, cells: readonly (readonly unknown[])[]])[]
): Uint8Array {
  const book = utils.book_new();
  for (const [name, cells] of sheets) {
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet(
        cells.map((row) => [...row]),
        { cellDates: true, UTC: true },
      ),
      name,
    );
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer); // untyped in the library
}

const excelCells = [
  Object.keys(people[0] ?? {}),
  ...people.map(({ id, name, born, score, active }) => [
    id,
    name,
    born === null ? null : new Date(born),
    score,
    active,
  ]),
];

describe('the same three people from every format', () => {
  const files: readonly (readonly [string, () => Content | Promise<Content>, string])[] = [
    ['people.csv', () => csv, 'csv'],
    ['people.tsv', () => csv.replaceAll(',', '\t').replace('a\t', 'a,'), 'csv'],
    ['people.csv.gz', () => gzipSync(csv), 'csv'],
    ['people.ndjson', () => json.join('\n'), 'json'],
    ['people.ndjson.gz', () => gzipSync(json.join('\n')), 'json'],
    ['people.json', () => `[${json.join(',')}]`, 'json'],
    ['people.json.gz', () => gzipSync(`[${json.join(',')}]`), 'json'],
    ['people.xlsx', () => workbookOf(['People', excelCells]), 'excel'],
    [
      'people.parquet',
      () =>
        parquetOf(`SELECT * FROM (VALUES (1::BIGINT, 'Zoë', DATE '1990-02-28', 1.5::DOUBLE, true),
        (2, 'a,"b"', NULL, NULL, false), (3, NULL, DATE '2001-12-31', -0.25, NULL)) AS t(id, name, born, score, active)`),
      'parquet',
    ],
  ];

  test.each(files)('%s', async (fileName, content, format) => {
    const report = await fixture.importAs(fileName, await content(), { mode: 'create', as: fileName });
    expect(report).toMatchObject({
      read: 3,
      loaded: 3,
      rejected: 0,
      skipped: 0,
      rejectCount: 0,
      format,
      file: fileName,
    });
    const cells = await fixture.read(fileName);
    expect(cells.map((row) => [...row.slice(0, 3), row[3] === null ? null : String(Number(row[3])), row[4]])).toEqual(
      texts,
    );
    expect(report.columns.map(({ name }) => name)).toEqual(['id', 'name', 'born', 'score', 'active']);
    expect(report.columns.map(({ sqlType }) => sqlType.replace(/DECIMAL.*/, 'DOUBLE'))).toEqual([
      'BIGINT',
      'VARCHAR',
      'DATE',
      'DOUBLE',
      'BOOLEAN',
    ]);
    expect(await fixture.workspace.history({ schema: 'main', name: fileName })).toMatchObject([
      { operation: 'create', rowsAdded: 3, source: fileName },
    ]);
    expect(await fixture.leftovers()).toEqual([]);
  });
});

describe('what a format carries', () => {
  test('Parquet keeps its own types, nested ones too', async () => {
    const query = `SELECT i::INTEGER AS i, (i / 8)::DECIMAL(10,3) AS amount, {'a': i, 'b': [i, NULL]} AS nested,
      TIMESTAMP '2024-01-01 00:00:00.000001' AS at, '\\x00\\xFF'::BLOB AS bytes, 'x' || i AS "select ""me"""
      FROM range(200000) AS r(i)`;
    const report = await fixture.importAs('types.parquet', await parquetOf(query));
    expect(report).toMatchObject({ read: 200_000, loaded: 200_000 });
    expect(report.columns.map(({ sqlType }) => sqlType)).toEqual([
      'INTEGER',
      'DECIMAL(10,3)',
      'STRUCT(a BIGINT, b BIGINT[])',
      'TIMESTAMP',
      'BLOB',
      'VARCHAR',
    ]);
    expect(await fixture.read(`t`).then((cells) => cells.at(-1))).toEqual([
      '199999',
      '24999.875',
      expect.stringContaining('199999'),
      '2024-01-01 00:00:00.000001',
      expect.any(String),
      'x199999',
    ]);
  });

  test('Parquet without a row gives an empty table', async () => {
    const report = await fixture.importAs(
      'none.parquet',
      await parquetOf('SELECT 1 AS i, NULL::VARCHAR AS s WHERE false'),
    );
    expect(report).toMatchObject({ read: 0, loaded: 0 });
    expect(report.columns.map(({ name }) => name)).toEqual(['i', 's']);
  });

  test('Excel: a chosen sheet, blank rows, formulas with errors, mixed columns', async () => {
    const bytes = workbookOf(
      ['First', [['a'], [1]]],
      [
        'The second',
        [[], ['code', 'mixed', 'at', 'id'], ['007', 1, new Date('2024-01-05T10:30:00Z'), 1], [], ['008', 'x', null, 2]],
      ],
    );
    const report = await fixture.importAs('book.xlsx', bytes, { settings: ['sheet=The second'] });
    expect(report).toMatchObject({ loaded: 2, rejected: 0 });
    expect(report.notes.map(({ code }) => code)).toEqual(['mixed-column']);
    expect(await fixture.read('t')).toEqual([
      ['007', '1', '2024-01-05 10:30:00', '1'],
      ['008', 'x', null, '2'],
    ]);
    await expect(fixture.importAs('book.xlsx', bytes, { settings: ['sheet=Third'] })).rejects.toMatchObject({
      message: 'The workbook has no sheet “Third”.',
      remedy: 'It has: First, The second.',
    });
  });

  test('JSON keeps nesting', async () => {
    const report = await fixture.importAs('nested.ndjson', ['{"a":{"b":[{"c":1}]}}', '{"a":null}']);
    expect(report.columns).toMatchObject([{ name: 'a', sqlType: 'STRUCT(b STRUCT(c BIGINT)[])' }]);
  });
});

test('a large gzip file of each text format goes in whole', async () => {
  const rows = 120_000;
  const lines = Array.from({ length: rows }, (_, row) => `${row},name ${row % 97}`);
  const report = await fixture.importAs('large.csv.gz', gzipSync(`id,name\n${lines.join('\n')}\n`));
  expect(report).toMatchObject({ read: rows, loaded: rows });
  const records = Array.from({ length: rows }, (_, row) => `{"id":${row},"name":"name ${row % 97}"}`);
  const again = await fixture.importAs('large.ndjson.gz', gzipSync(records.join('\n')), { mode: 'append' });
  expect(again).toMatchObject({ read: rows, loaded: rows });
  expect(fixture.workspace.datasets.find(({ name }) => name === 't')?.rowCount).toBe(2 * rows);
});
