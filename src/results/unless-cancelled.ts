import { type CancelSignal, cancelledError, throwIfCancelled } from '../core/cancel.ts';

/** Waits for a promise, but no longer than until the signal cancels: then it rejects with `cancelled`. */
export async function unlessCancelled<Value>(
  awaited: Promise<Value>,
  signal: CancelSignal | undefined,
): Promise<Value> {
  throwIfCancelled(signal);
  if (signal === undefined) return awaited;
  let stopListening = (): void => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    stopListening = signal.onCancel(() => {
      reject(cancelledError());
    });
  });
  try {
    return await Promise.race([awaited, cancelled]);
  } finally {
    stopListening();
  }
}
