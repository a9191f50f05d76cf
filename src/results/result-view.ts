import { createCancelSource, type CancelSource } from '../core/cancel.ts';
import { isCancelled, type StillhouseError, toStillhouseError } from '../core/error.ts';
import { deriveResult } from './derive.ts';
import { isPlainView, plainView, type ViewSpec } from './filter.ts';
import { createListeners } from './listeners.ts';
import type { ResultSet } from './result-set.ts';

/** A value that is replaced, never changed. */
export interface ViewState {
  /** What is on the screen: the result itself, or a sorted and filtered one made from it. */
  readonly shown: ResultSet;
  /** The sort and filters of `shown`. */
  readonly view: ViewSpec;
  /** The view being computed, while the old one is still shown. */
  readonly pending?: ViewSpec;
  /** How far the pending view is, 0…1. */
  readonly progress?: number;
  /** Why the last view asked for could not be made. */
  readonly error?: StillhouseError;
}

/** A result that the user sorts and filters: what is shown changes only when the new rows are there. */
export interface ResultView {
  readonly base: ResultSet;
  state(): ViewState;
  subscribe(listener: () => void): () => void;
  /** Shows the result under another view; a later call overtakes an earlier one. Never rejects: see `state().error`. */
  show(view: ViewSpec): Promise<void>;
  /** Gives up the pending view. */
  cancel(): void;
  /** Closes the result and what was made from it. */
  close(): Promise<void>;
}

/** Starts with the result as it came. */
export function createResultView(base: ResultSet): ResultView {
  const listeners = createListeners();
  let state: ViewState = { shown: base, view: plainView };
  let asking: CancelSource | undefined;
  let closing = false;

  const settle = (next: ViewState) => {
    state = next;
    listeners.notify();
  };
  const change = (next: Pick<ViewState, 'shown' | 'view'>) => {
    const previous = state.shown;
    settle(next);
    if (previous !== base && previous !== next.shown) void previous.close();
  };
  const settled = () => ({ shown: state.shown, view: state.view });

  return {
    base,
    state: () => state,
    subscribe: (listener) => listeners.add(listener),
    async show(view) {
      const own = createCancelSource();
      asking?.cancel();
      asking = own;
      if (isPlainView(view)) {
        change({ shown: base, view });
        return;
      }
      settle({ ...settled(), pending: view, progress: 0 });
      try {
        const derived = await deriveResult(base, view, {
          signal: own.signal,
          onProgress: (progress) => {
            if (asking === own && state.pending !== undefined) settle({ ...settled(), pending: view, progress });
          },
        });
        if (asking === own && !closing) {
          asking = undefined;
          change({ shown: derived, view });
        } else {
          await derived.close();
        }
      } catch (error) {
        if (asking !== own || closing) return;
        settle(isCancelled(error) ? settled() : { ...settled(), error: toStillhouseError(error) });
      }
    },
    cancel() {
      asking?.cancel();
    },
    async close() {
      closing = true;
      asking?.cancel();
      if (state.shown !== base) await state.shown.close();
      await base.close();
    },
  };
}
