import type { ChosenFile } from '../../engine/engine.ts';
import type { ByteSource, ExtractEvent, ImportCounts, ImportNote } from '../contract.ts';
import type { CancelSignal } from '../../core/cancel.ts';
import type { CsvOptions } from '../csv/csv-options.ts';
import type { CsvImportOptions } from '../csv/load-context.ts';
import type { ScanOptions, ScanResult } from '../csv/scan.ts';
import type { ExcelOptions } from '../excel/options.ts';
import type { JsonOptions } from '../json/options.ts';

/** A file that the user chose: its bytes, and what lets the engine read it in place. */
export interface ImportFile {
  readonly source: ByteSource;
  /** Absent for pasted text. */
  readonly chosen?: ChosenFile;
}

/** How to read a file. */
export type ImportFormat =
  | { readonly kind: 'csv'; readonly options: CsvImportOptions }
  | { readonly kind: 'json'; readonly options: JsonOptions }
  | { readonly kind: 'parquet' }
  | { readonly kind: 'excel'; readonly options: ExcelOptions };

/** Where the rows go. */
export interface ImportTarget {
  readonly schema: string;
  readonly name: string;
  readonly mode: 'create' | 'append' | 'replace';
}

/** Reads files in threads of their own, or in place where there are none. */
export interface Extractors {
  csv(file: ImportFile, options: CsvOptions, signal: CancelSignal): AsyncIterable<ExtractEvent>;
  scanCsv(file: ImportFile, options: ScanOptions, signal: CancelSignal): Promise<ScanResult>;
  json(file: ImportFile, options: JsonOptions, signal: CancelSignal): AsyncIterable<ExtractEvent>;
  parquet(file: ImportFile, signal: CancelSignal): AsyncIterable<ExtractEvent>;
  excel(file: ImportFile, options: ExcelOptions, signal: CancelSignal): AsyncIterable<ExtractEvent>;
}

/** How far an import is. */
export interface ImportProgress {
  /** What is being done, in words. */
  readonly step: string;
  /** 0…1 of the whole import, as far as can be told. */
  readonly fraction: number;
  readonly rows?: number;
}

export interface ReportColumn {
  readonly name: string;
  readonly sqlType: string;
  /** Why it has this type, where that was decided and not given. */
  readonly reason?: string;
}

/** What an import did; kept with the project for as long as the batch is. */
export interface ImportReport extends ImportCounts {
  readonly batch: string;
  readonly file: string;
  readonly bytes: number;
  readonly format: ImportFormat['kind'];
  readonly target: ImportTarget;
  readonly columns: readonly ReportColumn[];
  readonly notes: readonly ImportNote[];
  /** Values and records that were rejected; one record may have several. */
  readonly rejectCount: number;
  /** How the file was read, in words: delimiter, encoding, sheet … */
  readonly reading: readonly string[];
  readonly durationMs: number;
  readonly finishedAt: string;
}
