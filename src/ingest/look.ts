import type { CsvChoices } from './csv/head.ts';
import type { CsvPreview } from './csv/preview.ts';
import type { ImportNote } from './contract.ts';
import type { JsonOptions } from './json/options.ts';
import type { JsonSniff } from './json/sniff.ts';
import type { ExcelOptions } from './excel/options.ts';

/** What the user has chosen so far about a file that is being looked at. */
export interface LookChoices {
  readonly csv?: CsvChoices;
  readonly json?: JsonOptions;
  readonly excel?: ExcelOptions;
}

/** A few rows of a file that carries its own types. */
export interface TypedLook {
  readonly columns: readonly { readonly name: string; readonly sqlType: string }[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly rowCount: number;
  readonly notes: readonly ImportNote[];
}

/** A file by its beginning, before anything is imported. */
export type FileLook =
  | { readonly kind: 'csv'; readonly preview: CsvPreview }
  | { readonly kind: 'json'; readonly sniff: JsonSniff }
  | { readonly kind: 'parquet'; readonly table: TypedLook }
  | {
      readonly kind: 'excel';
      readonly table: TypedLook;
      readonly sheets: readonly string[];
      readonly options: Required<ExcelOptions>;
    };

/** Rows shown before an import. */
export const rowsToLookAt = 100;
