import type { ErrorData } from '../../../src/core/error.ts';
import type { Batch } from '../../../src/engine/batch.ts';
import type { EncodeTask } from '../../../src/export/encode-rows.ts';
import type { ExportNote } from '../../../src/export/export-format.ts';

/** To the worker: the task first, a batch or the end for each `wanted`, and `taken` for each piece of bytes. */
export type ToEncoder =
  | { readonly kind: 'task'; readonly task: EncodeTask }
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'end' }
  | { readonly kind: 'taken' };

export type FromEncoder =
  | { readonly kind: 'wanted' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'done'; readonly notes: readonly ExportNote[] }
  | { readonly kind: 'error'; readonly error: ErrorData };
