import { createStore } from 'zustand/vanilla';
import type { ErrorData } from '../../src/core/error.ts';
import type { Held } from '../../src/privacy/erase/holder.ts';
import type { ErasureOrder } from '../../src/privacy/erase/order.ts';
import type { ErasureReport } from '../../src/privacy/erase/report.ts';
import type { ErasureProgress } from '../../src/privacy/erase/run-erasure.ts';

/** How people are named, as it stands in the form. */
export interface PeopleDraft {
  readonly kind: 'one' | 'list' | 'column';
  readonly one: string;
  /** One identity a line. */
  readonly list: string;
  /** The label of a dataset and of a text or number in it; `''` until one is chosen. */
  readonly dataset: string;
  readonly column: string;
  /** The columns that name people, by dataset label, where the user changed them. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

/** Where the window's erasure stands. */
export type ErasureStage =
  | { readonly kind: 'choose'; readonly failure?: ErrorData }
  | { readonly kind: 'searching'; readonly progress: ErasureProgress; readonly cancel: () => void }
  | { readonly kind: 'preview'; readonly order: ErasureOrder; readonly held: readonly Held[] }
  | {
      readonly kind: 'running';
      readonly order: ErasureOrder;
      readonly progress: ErasureProgress;
      /** Absent once it cannot be cancelled any more. */
      readonly cancel: (() => void) | undefined;
    }
  | { readonly kind: 'done'; readonly report: ErasureReport; readonly file: string | undefined }
  | {
      readonly kind: 'failed';
      readonly order: ErasureOrder;
      readonly error: ErrorData;
      /** Whether the rows had gone already: then it has to be finished. */
      readonly begun: boolean;
    };

export interface ErasureState {
  readonly draft: PeopleDraft;
  readonly stage: ErasureStage;
}

export const emptyDraft: PeopleDraft = { kind: 'one', one: '', list: '', dataset: '', column: '', columns: {} };

/** The erasure in the window; at most one is under way. */
export const erasureStore = createStore<ErasureState>()(() => ({
  draft: emptyDraft,
  stage: { kind: 'choose' },
}));

export function changeDraft(change: Partial<PeopleDraft>): void {
  erasureStore.setState(({ draft }) => ({ draft: { ...draft, ...change } }));
}

/** Forgets whom the form named and what was found. */
export function forgetErasure(): void {
  erasureStore.setState({ draft: emptyDraft, stage: { kind: 'choose' } });
}
