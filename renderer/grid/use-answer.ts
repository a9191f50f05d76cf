import { useEffect, useState } from 'react';
import { type CancelSignal, createCancelSource } from '../../src/core/cancel.ts';
import { isCancelled, type StillhouseError, toStillhouseError } from '../../src/core/error.ts';
import { useLatest } from './use-latest.ts';

/** What was last found out. */
export interface Answer<Value> {
  /** The answer to the last question, or to the one before while that one is open. */
  readonly value: Value | undefined;
  readonly failure: StillhouseError | undefined;
  readonly isCurrent: boolean;
}

/** Asks anew whenever the question, named by its key, has stayed the same for `delayMs`; cancels what is outdated. */
export function useAnswer<Value>(
  key: string,
  ask: (signal: CancelSignal) => Promise<Value>,
  delayMs: number,
): Answer<Value> {
  const [answer, setAnswer] = useState<{ key: string; value?: Value; failure?: StillhouseError }>();
  const latest = useLatest(ask);
  useEffect(() => {
    const source = createCancelSource();
    const timer = setTimeout(() => {
      latest.current(source.signal).then(
        (value) => {
          if (!source.signal.cancelled) setAnswer({ key, value });
        },
        (error: unknown) => {
          if (!source.signal.cancelled && !isCancelled(error)) setAnswer({ key, failure: toStillhouseError(error) });
        },
      );
    }, delayMs);
    return () => {
      clearTimeout(timer);
      source.cancel();
    };
  }, [key, delayMs, latest]);
  const isCurrent = answer?.key === key;
  return { value: answer?.value, failure: isCurrent ? answer.failure : undefined, isCurrent };
}
