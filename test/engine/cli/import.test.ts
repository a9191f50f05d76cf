import fs from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../src/ingest/run/request.ts';
import { cli, temporaryFolder } from './run-cli.ts';

const files = temporaryFolder();
afterAll(() => {
  files.remove();
});

const importJson = async (...args: readonly string[]) => {
  const { code, out, err } = await cli('import', ...args, '--format', 'json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as ImportReport;
};

describe('the report', () => {
  const ragged = files.write('ragged.csv', 'id;when\n007;31.12.2024\n\n008;1;2\n');

  test('in words', async () => {
    const { code, out, err } = await cli('import', ragged, '--as', 'visits');
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').slice(0, 5)).toEqual([
      'ragged.csv → visits',
      'read 3 = loaded 1 + rejected 1 + skipped 1',
      expect.stringContaining('semicolon'),
      expect.stringMatching(/^ {2}id VARCHAR \(.+\)$/),
      expect.stringMatching(/^ {2}when DATE \(.+\)$/),
    ]);
  });

  test('as JSON, with the four figures at the top', async () => {
    expect(await importJson(ragged, '--as', 'visits')).toMatchObject({
      read: 3,
      loaded: 1,
      rejected: 1,
      skipped: 1,
      rejectCount: 1,
      file: 'ragged.csv',
      format: 'csv',
      target: { schema: 'main', name: 'visits', mode: 'create' },
    });
  });
});

describe('--set', () => {
  test('reads delimited text as told', async () => {
    const odd = files.write('odd.txt', "title\n\n'a'|'1,5'|NA\n# remark\n'b'|n/a|2\n");
    const report = await importJson(
      odd,
      ...['--as', 't', '--set', 'delimiter=|', '--set', "quote='", '--set', 'header=false', '--set', 'skip=2'],
      ...['--set', 'comment=#', '--set', 'null=NA', '--set', 'null=n/a', '--set', 'encoding=utf-8'],
      ...['--set', 'type.column_2=VARCHAR', '--set', 'type.column_3=DOUBLE'],
    );
    expect(report).toMatchObject({ read: 3, loaded: 2, rejected: 0, skipped: 1 });
    expect(report.columns.map(({ name, sqlType }) => `${name} ${sqlType}`)).toEqual([
      'column_1 VARCHAR',
      'column_2 VARCHAR',
      'column_3 DOUBLE',
    ]);
  });

  test('a chosen type rejects what does not fit it', async () => {
    const file = files.write('values.csv', 'n\n1\nx\n3\n');
    expect(await importJson(file, '--as', 't', '--set', 'type.n=BIGINT')).toMatchObject({ loaded: 2, rejected: 1 });
  });

  test('finds the records of a JSON file and the sheet of a workbook', async () => {
    const json = files.write('page.json', '{"meta":[{"a":1}],"data":{"rows":[{"id":1},{"id":2}]}}');
    expect(await importJson(json, '--as', 't', '--set', 'records=data.rows')).toMatchObject({ loaded: 2 });
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['a'], [1]]), 'First');
    utils.book_append_sheet(book, utils.aoa_to_sheet([[1], [2], [3]]), 'Second');
    fs.writeFileSync(files.at('book.xlsx'), new Uint8Array(write(book, { type: 'array' }) as ArrayBuffer)); // untyped in the library
    const sheet = ['--set', 'sheet=Second', '--set', 'header=false'];
    expect(await importJson(files.at('book.xlsx'), '--as', 't', ...sheet)).toMatchObject({
      loaded: 3,
      format: 'excel',
    });
  });

  test('may say that a file is not what its name says', async () => {
    const file = files.write('data.txt', '{"a":1}\n{"a":2}\n');
    expect(await importJson(file, '--as', 't', '--set', 'format=json')).toMatchObject({ format: 'json', loaded: 2 });
  });

  test.each([
    ['type.nope=DATE', 'The file has no column "nope".\nIt has: a, b.\n'],
    ['type.a=MONEY', '“MONEY” is no type that a column can be imported as.'],
    ['encoding=ebcdic', 'The encoding has to be one of utf-8'],
    ['skip=-1', 'The number of lines to skip has to be a whole number'],
    ['delimiter=', 'The delimiter has to be one ASCII character'],
  ])('%s is refused', async (setting, words) => {
    const { code, out, err } = await cli('import', files.write('ab.csv', 'a,b\n1,2\n'), '--as', 't', '--set', setting);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(words);
  });
});

test('a file that cannot be imported is one sentence and exit code 1', async () => {
  fs.mkdirSync(files.at('folder'));
  for (const [path, words] of [
    [files.at('missing.csv'), 'There is no file'],
    [files.at('folder'), 'is a folder, not a file.'],
    [files.write('empty.csv', ''), 'is empty: there is nothing to import.'],
    [files.write('a.pdf', '%PDF-1.7'), 'is a PDF, which cannot be imported.'],
  ] as const) {
    const { code, out, err } = await cli('import', path, '--as', 't');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(words);
  }
});
