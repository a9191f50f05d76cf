import { type CancelSignal, throwIfCancelled } from '../../core/cancel.ts';
import { StillhouseError } from '../../core/error.ts';
import type { ByteSource, ExtractEvent, ImportNote } from '../contract.ts';
import { columnNames } from '../csv/column-names.ts';
import { sheetColumnType } from './column-type.ts';
import type { ExcelOptions } from './options.ts';
import type { Sheet, SheetCell, WorkbookReader } from './sheet.ts';
import { sheetBatch, type SheetRecord } from './sheet-batch.ts';

const batchRows = 32_768;

/** A sheet taken apart: names, types and records. */
export interface SheetTable {
  readonly names: readonly string[];
  readonly records: readonly SheetRecord[];
  readonly skipped: number;
  readonly notes: readonly ImportNote[];
}

/** Finds the table in a sheet: empty rows are skipped, the header is the first row that is not empty. */
export function sheetTable(sheet: Sheet, header: boolean): SheetTable {
  const filled = sheet.rows.map((cells, index) => ({ cells, index })).filter(({ cells }) => cells.some(isFilled));
  const [first] = filled;
  if (first === undefined) {
    throw new StillhouseError('file-format', `The sheet “${sheet.name}” is empty: there is nothing to import.`);
  }
  const width = Math.max(...filled.map(({ cells }) => cells.length));
  const given = header ? Array.from({ length: width }, (_, index) => first.cells[index]?.shown ?? null) : [];
  const { names, notes } = columnNames(given, width, true);
  const rows = header ? filled.slice(1) : filled;
  const records = rows.map(({ cells }, index) => ({ record: index + 1, cells }));
  return { names, records, skipped: sheet.rows.length - filled.length, notes: notes.filter(({ count }) => count > 0) };
}

/** Reads one sheet of a workbook. The workbook is held in memory whole: its format leaves no other way. */
export async function* extractSheet(
  source: ByteSource,
  open: (bytes: Uint8Array<ArrayBuffer>) => Promise<WorkbookReader>,
  options: ExcelOptions,
  signal: CancelSignal,
): AsyncGenerator<ExtractEvent, void> {
  const workbook = await open(await readAll(source, signal));
  const name = options.sheet ?? workbook.sheetNames()[0] ?? '';
  const sheet = workbook.sheet(name);
  const { names, records, skipped, notes } = sheetTable(sheet, options.header);
  const columns = names.map((column, index) => {
    const cells = records.map(({ cells }) => cells[index]);
    return { name: column, ...sheetColumnType(column, cells) };
  });
  yield { kind: 'columns', columns: columns.map(({ name: column, type }) => ({ name: column, type })) };
  const types = columns.map(({ type }) => type);
  for (let start = 0; start < records.length; start += batchRows) {
    throwIfCancelled(signal);
    yield { kind: 'batch', batch: sheetBatch(records.slice(start, start + batchRows), types) };
  }
  yield { kind: 'progress', bytes: source.size };
  const mixed = columns.filter((column) => column.mixed).length;
  const errors = records.flatMap(({ record, cells }) => errorCells(record, cells, names));
  const own: ImportNote[] = [
    {
      code: 'mixed-column',
      message: 'Columns with several kinds of values were loaded as text, as shown in the sheet.',
      count: mixed,
    },
    {
      code: 'error-cell',
      message: `Cells with an error were loaded as NULL: ${errors.slice(0, 5).join('; ')}.`,
      count: errors.length,
    },
  ];
  const counts = { read: records.length + skipped, loaded: records.length, rejected: 0, skipped };
  yield { kind: 'done', counts, notes: [...notes, ...own.filter(({ count }) => count > 0)] };
}

function errorCells(record: number, cells: SheetRecord['cells'], names: readonly string[]): string[] {
  return cells.flatMap((cell, index) =>
    cell?.kind === 'error' ? [`${cell.shown} in record ${record}, column ${names[index] ?? ''}`] : [],
  );
}

function isFilled(cell: SheetCell | undefined): boolean {
  return cell !== undefined && cell.shown.trim() !== '';
}

async function readAll(source: ByteSource, signal: CancelSignal): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.stream()) {
    throwIfCancelled(signal);
    pieces.push(piece);
  }
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
