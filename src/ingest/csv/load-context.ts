import type { CancelSignal } from '../../core/cancel.ts';
import type { RelationName } from '../../core/sql.ts';
import type { ChosenFile, Engine, QueryOptions, Session } from '../../engine/engine.ts';
import type { ByteSource, ExtractEvent, ImportCounts, ImportNote } from '../contract.ts';
import type { ValueType } from '../values/value-type.ts';
import type { ColumnChoice } from './column-plan.ts';
import type { CsvOptions } from './csv-options.ts';
import type { CsvChoices } from './head.ts';
import type { CsvDialect } from './dialect.ts';
import type { EncodingChoice } from './encoding.ts';
import type { ScanOptions, ScanResult } from './scan.ts';

/** What to import, and how; everything that is not chosen is found out. */
export interface CsvImportOptions extends CsvChoices {
  /** One for each column of the file, in its order. */
  readonly columns?: readonly ColumnChoice[];
}

/** How far an import is. Phases come in the order given; a phase may be left out or come twice. */
export interface CsvProgress {
  readonly phase: 'reading' | 'loading' | 'deciding types' | 'listing rejects' | 'counting';
  /** 0…1 within the phase. */
  readonly fraction: number;
  /** Records read so far, where known. */
  readonly rows?: number;
}

/** The file, and the two ways to read it in another thread. */
export interface CsvFile {
  readonly source: ByteSource;
  /** The file for the engine's own reader; absent for pasted text, which our reader reads. */
  readonly file?: ChosenFile;
  /** Runs `extractCsv` over the source. */
  readonly extract: (options: CsvOptions, signal: CancelSignal) => AsyncIterable<ExtractEvent>;
  /** Runs `scanCsv` over the source; may answer from memory. */
  readonly scan: (options: ScanOptions, signal: CancelSignal) => Promise<ScanResult>;
}

/** Everything that reading a file takes. The session must have no transaction open. */
export interface CsvReadContext extends CsvFile {
  readonly engine: Engine;
  readonly session: Session;
  readonly options: CsvImportOptions;
  readonly onProgress?: (progress: CsvProgress) => void;
  readonly signal?: CancelSignal;
}

/** Everything an import works with. Neither of the two relations may exist; both are dropped when the import fails. */
export interface CsvLoadContext extends CsvReadContext {
  /** The table to create with the typed columns. */
  readonly staging: RelationName;
  /** The table to create with the rejects: record, line, column, value, reason. */
  readonly rejects: RelationName;
}

/** Options that report a statement as a phase of the import. */
export function progressOf(
  context: CsvReadContext,
  phase: CsvProgress['phase'],
  signal: CancelSignal | undefined = context.signal,
): QueryOptions {
  return {
    ...(signal !== undefined && { signal }),
    onProgress: (fraction) => context.onProgress?.({ phase, fraction }),
  };
}

/** A column as it was loaded. */
export interface LoadedColumn {
  readonly name: string;
  readonly type: ValueType;
  readonly sqlType: string;
  /** Why it has this type, in words. */
  readonly reason: string;
  /** Readings that fit all values too and wait for a choice. */
  readonly alternatives: readonly ValueType[];
}

/** What an import did. */
export interface CsvReport {
  readonly counts: ImportCounts;
  readonly columns: readonly LoadedColumn[];
  readonly notes: readonly ImportNote[];
  readonly dialect: CsvDialect;
  readonly encoding: EncodingChoice;
}
