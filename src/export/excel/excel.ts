import { StillhouseError } from '../../core/error.ts';
import type { Batch } from '../../engine/batch.ts';
import type { ColumnInfo } from '../../engine/types.ts';
import type { ExportNote } from '../export-format.ts';
import { type CellNotes, cellXml, createCellNotes, textXml } from './cell-xml.ts';
import { cellStyles, packageParts, sheetHead, sheetPart, sheetTail } from './package-parts.ts';
import { type Gzip, zip, type ZipEntry } from './zip.ts';

/** The limits of a sheet, the header row counted. */
export const excelRows = 1_048_576;
export const excelColumns = 16_384;

const pieceLength = 1 << 20;
const encoder = new TextEncoder();

/**
 * A workbook with one sheet, written row by row in constant memory. Gives notes on values that Excel cannot hold as they
 * are. Throws `input-invalid` when the result has more rows or columns than a sheet.
 */
export async function* writeExcel(
  columns: readonly ColumnInfo[],
  batches: AsyncIterable<Batch>,
  gzip: Gzip,
  sheetName: string,
): AsyncGenerator<Uint8Array<ArrayBuffer>, ExportNote[]> {
  checkExcelSize(columns.length, 0);
  const notes = createCellNotes();
  yield* zip(entries(columns, batches, sheetName, notes), gzip);
  return notes.list();
}

/** Throws `input-invalid` for a result that does not fit into a sheet. */
export function checkExcelSize(columns: number, rows: number): void {
  if (columns > excelColumns) throw tooLarge(`${columns} columns`, `${excelColumns} columns`);
  if (rows >= excelRows) throw tooLarge(`more than ${excelRows - 1} rows`, `${excelRows} rows, the header counted`);
}

function tooLarge(found: string, limit: string): StillhouseError {
  return new StillhouseError('input-invalid', `The result has ${found}; an Excel sheet holds ${limit}.`, {
    remedy: 'Export as CSV or Parquet, or filter the result first.',
  });
}

function* entries(
  columns: readonly ColumnInfo[],
  batches: AsyncIterable<Batch>,
  sheetName: string,
  notes: CellNotes,
): Generator<ZipEntry, void> {
  for (const [name, text] of packageParts(sheetName)) yield { name, content: once(text) };
  yield { name: sheetPart, content: sheet(columns, batches, notes) };
}

async function* once(text: string): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  yield await Promise.resolve(encoder.encode(text));
}

async function* sheet(
  columns: readonly ColumnInfo[],
  batches: AsyncIterable<Batch>,
  notes: CellNotes,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const letters = columns.map((_, index) => columnLetters(index));
  const header = columns.map(({ name }, index) => textXml(name, `${letters[index] ?? ''}1`, notes, cellStyles.header));
  let text = `${sheetHead(columns.map(columnWidth))}<row r="1">${header.join('')}</row>`;
  let rows = 1;
  for await (const batch of batches) {
    checkExcelSize(columns.length, rows + batch.rowCount - 1);
    for (let row = 0; row < batch.rowCount; row++) {
      rows++;
      const cells = batch.columns.map((column, index) => cellXml(column, row, `${letters[index] ?? ''}${rows}`, notes));
      text += `<row r="${rows}">${cells.join('')}</row>`;
      if (text.length < pieceLength) continue;
      yield encoder.encode(text);
      text = '';
    }
  }
  yield encoder.encode(text + sheetTail(`${letters.at(-1) ?? 'A'}${rows}`));
}

/** 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (index % 26));
}

function columnWidth({ name, type }: ColumnInfo): number {
  const content = { date: 12, timestamp: 24, time: 14, boolean: 8, integer: 12, float: 14, decimal: 14 };
  const width = type.kind in content ? content[type.kind as keyof typeof content] : 20; // narrowed by the line above
  return Math.min(40, Math.max(width, name.length + 4));
}
