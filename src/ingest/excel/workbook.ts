import { type CellObject, read, SSF, type WorkBook } from '@e965/xlsx';
import { StillhouseError } from '../../core/error.ts';
import { dateText, timestampText } from '../../engine/temporal.ts';
import type { Sheet, SheetCell, WorkbookReader } from './sheet.ts';

/** Days from 1899-12-30, where Excel's count begins, to 1970-01-01. */
const epochSerial = 25_569;
/** Days by which workbooks that count from 1904 are behind. */
const shift1904 = 1462;

/** Untyped in the package's declarations. */
const isDateFormat = (SSF as { readonly is_date: (format: string) => boolean }).is_date;

/** Opens an XLSX, XLS, XLSB or ODS workbook. */
export function openWorkbook(bytes: Uint8Array<ArrayBuffer>, fileName: string): WorkbookReader {
  const workbook = parse(bytes, fileName);
  return {
    sheetNames: () => workbook.SheetNames,
    sheet: (name) => readSheet(workbook, name),
  };
}

function parse(bytes: Uint8Array<ArrayBuffer>, fileName: string): WorkBook {
  try {
    return read(bytes, { type: 'array', dense: true, cellNF: true, cellHTML: false, cellFormula: false });
  } catch (error) {
    const technical = error instanceof Error ? error.message : String(error);
    const protectedByPassword = /password|encrypt/i.test(technical);
    throw new StillhouseError(
      'file-format',
      `“${fileName}” cannot be read as an Excel workbook${protectedByPassword ? ': it is protected by a password' : ''}.`,
      {
        remedy: 'Open it in a spreadsheet program and save it again without a password, or as CSV.',
        technical,
        cause: error,
      },
    );
  }
}

function readSheet(workbook: WorkBook, name: string): Sheet {
  const sheet = workbook.Sheets[name];
  if (sheet === undefined) {
    throw new StillhouseError('file-format', `The workbook has no sheet “${name}”.`, {
      remedy: `It has: ${workbook.SheetNames.join(', ')}.`,
    });
  }
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][]; // the dense form that was asked for; rows may be holes
  const shift = workbook.Workbook?.WBProps?.date1904 === true ? shift1904 : 0;
  const rows = Array.from({ length: data.length }, (_, index) =>
    Array.from(data[index] ?? [], (cell) => (cell == null ? undefined : readCell(cell, shift))),
  );
  return { name, rows, firstRow: 1 };
}

function readCell(cell: CellObject, shift: number): SheetCell | undefined {
  const { t: type, v: value, w: shown = '' } = cell;
  if (type === 'e') return { kind: 'error', value: shown, shown: shown === '' ? '#ERROR!' : shown };
  if (typeof value === 'boolean') return { kind: 'boolean', value, shown: String(value) };
  if (typeof value === 'number') return numberCell(value, shown, cell.z, shift);
  return typeof value === 'string' ? { kind: 'text', value, shown: value } : undefined;
}

/** Numbers keep every digit, whatever the sheet shows, but for the leading zeros that a format such as 00000 adds. */
function numberCell(value: number, shown: string, format: CellObject['z'], shift: number): SheetCell {
  if (format === undefined || !isDateFormat(String(format))) {
    return { kind: 'number', value, shown: /^0\d+$/.test(shown) ? shown : String(value) };
  }
  const days = value - epochSerial + shift;
  const text = Number.isInteger(days)
    ? dateText(days)
    : timestampText(BigInt(Math.round(days * 86_400_000)) * 1000n, 'us', false);
  return { kind: 'date', value: days, shown: text };
}
