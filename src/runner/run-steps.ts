import { isCancelled, StillhouseError, toStillhouseError } from '../core/error.ts';
import type { Step } from '../modules/contract.ts';
import { stepStatement } from '../modules/plan-sql.ts';
import type { RunRecord } from './run-record.ts';
import type { Running } from './running.ts';

/** Makes one step's relation. An error says which step failed. */
export async function runStep(
  { session, signal, onEvent, clock }: Running,
  step: Step,
  index: number,
  of: number,
): Promise<RunRecord['steps'][number]> {
  onEvent({ kind: 'step-started', step, index, of });
  const started = clock.now().getTime();
  const changed = await session
    .exec(stepStatement(step).text, {
      signal,
      onProgress: (fraction) => {
        onEvent({ kind: 'step-progress', id: step.id, fraction });
      },
    })
    .catch((error: unknown) => {
      throw stepError(step, error);
    });
  const rows = step.as === 'view' ? null : changed;
  const milliseconds = clock.now().getTime() - started;
  onEvent({ kind: 'step-finished', id: step.id, rows, milliseconds });
  return { id: step.id, title: step.title, rows, milliseconds };
}

/** Says in which part of a run something failed; a cancel stays a cancel. */
export function stepError({ title }: { readonly title: string }, error: unknown): StillhouseError {
  const known = toStillhouseError(error);
  if (isCancelled(known)) return known;
  return new StillhouseError(known.code, `“${title}” failed: ${known.message}`, {
    ...(known.remedy !== undefined && { remedy: known.remedy }),
    ...(known.technical !== undefined && { technical: known.technical }),
    cause: error,
  });
}
