import type { CancelSignal } from '../core/cancel.ts';
import type { Batch } from '../engine/batch.ts';
import type { EncodeTask } from '../export/encode-rows.ts';
import type { ExportNote } from '../export/export-format.ts';

/** A project's folder for files that COPY writes: what `%scratch_space%` stands for. */
export interface ScratchSpace {
  /** Begins a file; `path` is one of `scratchPathSchema`. */
  create(path: string): Promise<ScratchFile>;
  /** Rows as the bytes of a file, piece by piece; tells in the end what the format could not keep. */
  encode(
    task: EncodeTask,
    batches: AsyncGenerator<Batch, void>,
    signal: CancelSignal,
  ): AsyncGenerator<Uint8Array<ArrayBuffer>, readonly ExportNote[]>;
}

/** A file being written: it takes its name, and the place of one that had it, with `commit`. */
export interface ScratchFile {
  /** Where the user finds it. */
  readonly where: string;
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  commit(): Promise<void>;
  /** Leaves nothing behind; safe to call after a failed write. */
  abort(): Promise<void>;
}
