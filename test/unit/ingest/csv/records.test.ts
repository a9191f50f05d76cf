import { describe, expect, test } from 'vitest';
import { createCancelSource } from '../../../../src/core/cancel.ts';
import { standardDialect } from '../../../../src/ingest/csv/dialect.ts';
import { extractCsv } from '../../../../src/ingest/csv/records.ts';
import { memorySource } from '../../../support/byte-source.ts';
import { randomFile } from '../../../support/random-csv.ts';
import { extractRows } from './extract-rows.ts';

const fields = (rows: readonly (readonly (string | null)[])[]) => rows.map((row) => row.slice(2));

describe('the careful reader', () => {
  test('numbers records and lines', async () => {
    const { rows } = await extractRows('a,b\n1,"x\ny"\n\n2,z\n', 2);
    expect(rows).toEqual([
      ['1', '2', '1', 'x\ny'],
      ['2', '5', '2', 'z'],
    ]);
  });

  test('tells an empty field from an empty quoted one', async () => {
    expect(fields((await extractRows('a,b\n,""\n', 2)).rows)).toEqual([[null, '']]);
  });

  test('leaves blanks around fields alone, but not around quotes', async () => {
    const { rows, notes } = await extractRows('a,b\n x , "y" \n', 2);
    expect(fields(rows)).toEqual([[' x ', 'y']]);
    expect(notes).toMatchObject([{ code: 'padded-quote', count: 1 }]);
  });

  test('a quote inside a field that is not quoted is data', async () => {
    expect(fields((await extractRows('a,b\n5" pipe,x"y"\n', 2)).rows)).toEqual([['5" pipe', 'x"y"']]);
  });

  test('a backslash escapes marks and is data before anything else', async () => {
    const text = 'a|b\n"x\\"y"|"C:\\dir"\na\\|b|c\\\\d\n';
    const { rows } = await extractRows(text, 2, { delimiter: '|', escape: 'backslash' });
    expect(fields(rows)).toEqual([
      ['x"y', 'C:\\dir'],
      ['a|b', 'c\\d'],
    ]);
  });

  test('texts that mean NULL count where they are not quoted', async () => {
    const { rows } = await extractRows('a,b\nNA,"NA"\n', 2, {}, 64, { nullTexts: ['NA', '\\N'] });
    expect(fields(rows)).toEqual([[null, 'NA']]);
  });

  test('a lone CR is data unless the dialect says that it ends records', async () => {
    expect(fields((await extractRows('a,b\n1,x\ry\n', 2)).rows)).toEqual([['1', 'x\ry']]);
    expect(fields((await extractRows('a,b\r1,x\r2,y\r', 2, { newline: 'cr' })).rows)).toEqual([
      ['1', 'x'],
      ['2', 'y'],
    ]);
  });

  test('skips titles and remarks; only remarks behind the header count', async () => {
    const { rows, counts } = await extractRows('a "title\n# x\na,b\n# "\n1,2\n', 2, { skipLines: 1, comment: '#' });
    expect(fields(rows)).toEqual([['1', '2']]);
    expect(counts).toEqual({ read: 2, loaded: 1, rejected: 0, skipped: 1 });
  });

  test('rejects show at most 1,000 characters', async () => {
    const { rejects } = await extractRows(`a,b\n${'ü'.repeat(5000)}\n`, 2);
    expect(rejects[0]?.value).toBe('ü'.repeat(1000));
  });

  test('many rows make several batches, and column names never clash with the line column', async () => {
    const source = memorySource('t.csv', `line\n${'x\n'.repeat(70_000)}`);
    const options = { dialect: standardDialect, encoding: 'utf-8', names: ['line'], nullTexts: [] } as const;
    const seen = [];
    for await (const event of extractCsv(source, options, createCancelSource().signal)) {
      if (event.kind === 'columns') seen.push(event.columns.map(({ name }) => name));
      if (event.kind === 'batch') seen.push(event.batch.rowCount);
    }
    expect(seen).toEqual([['line_2', 'line'], 65_536, 4464]);
  });

  test('stops when nobody wants the result any more', async () => {
    const cancel = createCancelSource();
    const options = { dialect: standardDialect, encoding: 'utf-8', names: ['a'], nullTexts: [] } as const;
    const run = async () => {
      for await (const event of extractCsv(memorySource('t.csv', 'a\n1\n2\n', 2), options, cancel.signal)) {
        if (event.kind === 'columns') cancel.cancel();
      }
    };
    await expect(run()).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('whatever the pieces that a file is read in', () => {
  const tricky = [
    '\ufeffa,b,c\r\n',
    '1,"x ""y"" z",ü😀\r\n',
    ' , "p" ,\r\n',
    '2,"two\r\nlines",\r\n',
    'short,row\r\n',
    '3,"open,x\r\n',
    '4,"good","ones"\r\n',
    '\r\n',
    '5,"stray"x,y\r\n',
    '6,last,"one"',
  ].join('');

  test('a tricky document reads the same at every piece size', async () => {
    const whole = await extractRows(tricky, 3);
    expect(whole.counts).toEqual({ read: 9, loaded: 5, rejected: 3, skipped: 1 });
    for (let size = 1; size < 60; size++) {
      expect(await extractRows(tricky, 3, {}, size), `pieces of ${size} bytes`).toEqual(whole);
    }
  });

  test('random tables come back exactly', async () => {
    for (let seed = 1000; seed < 1200; seed++) {
      const { dialect, table, text } = randomFile(seed);
      const { rows, rejects } = await extractRows(text, table[0]?.length ?? 0, dialect, 1 + (seed % 23));
      expect(fields(rows), `seed ${seed}: ${JSON.stringify(text)}`).toEqual(table);
      expect(rejects).toEqual([]);
    }
  });

  test('a long field in small pieces costs no more than a few readings', async () => {
    const text = `a,b\n1,"${'line\n'.repeat(400_000)}"\n2,x\n`;
    const { rows } = await extractRows(text, 2, {}, 4096);
    expect(rows.map((row) => row[3]?.length)).toEqual([2_000_000, 1]);
    expect(rows[1]?.[1]).toBe('400003');
  });
});

describe('recovery', () => {
  test.each([
    ['an unclosed quote costs its line', 'a,b\n1,"x\n2,y\n', ['2'], ['a quote is opened and never closed']],
    [
      'every stray quote costs its own line',
      'a,b\n1,"x\n2,"y\n3,"z\n4,w\n',
      ['4'],
      [
        'text follows the closing quote of a field',
        'text follows the closing quote of a field',
        'a quote is opened and never closed',
      ],
    ],
    [
      'what is left of a faulty record goes with it',
      'a,b\n1,"x\nmiddle\ny"z,w\n2,y\n',
      ['2'],
      [
        'text follows the closing quote of a field',
        'it looks like the rest of the faulty record before it',
        'it looks like the rest of the faulty record before it',
      ],
    ],
    ['a faulty header is a reject too', '"a"x,b\n1,y\n', ['1'], ['text follows the closing quote of a field']],
  ])('%s', async (_, text, loaded, reasons) => {
    const { rows, rejects, counts } = await extractRows(text, 2);
    expect(rows.map((row) => row[2])).toEqual(loaded);
    expect(rejects.map(({ reason }) => reason)).toEqual(reasons);
    expect(counts.read).toBe(counts.loaded + counts.rejected + counts.skipped);
  });
});
