import { createGzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { read, utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import type { Batch, Column } from '../../../src/engine/batch.ts';
import { checkExcelSize, columnLetters, writeExcel } from '../../../src/export/excel/excel.ts';
import type { Gzip } from '../../../src/export/excel/zip.ts';
import { batch, booleans, doubles, integers, lists, texts } from '../results/columns.ts';

const gzip: Gzip = (source) => Readable.from(source).pipe(createGzip());

async function workbook(table: Batch, names: readonly string[] = [], batches: readonly Batch[] = [table]) {
  const columns = table.columns.map((column, index) => ({
    name: names[index] ?? `c${index}`,
    type: column.type,
    sqlType: '',
  }));
  const writer = writeExcel(columns, Readable.from(batches), gzip, "My 'result' / 1");
  const pieces: Uint8Array[] = [];
  let step = await writer.next();
  for (; step.done !== true; step = await writer.next()) pieces.push(step.value);
  const book = read(Buffer.concat(pieces), { cellDates: false, cellNF: true });
  const [sheetName = ''] = book.SheetNames;
  const sheet = book.Sheets[sheetName];
  if (sheet === undefined) throw new Error('The workbook has no sheet.');
  return { sheetName, sheet, notes: step.value };
}

const dates = (days: readonly number[]): Column => ({
  type: { kind: 'date' },
  length: days.length,
  values: Int32Array.from(days),
});
const timestamps = (values: readonly bigint[]): Column => ({
  type: { kind: 'timestamp', unit: 'us', zoned: false },
  length: values.length,
  values: BigInt64Array.from(values),
});

describe('an Excel workbook, read back by another library', () => {
  test('holds values of every kind', async () => {
    const table = batch(
      integers([1, -2, null]),
      doubles([0.1, 1e300, Number.NaN]),
      texts(['a & <b> "c"', '', null]),
      booleans([true, false, null]),
      lists([[1, 2], [], null]),
    );
    const { sheet, sheetName, notes } = await workbook(table, ['n', 'x', 't & u', 'b', 'l']);
    expect(sheetName).toBe('My  result    1');
    expect(utils.sheet_to_json(sheet, { header: 1, defval: null })).toEqual([
      ['n', 'x', 't & u', 'b', 'l'],
      [1, 0.1, 'a & <b> "c"', true, '[1,2]'],
      [-2, 1e300, '', false, '[]'],
      [null, 'NaN', null, null, null],
    ]);
    expect(notes).toEqual([]);
  });

  test('keeps white space, control characters and what looks like an escape', async () => {
    const awkward = [' x ', 'a\nb', 'bell\u0007', 'nul\0', '_x0041_', 'é😀', '=1+1'];
    const { sheet } = await workbook(batch(texts(awkward)));
    const back = utils.sheet_to_json<[string]>(sheet, { header: 1, range: 1 }).map(([text]) => text);
    expect(back).toEqual(awkward);
    expect(sheet.A8).not.toHaveProperty('f');
  });

  test('has dates as dates, and as text where Excel has none', async () => {
    const days = [0, 19_783, -25_508, -25_509, -719_162, 2_147_483_647];
    const { sheet, notes } = await workbook(batch(dates(days)));
    const cells = days.map((_, index) => sheet[`A${index + 2}`] as { t: string; v: unknown; w?: string });
    expect(cells.map((cell) => cell.v)).toEqual([25_569, 45_352, 61, '1900-02-28', '0001-01-01', 'infinity']);
    expect(cells[1]?.w).toBe('2024-03-01');
    expect(notes).toEqual([{ message: 'dates before March 1900, or infinite, were written as text', count: 3 }]);
  });

  test('has timestamps to the millisecond, and says when there was more', async () => {
    const { sheet, notes } = await workbook(batch(timestamps([1_709_296_496_789_000n, 1_709_296_496_789_123n])));
    const serial = 1_709_296_496_789 / 86_400_000 + 25_569;
    expect((sheet.A2 as { v: number }).v).toBeCloseTo(serial, 9);
    expect(notes).toEqual([{ message: 'times lost digits beyond milliseconds', count: 1 }]);
  });

  test('never loses a digit', async () => {
    const big = {
      ...integers([0, 0, 0]),
      values: BigInt64Array.of(999_999_999_999_999n, 9_007_199_254_740_993n, 10n ** 18n),
    };
    const { sheet, notes } = await workbook(batch(big, doubles([0.30000000000000004, 1e21, -0])));
    expect(utils.sheet_to_json(sheet, { header: 1, range: 1 })).toEqual([
      [999_999_999_999_999, 0.30000000000000004],
      ['9007199254740993', 1e21],
      [10 ** 18, -0],
    ]);
    expect(notes).toEqual([{ message: 'numbers with more digits than Excel keeps were written as text', count: 1 }]);
  });

  test('cuts texts at the limit of a cell and says so', async () => {
    const { sheet, notes } = await workbook(batch(texts(['x'.repeat(40_000)])));
    expect((sheet.A2 as { v: string }).v.length).toBe(32_767);
    expect(notes).toEqual([{ message: 'texts longer than 32,767 characters were cut', count: 1 }]);
  });

  test('streams many batches, and an empty result has its header', async () => {
    const part = batch(
      integers(Array.from({ length: 2048 }, (_, row) => row)),
      texts(Array.from({ length: 2048 }, (_, row) => `t${row}`)),
    );
    const { sheet } = await workbook(
      part,
      ['a', 'b'],
      Array.from({ length: 20 }, () => part),
    );
    expect(sheet['!ref']).toBe('A1:B40961');
    expect(utils.sheet_to_json((await workbook(part, ['a', 'b'], [])).sheet, { header: 1 })).toEqual([['a', 'b']]);
  });
});

describe('the limits of a sheet', () => {
  test.each([
    [16_385, 1],
    [1, 1_048_576],
  ])('%i columns and %i rows are refused with a way out', (columns, rows) => {
    expect(() => checkExcelSize(columns, rows)).toThrow(
      expect.objectContaining({ code: 'input-invalid', remedy: expect.stringContaining('CSV') as string }) as Error,
    );
  });

  test('the largest sheet is not', () => {
    expect(() => checkExcelSize(16_384, 1_048_575)).not.toThrow();
  });

  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('column %i is %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
  });
});
