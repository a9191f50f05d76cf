import type { CsvDialect } from './dialect.ts';
import type { Encoding } from './encoding.ts';

/** How to read a CSV file exactly. */
export interface CsvOptions {
  readonly dialect: CsvDialect;
  readonly encoding: Encoding;
  /** The names of the columns, made unique; every record must have as many fields. */
  readonly names: readonly string[];
  /** Texts that mean NULL where they are not quoted, besides the empty one. */
  readonly nullTexts: readonly string[];
}
