/** One cell of a sheet, as the workbook library gives it. */
export interface SheetCell {
  readonly kind: 'number' | 'text' | 'boolean' | 'date' | 'error';
  /** The value; dates as days since 1970-01-01 with the time of day as fraction. */
  readonly value: number | string | boolean;
  /** The cell as the workbook shows it. */
  readonly shown: string;
}

/** A sheet as rows of cells; empty cells are `undefined`, trailing ones left out. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (SheetCell | undefined)[])[];
  /** Row number in the workbook of the first row, from 1. */
  readonly firstRow: number;
}

/** What a workbook library must be able to do. */
export interface WorkbookReader {
  /** The names of the sheets, in order. */
  sheetNames(): readonly string[];
  sheet(name: string): Sheet;
}
