/** How the records of a CSV file are written. All marks are single ASCII characters. */
export interface CsvDialect {
  readonly delimiter: string;
  /** The mark around fields that hold delimiters or line ends; `''` when fields are never quoted. */
  readonly quote: '"' | "'" | '';
  /** How a quote is written inside a quoted field: doubled, or behind a backslash. */
  readonly escape: 'doubled' | 'backslash';
  /** The line ends of the sample. LF and CRLF are told apart nowhere but in `loadCsv`; with `cr` and `any` a lone CR ends a record too. */
  readonly newline: NewlineStyle;
  /** Whether the first record names the columns. */
  readonly header: boolean;
  /** Physical lines before the header that are no records: titles, export remarks. */
  readonly skipLines: number;
  /** Lines that start with this are remarks; `''` when there are none. */
  readonly comment: string;
}

export type NewlineStyle = 'lf' | 'crlf' | 'cr' | 'any';

/** What RFC 4180 describes, with Unix line ends. */
export const standardDialect: CsvDialect = {
  delimiter: ',',
  quote: '"',
  escape: 'doubled',
  newline: 'lf',
  header: true,
  skipLines: 0,
  comment: '',
};
