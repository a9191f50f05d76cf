import type { ModulePlan, Step } from '../modules/contract.ts';
import type { ResultSet } from '../results/result-set.ts';
import type { RecordedCheck, RecordedFinding, RecordedOutput, RunRecord } from './run-record.ts';

/** What a run tells while it goes, in this order: checks before, steps, checks after, findings, outputs. */
export type RunEvent =
  | { readonly kind: 'step-started'; readonly step: Step; readonly index: number; readonly of: number }
  | { readonly kind: 'step-progress'; readonly id: string; readonly fraction: number }
  | { readonly kind: 'step-finished'; readonly id: string; readonly rows: number | null; readonly milliseconds: number }
  | { readonly kind: 'checked'; readonly check: RecordedCheck }
  | { readonly kind: 'found'; readonly finding: RecordedFinding }
  | { readonly kind: 'published'; readonly outputs: readonly RecordedOutput[] };

/** A finding with all of its rows. */
export interface OpenFinding {
  readonly id: string;
  readonly result: ResultSet;
}

/** A run that has ended. Its findings can be read until it is closed. */
export interface FinishedRun {
  readonly record: RunRecord;
  /** What was done, in names to be read. */
  readonly plan: ModulePlan;
  readonly findings: readonly OpenFinding[];
  close(): Promise<void>;
}
