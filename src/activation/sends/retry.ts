import type { ErrorCode } from '../../core/error.ts';

/** How often and how soon something is tried again. Times in milliseconds. */
export interface RetryPolicy {
  /** Tries without any progress between them, the first included. */
  readonly tries: number;
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
}

/** About two minutes of patience in all: long enough for a router to restart. */
export const retryDefaults: RetryPolicy = { tries: 8, firstDelayMs: 500, longestDelayMs: 30_000 };

const passing: ReadonlySet<ErrorCode> = new Set(['destination-unreachable', 'destination-busy']);

/** True for failures that can pass by themselves; wrong settings do not. */
export function isWorthRetrying(code: ErrorCode): boolean {
  return passing.has(code);
}

/**
 * How long to wait after the `failed`-th failure in a row, or `undefined` to give up: exponential back-off with full
 * jitter (AWS Architecture Blog, “Exponential Backoff and Jitter”), never less than half of the step.
 * `random` gives numbers in [0, 1).
 */
export function retryDelay(
  failed: number,
  code: ErrorCode,
  policy: RetryPolicy,
  random: () => number,
): number | undefined {
  if (failed >= policy.tries || !isWorthRetrying(code)) return undefined;
  const step = Math.min(policy.longestDelayMs, policy.firstDelayMs * 2 ** (failed - 1));
  return Math.round(step / 2 + (step / 2) * random());
}
