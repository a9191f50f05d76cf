/** The files a result can be saved as. */
export const exportFormats = ['csv', 'tsv', 'excel', 'parquet', 'ndjson', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How delimited text is written. */
export interface DelimitedOptions {
  /** One character. */
  readonly delimiter: string;
  /** One character; doubled inside a quoted value. */
  readonly quote: string;
  readonly header: boolean;
  /** What stands for NULL; a text that equals it is quoted, and so is an empty text where NULL is nothing. */
  readonly nullText: string;
  readonly lineEnd: '\n' | '\r\n';
  /** Begins the file with the UTF-8 mark by which Excel recognises the encoding. */
  readonly byteOrderMark: boolean;
  /**
   * Puts an apostrophe before texts that begin with `=`, `+`, `-`, `@`, a tab or a line end, which spreadsheets would run
   * as formulas. It changes those values, so it is off unless asked for.
   */
  readonly guardFormulas: boolean;
}

/** RFC 4180 with lines ended as most tools do today. */
export const csvDefaults: DelimitedOptions = {
  delimiter: ',',
  quote: '"',
  header: true,
  nullText: '',
  lineEnd: '\n',
  byteOrderMark: false,
  guardFormulas: false,
};

/** As the clipboard carries cells to spreadsheets. */
export const tsvDefaults: DelimitedOptions = { ...csvDefaults, delimiter: '\t' };

export type ParquetCompression = 'snappy' | 'zstd' | 'gzip' | 'none';

/** What to write and how; options of other formats are ignored. */
export interface ExportOptions {
  readonly delimited: DelimitedOptions;
  readonly compression: ParquetCompression;
  /** Quotes every value of delimited text but NULL, also where none of it needs it. */
  readonly quoteAll?: boolean;
  /** Columns by name whose keys a JSON object does without where they are NULL. */
  readonly omitted?: readonly string[];
}

/** What a format is called, its file ending, and what it keeps or loses, in one sentence. */
export interface FormatDescription {
  readonly title: string;
  readonly extension: string;
  readonly summary: string;
}

export const formatDescriptions: Readonly<Record<ExportFormat, FormatDescription>> = {
  csv: {
    title: 'CSV',
    extension: 'csv',
    summary: 'Text that every tool reads. Types are not kept; nested values become JSON.',
  },
  tsv: {
    title: 'TSV',
    extension: 'tsv',
    summary: 'Text with tabs between the values. Types are not kept; nested values become JSON.',
  },
  excel: {
    title: 'Excel workbook',
    extension: 'xlsx',
    summary: 'One sheet with dates as dates. Numbers with more than 15 digits become text, so that none is lost.',
  },
  parquet: {
    title: 'Parquet',
    extension: 'parquet',
    summary: 'Compact, with all types, nested ones included. For other databases and data tools.',
  },
  ndjson: {
    title: 'JSON lines',
    extension: 'ndjson',
    summary: 'One JSON object a line, with exact numbers and nested values.',
  },
  json: {
    title: 'JSON',
    extension: 'json',
    summary: 'One JSON array of objects, with exact numbers and nested values.',
  },
};

/** Something the reader of the file should know, and how often it happened. */
export interface ExportNote {
  readonly message: string;
  readonly count: number;
}
