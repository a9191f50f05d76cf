import { isCancelled, StillhouseError, toStillhouseError } from '../core/error.ts';
import type { Step } from '../modules/contract.ts';
import { stepStatement } from '../modules/plan-sql.ts';
import { readKernelInputs, writeKernelTable } from './kernel-tables.ts';
import type { RunRecord } from './run-record.ts';
import type { Running } from './running.ts';

/** Makes one step's relation. An error says which step failed. */
export async function runStep(
  running: Running,
  step: Step,
  index: number,
  of: number,
): Promise<RunRecord['steps'][number]> {
  const { onEvent, clock } = running;
  onEvent({ kind: 'step-started', step, index, of });
  const started = clock.now().getTime();
  const rows = await make(running, step).catch((error: unknown) => {
    throw stepError(step, error);
  });
  const milliseconds = clock.now().getTime() - started;
  onEvent({ kind: 'step-finished', id: step.id, rows, milliseconds });
  return { id: step.id, title: step.title, rows, milliseconds };
}

/** Gives the number of rows made; of a view it is not known. */
async function make({ session, signal, onEvent, compute, writer }: Running, step: Step): Promise<number | null> {
  const onProgress = (fraction: number) => {
    onEvent({ kind: 'step-progress', id: step.id, fraction });
  };
  switch (step.kind) {
    case 'sql': {
      const changed = await session.exec(stepStatement(step).text, { signal, onProgress });
      return step.as === 'view' ? null : changed;
    }
    case 'compute': {
      const inputs = await readKernelInputs(session, step.inputs, signal);
      const call = { kernel: step.kernel, inputs, parameters: step.parameters };
      return writeKernelTable(await writer(), step, await compute(call, { signal, onProgress }));
    }
  }
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
