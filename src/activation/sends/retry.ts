import type { ErrorCode } from '../../core/error.ts';

/** How often and how soon something is tried again. Times in milliseconds. */
export interface RetryPolicy {
  /** Tries without any progress between them, the first included. */
  readonly tries: number;
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** A service that asks to wait for longer than this is not waited for. */
  readonly longestAskedMs: number;
}

/** About two minutes of patience in all: long enough for a router to restart. */
export const retryDefaults: RetryPolicy = {
  tries: 8,
  firstDelayMs: 500,
  longestDelayMs: 30_000,
  longestAskedMs: 300_000,
};

const passing: ReadonlySet<ErrorCode> = new Set(['destination-unreachable', 'destination-busy']);

/** True for failures that can pass by themselves; wrong settings do not. */
export function isWorthRetrying(code: ErrorCode): boolean {
  return passing.has(code);
}

/**
 * How long to wait after the `failed`-th failure in a row, or `undefined` to give up: exponential back-off with full
 * jitter (AWS Architecture Blog, “Exponential Backoff and Jitter”), never less than half of the step, nor than the service
 * itself asked for as `askedMs` (RFC 9110, section 10.2.3). `random` gives numbers in [0, 1).
 */
export function retryDelay(
  failed: number,
  code: ErrorCode,
  policy: RetryPolicy,
  random: () => number,
  askedMs = 0,
): number | undefined {
  if (failed >= policy.tries || !isWorthRetrying(code) || askedMs > policy.longestAskedMs) return undefined;
  const step = Math.min(policy.longestDelayMs, policy.firstDelayMs * 2 ** (failed - 1));
  return Math.max(askedMs, Math.round(step / 2 + (step / 2) * random()));
}
