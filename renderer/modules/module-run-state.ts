import type { StillhouseError } from '../../src/core/error.ts';
import type { ModulePlan } from '../../src/modules/contract.ts';
import type { ResultView } from '../../src/results/result-view.ts';
import type { RunEvent } from '../../src/runner/run-events.ts';
import type { RecordedCheck, RecordedFinding, RunRecord } from '../../src/runner/run-record.ts';

/** How far one step of a run is. */
export interface StepProgress {
  readonly state: 'running' | 'done';
  readonly fraction?: number;
  readonly rows?: number | null;
  readonly milliseconds?: number;
}

/** A finding with its rows. */
export interface ShownFinding {
  readonly recorded: RecordedFinding;
  readonly view: ResultView;
}

/** The latest run of a module's tab. */
export interface ModuleRunState {
  readonly phase: 'idle' | 'running' | 'done' | 'failed' | 'cancelled';
  /** What is being done, in words. */
  readonly doing: string;
  readonly steps: Readonly<Record<string, StepProgress>>;
  readonly checks: readonly RecordedCheck[];
  readonly findings: readonly ShownFinding[];
  readonly record?: RunRecord;
  /** What the run did, in names to be read. */
  readonly plan?: ModulePlan;
  readonly error?: StillhouseError;
  /** The input of the run as JSON, to tell whether the form was changed since. */
  readonly ranWith?: string;
}

export const noRun: ModuleRunState = { phase: 'idle', doing: '', steps: {}, checks: [], findings: [] };

/** What an event changes. Findings come with the end of the run. */
export function afterEvent(state: ModuleRunState, event: RunEvent): Partial<ModuleRunState> {
  const step = (id: string, progress: StepProgress) => ({ steps: { ...state.steps, [id]: progress } });
  switch (event.kind) {
    case 'step-started':
      return {
        doing: `Step ${event.index + 1} of ${event.of}: ${event.step.title}`,
        ...step(event.step.id, { state: 'running' }),
      };
    case 'step-progress':
      return step(event.id, { state: 'running', fraction: event.fraction });
    case 'step-finished':
      return step(event.id, { state: 'done', rows: event.rows, milliseconds: event.milliseconds });
    case 'checked':
      return { doing: `Checked: ${event.check.title}`, checks: [...state.checks, event.check] };
    case 'found':
      return { doing: `Read: ${event.finding.title}` };
    case 'published':
      return { doing: 'Saved' };
  }
}
