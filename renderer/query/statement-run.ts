import type { Outcome } from '../../src/catalog/session/outcome.ts';
import type { StillhouseError } from '../../src/core/error.ts';
import type { Marker } from '../../src/dialect/markers.ts';
import type { Plan } from '../../src/dialect/plan/plan.ts';
import type { StatementRange } from '../../src/dialect/split.ts';
import type { ResultView } from '../../src/results/result-view.ts';
import type { ShownRun } from './shown-run.ts';

/** One statement of a run, as it stands now. Values are replaced, never changed. */
export interface StatementRun {
  readonly id: string;
  readonly sql: string;
  /** Where it stood in the script when it was started. */
  readonly range: StatementRange;
  readonly phase: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  /** 0…1, where the engine tells. */
  readonly progress?: number;
  readonly durationMs?: number;
  /** Its rows, sorted and filtered by the user; absent for statements that give none. */
  readonly view?: ResultView;
  /** How it was carried out, when that was asked for. */
  readonly plan?: Plan;
  /** What it comes down to, when that was asked for. */
  readonly shown?: ShownRun;
  /** In another dialect than the engine's: the one query of the engine that gave its rows. */
  readonly engineSql?: string;
  /** What came of it, in words. */
  readonly words?: string;
  readonly outcome?: Outcome;
  readonly error?: StillhouseError;
}

/** The statements a tab ran last. */
export interface TabRuns {
  readonly runs: readonly StatementRun[];
  readonly selected: string | undefined;
  readonly running: boolean;
  /** Faults to underline in the editor. */
  readonly markers: readonly Marker[];
  /** Whether a transaction of the user's is open in the tab's session. */
  readonly inTransaction: boolean;
}

export const noRuns: TabRuns = { runs: [], selected: undefined, running: false, markers: [], inTransaction: false };
