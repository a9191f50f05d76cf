import type { Clock } from '../catalog/ports.ts';
import type { CancelSignal } from '../core/cancel.ts';
import type { Session } from '../engine/engine.ts';
import type { KernelCall, KernelTable } from '../modules/kernel.ts';
import type { RunEvent } from './run-events.ts';
import type { RecordedCheck } from './run-record.ts';

/** What the parts of a run share. */
export interface Running {
  readonly session: Session;
  readonly signal: CancelSignal;
  readonly onEvent: (event: RunEvent) => void;
  readonly clock: Clock;
  readonly compute: Compute;
  /** A session whose current database is the one of scratch tables: rows can be appended there only. */
  writer(): Promise<Session>;
}

/** Runs a kernel where it blocks nobody; a cancel ends it there. */
export type Compute = (
  call: KernelCall,
  options: { readonly signal: CancelSignal; readonly onProgress: (fraction: number) => void },
) => Promise<KernelTable>;

/** Whether a check keeps a run from writing. */
export function isFatal({ severity, passed }: RecordedCheck): boolean {
  return severity === 'error' && !passed;
}
