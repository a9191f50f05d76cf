/** Which part of a workbook to import. */
export interface ExcelOptions {
  /** The sheet's name; the first sheet where absent. */
  readonly sheet?: string;
  /** Whether the first row that is not empty names the columns. */
  readonly header: boolean;
}
