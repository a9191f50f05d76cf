import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { importCsv, reconciles } from './csv-harness.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { gzipSync } from 'node:zlib';

let engine: Engine;
let session: Session;

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
});
afterAll(() => engine.close());

const load = (bytes: Uint8Array | string, request?: Parameters<typeof importCsv>[3]) =>
  importCsv(engine, session, bytes, request);
const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};
const types = ({ report }: Awaited<ReturnType<typeof load>>) =>
  Object.fromEntries(report.columns.map(({ name, sqlType }) => [name, sqlType]));

describe('files with nothing or little in them', () => {
  test('an empty file is one clear sentence', async () => {
    await expect(load('')).rejects.toMatchObject({
      code: 'file-format',
      message: '"file.csv" is empty: there is nothing to import.',
    });
  });

  test('blank lines alone are one clear sentence', async () => {
    await expect(load('\n\r\n  \n')).rejects.toMatchObject({
      message: '"file.csv" holds no record: there is nothing to import.',
    });
  });

  test('a header alone gives an empty table', async () => {
    const imported = await load('id,name\n');
    expect(imported.table).toEqual([]);
    expect(types(imported)).toEqual({ id: 'VARCHAR', name: 'VARCHAR' });
    expect(imported.report.counts).toEqual({ read: 0, loaded: 0, rejected: 0, skipped: 0 });
  });

  test('blank lines are counted as skipped', async () => {
    const { table, report } = await load('a,b\n1,2\n\n3,4\n\n');
    expect(table).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(report.counts).toEqual({ read: 4, loaded: 2, rejected: 0, skipped: 2 });
  });

  test('in a file of one column an empty line is a record', async () => {
    const { table, report } = await load('n\n1\n\n3\n');
    expect(table).toEqual([['1'], [null], ['3']]);
    expect(report.counts).toEqual({ read: 3, loaded: 3, rejected: 0, skipped: 0 });
  });
});

describe('encodings', () => {
  const text = 'id,city\n1,Zürich\n2,München\n';
  const rows = [
    ['1', 'Zürich'],
    ['2', 'München'],
  ];

  test.each([
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 LE with its mark', utf16(`\ufeff${text}`, false), 'utf-16le'],
    ['UTF-16 BE with its mark', utf16(`\ufeff${text}`, true), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(text, false), 'utf-16le'],
    ['Latin-1', new Uint8Array(Buffer.from(text, 'latin1')), 'windows-1252'],
  ])('%s', async (_, bytes, encoding) => {
    const imported = await load(bytes);
    expect(imported.table).toEqual(rows);
    expect(types(imported)).toEqual({ id: 'BIGINT', city: 'VARCHAR' });
    expect(imported.report.encoding.encoding).toBe(encoding);
    expect(reconciles(imported.report)).toBe(true);
  });

  test('the euro sign of Windows-1252', async () => {
    const bytes = new Uint8Array([...Buffer.from('id,price\n1,5 '), 0x80, 10]);
    expect((await load(bytes)).table).toEqual([['1', '5 €']]);
  });

  test('Latin-1 that starts only after a megabyte of ASCII', async () => {
    const ascii = `id,name\n${'1,plain\n'.repeat(150_000)}`;
    const bytes = new Uint8Array(Buffer.from(`${ascii}2,Jos\u00e9\n`, 'latin1'));
    const { table, report } = await load(bytes);
    expect(table.at(-1)).toEqual(['2', 'José']);
    expect(report.counts).toEqual({ read: 150_001, loaded: 150_001, rejected: 0, skipped: 0 });
    expect(report.notes.map(({ code }) => code)).toContain('encoding');
  });

  test('a damaged byte in a UTF-8 file costs its record and nothing else', async () => {
    const bytes = new Uint8Array(Buffer.from('id,city\n1,Zürich\n2,Köln\n3,Bxd\n4,Linz\n'));
    bytes[bytes.indexOf(0x78)] = 0xe9;
    const { table, rejects, report } = await load(bytes);
    expect(table.map(([id]) => id)).toEqual(['1', '2', '4']);
    expect(rejects).toEqual([
      {
        record: 3n,
        line: 4n,
        column: null,
        value: '3,B\ufffdd',
        reason: 'it holds the byte 0xE9, which is not valid UTF-8',
      },
    ]);
    expect(report.counts).toEqual({ read: 4, loaded: 3, rejected: 1, skipped: 0 });
  });
});

describe('lines and quotes', () => {
  test('mixed line ends, lone CR among them', async () => {
    const { table, report } = await load('a,b\n1,2\r\n3,4\r5,6\n');
    expect(table).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
    expect(report.dialect.newline).toBe('any');
  });

  test('lone CR everywhere', async () => {
    expect((await load('a,b\r1,2\r3,4\r')).table).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('LF and CR LF in one file, the second kind late', async () => {
    const { table, report } = await load(`a,b\n${'1,2\n'.repeat(300_000)}3,4\r\n`);
    expect(table.length).toBe(300_001);
    expect(table.at(-1)).toEqual(['3', '4']);
    expect(reconciles(report)).toBe(true);
  });

  test('ragged records are rejected with their number, line and text', async () => {
    const { table, rejects, report } = await load('id,a,b\n1,x,y\n2,x\n3,x,y\n4,x,y,z\n5,x,y\n');
    expect(table.map(([id]) => id)).toEqual(['1', '3', '5']);
    expect(rejects).toEqual([
      { record: 2n, line: 3n, column: null, value: '2,x', reason: 'it has 2 fields where the file has 3' },
      { record: 4n, line: 5n, column: null, value: '4,x,y,z', reason: 'it has 4 fields where the file has 3' },
    ]);
    expect(report.counts).toEqual({ read: 5, loaded: 3, rejected: 2, skipped: 0 });
  });

  test('an unclosed quote costs one line', async () => {
    const { table, rejects, report } = await load('id,name\n1,Anna\n2,"Ben\n3,Carla\n4,Dora\n');
    expect(table.map(([id]) => id)).toEqual(['1', '3', '4']);
    expect(rejects).toMatchObject([
      { record: 2n, line: 3n, value: '2,"Ben', reason: 'a quote is opened and never closed' },
    ]);
    expect(reconciles(report)).toBe(true);
  });

  test('a stray quote that finds another one far below costs its own line', async () => {
    const { table, rejects } = await load('id,name\n1,"Anna\n2,Ben\n3,"Carla"\n4,Dora\n');
    expect(table.map(([id]) => id)).toEqual(['2', '3', '4']);
    expect(rejects).toMatchObject([{ record: 1n, line: 2n, reason: 'text follows the closing quote of a field' }]);
  });

  test('the rest of a faulty record is not taken for a record of its own', async () => {
    const { table, rejects } = await load('id,name\n1,"a\nb"x,y\n2,Ben\n');
    expect(table).toEqual([['2', 'Ben']]);
    expect(rejects.map(({ reason }) => reason)).toEqual([
      'text follows the closing quote of a field',
      'it looks like the rest of the faulty record before it',
    ]);
  });

  test('newlines and doubled quotes in quoted fields', async () => {
    const { table, report } = await load('id,note\n1,"two\nlines"\n2,"say ""hi"""\n3,"a,b"\n');
    expect(table).toEqual([
      ['1', 'two\nlines'],
      ['2', 'say "hi"'],
      ['3', 'a,b'],
    ]);
    expect(report.notes).toEqual([]);
  });

  test('backslash escapes', async () => {
    const { table, report } = await load('id,note\n1,"say \\"hi\\", he said"\n2,"C:\\\\temp"\n3,"x"\n');
    expect(report.dialect.escape).toBe('backslash');
    expect(table.map(([, note]) => note)).toEqual(['say "hi", he said', 'C:\\temp', 'x']);
  });

  test('empty and quoted empty fields differ in text, not in numbers', async () => {
    const { table } = await load('n,t\n1,""\n"",\n , \n');
    expect(table).toEqual([
      ['1', ''],
      [null, null],
      [null, ' '],
    ]);
  });

  test('a trailing delimiter on every line is a column without a name', async () => {
    const { table, report } = await load('a,b,\n1,2,\n3,4,\n');
    expect(report.columns.map(({ name }) => name)).toEqual(['a', 'b', 'column_3']);
    expect(table[0]).toEqual(['1', '2', null]);
  });

  test('NUL bytes are kept', async () => {
    const { table, report } = await load('id,t\n1,x\0y\n2,z\n');
    expect(table).toEqual([
      ['1', 'x\0y'],
      ['2', 'z'],
    ]);
    expect(report.notes.map(({ code }) => code)).toContain('nul-character');
  });

  test('remarks and titles', async () => {
    const { table, report } = await load('Report of 2024\n\nid;name\n1;Anna\n# a remark\n2;Ben\n');
    expect(table.map(([id]) => id)).toEqual(['1', '2']);
    expect(report.dialect).toMatchObject({ skipLines: 2, comment: '#', delimiter: ';' });
    expect(report.counts).toEqual({ read: 3, loaded: 2, rejected: 0, skipped: 1 });
  });

  test('a field of 10 MB', async () => {
    const { table, report } = await load(`id,t\n1,"${'long text, '.repeat(1_000_000)}"\n2,x\n`);
    expect(table.map(([, text]) => text?.length)).toEqual([11_000_000, 1]);
    expect(reconciles(report)).toBe(true);
  });
});

describe('names and widths', () => {
  test('empty, double, reserved and quoted names', async () => {
    const { report, table } = await load('id,ID,,select,"a""b","x y","it\'s; DROP TABLE t"\n1,2,3,4,5,6,7\n');
    expect(report.columns.map(({ name }) => name)).toEqual([
      'id',
      'ID_2',
      'column_3',
      'select',
      'a"b',
      'x y',
      "it's; DROP TABLE t",
    ]);
    expect(table).toEqual([['1', '2', '3', '4', '5', '6', '7']]);
  });

  test('5,000 columns', async () => {
    const header = Array.from({ length: 5000 }, (_, index) => `c${index}`).join(',');
    const line = (row: number) => Array.from({ length: 5000 }, (_, index) => String(index * row)).join(',');
    const { table, report } = await load([header, line(1), line(2), line(3), ''].join('\n'));
    expect(table.length).toBe(3);
    expect(table[2]?.[4999]).toBe('14997');
    expect(report.columns.every(({ sqlType }) => sqlType === 'BIGINT')).toBe(true);
  });

  test('columns may be left out and renamed', async () => {
    const columns = ['a', 'b', 'c'].map((name, index) => ({
      name: `${name}!`,
      type: 'auto' as const,
      include: index !== 1,
    }));
    const { report, table } = await load('a,b,c\n1,2,3\n', { options: { columns } });
    expect(report.columns.map(({ name }) => name)).toEqual(['a!', 'c!']);
    expect(table).toEqual([['1', '3']]);
  });
});

describe('compressed files', () => {
  test('gzip is read by the engine itself', async () => {
    const text = `id,name\n${'1,Anna\n2,Ben\n'.repeat(1000)}`;
    const { memorySource } = await import('../../support/byte-source.ts');
    const source = memorySource('data.csv.gz', text);
    const { report, table } = await load(gzipSync(text), {
      name: 'data.csv.gz',
      context: {
        source,
        extract: () => {
          throw new Error('The reader was not expected.');
        },
        scan: async (options, signal) =>
          (await import('../../../src/ingest/csv/scan.ts')).scanCsv(source, options, signal),
      },
    });
    expect(table.length).toBe(2000);
    expect(reconciles(report)).toBe(true);
  });
});
