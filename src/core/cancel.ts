import { StillhouseError } from './error.ts';

/** Tells running work that nobody wants its result any more. */
export interface CancelSignal {
  readonly cancelled: boolean;
  /** Calls back once, at once when already cancelled. Returns the way to stop listening. */
  onCancel(listener: () => void): () => void;
}

/** The sending half of a `CancelSignal`. */
export interface CancelSource {
  readonly signal: CancelSignal;
  readonly cancel: () => void;
}

export function createCancelSource(): CancelSource {
  const listeners = new Set<() => void>();
  let cancelled = false;
  return {
    signal: {
      get cancelled() {
        return cancelled;
      },
      onCancel(listener) {
        if (cancelled) {
          listener();
          return () => undefined;
        }
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    cancel() {
      if (cancelled) return;
      cancelled = true;
      for (const listener of [...listeners]) listener();
      listeners.clear();
    },
  };
}

export function cancelledError(): StillhouseError {
  return new StillhouseError('cancelled', 'Cancelled.');
}

export function throwIfCancelled(signal: CancelSignal | undefined): void {
  if (signal?.cancelled === true) throw cancelledError();
}
