import type { ErrorData } from '../../../src/core/error.ts';
import type { ExtractEvent } from '../../../src/ingest/contract.ts';
import type { CsvOptions } from '../../../src/ingest/csv/csv-options.ts';
import type { ScanOptions, ScanResult } from '../../../src/ingest/csv/scan.ts';
import type { ExcelOptions } from '../../../src/ingest/excel/options.ts';
import type { FileLook, LookChoices } from '../../../src/ingest/look.ts';
import type { JsonOptions } from '../../../src/ingest/json/options.ts';

/** What an extraction worker is started for. */
export type ExtractTask =
  | { readonly kind: 'csv'; readonly file: File; readonly options: CsvOptions }
  | { readonly kind: 'csv-scan'; readonly file: File; readonly options: ScanOptions }
  | { readonly kind: 'json'; readonly file: File; readonly options: JsonOptions }
  | { readonly kind: 'parquet'; readonly file: File }
  | { readonly kind: 'excel'; readonly file: File; readonly options: ExcelOptions }
  | { readonly kind: 'look'; readonly file: File; readonly choices: LookChoices };

/** From the window: the task first, then one `more` for every event it has dealt with. */
export type ToExtractor = { readonly kind: 'task'; readonly task: ExtractTask } | { readonly kind: 'more' };

export type FromExtractor =
  | { readonly kind: 'event'; readonly event: ExtractEvent }
  | { readonly kind: 'scan'; readonly result: ScanResult }
  | { readonly kind: 'look'; readonly look: FileLook }
  | { readonly kind: 'error'; readonly error: ErrorData };
