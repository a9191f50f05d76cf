import type { Clock } from '../catalog/ports.ts';
import type { CancelSignal } from '../core/cancel.ts';
import type { Session } from '../engine/engine.ts';
import type { RunEvent } from './run-events.ts';
import type { RecordedCheck } from './run-record.ts';

/** What the parts of a run share. */
export interface Running {
  readonly session: Session;
  readonly signal: CancelSignal;
  readonly onEvent: (event: RunEvent) => void;
  readonly clock: Clock;
}

/** Whether a check keeps a run from writing. */
export function isFatal({ severity, passed }: RecordedCheck): boolean {
  return severity === 'error' && !passed;
}
