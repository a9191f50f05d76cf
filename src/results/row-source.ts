import type { StillhouseError } from '../core/error.ts';
import type { Column } from '../engine/batch.ts';
import type { ColumnInfo } from '../engine/types.ts';

/** Where one cell lies: read it with `valueAt`, `textAt` or `jsonAt`. */
export interface CellPlace {
  readonly column: Column;
  readonly row: number;
}

/** `loading`: more rows may come. `cancelled` and `failed`: none will, those so far stay readable. */
export type SourcePhase = 'loading' | 'complete' | 'cancelled' | 'failed' | 'closed';

/** A value that is replaced, never changed: compare by identity to see whether anything happened. */
export interface SourceState {
  /** Rows so far; only ever grows until the source is closed. */
  readonly rowCount: number;
  readonly phase: SourcePhase;
  /** Why it failed, or why a page could not be read. */
  readonly error?: StillhouseError;
}

/** The cells somebody looks at: rows `startRow` up to but without `endRow`, and some columns by index. */
export interface RowWindow {
  readonly startRow: number;
  readonly endRow: number;
  readonly columns: readonly number[];
}

/** Rows as a grid wants them: cells at once where they are loaded, and a way to ask for the others. */
export interface RowSource {
  readonly columns: readonly ColumnInfo[];
  state(): SourceState;
  /** `undefined` when the cell is not loaded. */
  cell(row: number, column: number): CellPlace | undefined;
  /** Starts loading what is missing of a window; a later call replaces what an earlier one asked for. */
  ensure(window: RowWindow): void;
  /** Called after the state or the loaded cells changed. Returns the way to stop listening. */
  subscribe(listener: () => void): () => void;
}
