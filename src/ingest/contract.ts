import type { CancelSignal } from '../core/cancel.ts';
import type { Batch } from '../engine/batch.ts';
import type { ColumnType } from '../engine/types.ts';

/** The bytes of a file that the user chose, read in pieces: no importer ever holds a file whole. */
export interface ByteSource {
  readonly name: string;
  /** Bytes on disk, for progress. */
  readonly size: number;
  /** The first bytes after decompression, at most `length`, for sniffing. */
  head(length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** All bytes in order, decompressed. Each call starts anew. `onRead` hears how many bytes on disk were consumed so far. */
  stream(onRead?: (bytes: number) => void): AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** One value, or one whole record, that could not be loaded as it stands. */
export interface Reject {
  /** Number of the record in the file, from 1, the header not counted. */
  readonly record: number;
  /** Physical line on which the record starts, from 1; absent where the format has no lines. */
  readonly line?: number;
  /** Column or path such as `address.zip`; absent when the record as a whole is faulty. */
  readonly column?: string;
  /** The text as it stands in the file, cut after 1,000 characters. */
  readonly value: string;
  /** Plain words: `"12a" is not a whole number`. */
  readonly reason: string;
}

/**
 * What an import did. It always reconciles: `read = loaded + rejected + skipped`, where *read* is counted from the bytes
 * by our own scanner and *loaded* by the database.
 */
export interface ImportCounts {
  /** Records found in the file, the header not counted. */
  readonly read: number;
  readonly loaded: number;
  /** Records left out because something in them was faulty. */
  readonly rejected: number;
  /** Records left out on purpose: blank lines, comment lines. */
  readonly skipped: number;
}

/** Something the user should know that cost no record: a changed name, a merged type, a duplicate key. */
export interface ImportNote {
  readonly code: string;
  readonly message: string;
  /** How often it happened. */
  readonly count: number;
}

/** A column that an extractor produces. */
export interface ExtractedColumn {
  /** The name in the file, made unique and never empty. */
  readonly name: string;
  readonly type: ColumnType;
}

/** What an extractor yields while it reads a file. Batches, rejects and progress come interleaved; `done` comes last. */
export type ExtractEvent =
  /** The columns of all batches that follow; everything yielded before is void (types had to be widened). */
  | { readonly kind: 'columns'; readonly columns: readonly ExtractedColumn[] }
  /** Consecutive loaded records: the first column is `record` (BIGINT, the record number), then the columns announced. */
  | { readonly kind: 'batch'; readonly batch: Batch }
  /** Consecutive loaded records as one complete Arrow IPC stream, from formats that carry their own types; without record numbers. */
  | { readonly kind: 'stream'; readonly stream: Uint8Array<ArrayBuffer>; readonly rows: number }
  | { readonly kind: 'rejects'; readonly rejects: readonly Reject[] }
  /** Bytes on disk read so far. */
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'done'; readonly counts: ImportCounts; readonly notes: readonly ImportNote[] };

/** Reads one file format into batches. Runs in a worker in a window and in place in Node; must be free of platform calls. */
export type Extractor<Options> = (
  source: ByteSource,
  options: Options,
  signal: CancelSignal,
) => AsyncGenerator<ExtractEvent, void>;
