import type { DryRun } from '../../src/activation/prepare/dry-run.ts';
import type { SendPlan } from '../../src/activation/prepare/plan-send.ts';
import type { StillhouseError } from '../../src/core/error.ts';
import type { RelationName } from '../../src/core/sql.ts';
import { scratchDatabase } from '../../src/engine/engine.ts';

/** A dry run that was made, with all that a send of its rows needs. */
export interface CheckedSend {
  readonly plan: SendPlan;
  readonly dry: DryRun;
  readonly destination: string;
  /** The table of outcomes in the scratch database, and the engine's life that it belongs to. */
  readonly table: string;
  readonly generation: number;
  /** The snapshot of the source that was read, for a table. */
  readonly snapshot: number | null;
  readonly at: Date;
  /** The state of all datasets when it was made: another one asks for another check. */
  readonly datasets: string;
}

/** The table of a check's outcomes, in full. */
export function outcomesTable({ table }: Pick<CheckedSend, 'table'>): RelationName {
  return [scratchDatabase, 'main', table];
}

/** What a send's tab is doing. */
export interface SendRunState {
  readonly phase: 'idle' | 'checking' | 'checked' | 'writing' | 'delivering' | 'failed';
  /** In words. */
  readonly doing: string;
  /** 0…1 of the writing, where it is known. */
  readonly fraction?: number;
  readonly checked?: CheckedSend;
  /** Settings and destination of the check as JSON, to tell whether they changed since. */
  readonly checkedWith?: string;
  /** The send being delivered. */
  readonly send?: string;
  readonly error?: StillhouseError;
}

export const noSendRun: SendRunState = { phase: 'idle', doing: '' };
