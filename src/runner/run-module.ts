import type { BatchIds, Clock } from '../catalog/ports.ts';
import type { Workspace } from '../catalog/workspace.ts';
import { type CancelSignal, throwIfCancelled } from '../core/cancel.ts';
import type { RelationName } from '../core/sql.ts';
import { type Engine, scratchDatabase, type Session } from '../engine/engine.ts';
import { catalogView } from '../modules/catalog-view.ts';
import type { GuidedModule, InputSchema, ModulePlan } from '../modules/contract.ts';
import { planModule } from '../modules/plan-module.ts';
import { dropStatement } from '../modules/plan-sql.ts';
import type { NarrowDataset } from '../modules/source-dataset.ts';
import type { ResultSpace } from '../results/result-space.ts';
import { publishOutputs } from './publish-outputs.ts';
import { refuseOverspending } from './privacy-ledger.ts';
import { runChecks } from './run-checks.ts';
import type { FinishedRun, OpenFinding, RunEvent } from './run-events.ts';
import { runFinding } from './run-findings.ts';
import type { RunRecord } from './run-record.ts';
import { clearSecrets, errorWithoutSecrets, type SecretPorts, setSecrets, withoutSecrets } from './run-secrets.ts';
import { runStep } from './run-steps.ts';
import { type Compute, isFatal, type Running } from './running.ts';

export interface RunServices extends SecretPorts {
  readonly engine: Engine;
  readonly workspace: Workspace;
  readonly space: ResultSpace;
  readonly clock: Clock;
  readonly ids: BatchIds;
  readonly compute: Compute;
}

export interface RunRequest {
  readonly module: GuidedModule;
  /** As a form or a command line gives it; defaults are filled in. */
  readonly input: unknown;
  readonly signal: CancelSignal;
  readonly onEvent: (event: RunEvent) => void;
  /** Narrows every dataset the module reads. */
  readonly narrowed?: Narrowed;
}

/** Whose rows a run reads. */
export interface Narrowed {
  /** In words, for the run's record. */
  readonly to: string;
  readonly narrow: NarrowDataset;
}

/**
 * Runs a module: checks, steps in scratch tables, checks, findings, and its outputs in one short transaction. Scratch
 * tables are gone afterwards, whatever happened. A failed check of severity `error` is no exception: the record tells it.
 */
export async function runModule(services: RunServices, request: RunRequest): Promise<FinishedRun> {
  const { engine, workspace, space, clock, ids, compute } = services;
  const { module, signal, onEvent, narrowed } = request;
  const id = ids.nextId();
  const started = clock.now();
  const { input, plan } = planModule<InputSchema>(module, request.input, {
    catalog: catalogView(workspace.datasets, workspace.database),
    now: started,
    scratch: (stepId) => scratchName(id, stepId),
    ...narrowed,
  });
  const reading = planModule(module, input, { catalog: catalogView(workspace.datasets), now: started, ...narrowed });
  const session = await engine.openSession();
  let secrets: readonly string[] = [];
  const unpaid: RunEvent[] = [];
  const running: Running = {
    session,
    signal,
    onEvent: (event) => {
      if (plan.charge !== undefined && event.kind === 'found') unpaid.push(event);
      else onEvent(withoutSecrets(event, secrets));
    },
    clock,
    compute,
    writer: space.writer,
  };
  const open: OpenFinding[] = [];
  try {
    if (plan.charge !== undefined) await refuseOverspending(session, plan.charge);
    secrets = await setSecrets(services, session, plan);
    const work = await runPlan(running, space, plan, open);
    throwIfCancelled(signal);
    const done: RunRecord = {
      ...work,
      version: 1,
      id,
      module: module.id,
      moduleVersion: module.version,
      title: module.title,
      input: input as RunRecord['input'], // fields hold JSON values only
      startedAt: started.toISOString(),
      finishedAt: clock.now().toISOString(),
      outputs: [],
      ...(narrowed !== undefined && { narrowedTo: narrowed.to }),
    };
    const record = await publishOutputs(workspace, running, { plan, record: withoutSecrets(done, secrets) });
    unpaid.forEach(onEvent);
    return { record, plan: reading.plan, findings: open, close: () => closeAll(open) };
  } catch (error) {
    await closeAll(open);
    throw errorWithoutSecrets(error, secrets);
  } finally {
    await clearSecrets(session, plan);
    await dropSteps(session, plan).finally(() => session.close());
  }
}

async function runPlan(
  running: Running,
  space: ResultSpace,
  plan: ModulePlan,
  open: OpenFinding[],
): Promise<Pick<RunRecord, 'steps' | 'checks' | 'findings'>> {
  const early = await runChecks(running, plan, 'before');
  if (early.some(isFatal)) return { steps: [], checks: early, findings: [] };
  const steps: RunRecord['steps'] = [];
  for (const [index, step] of plan.steps.entries()) {
    steps.push(await runStep(running, step, index, plan.steps.length));
  }
  const checks = [...early, ...(await runChecks(running, plan, 'after'))];
  const findings: RunRecord['findings'] = [];
  for (const finding of plan.findings) {
    const { recorded, result } = await runFinding(running, space, finding);
    open.push({ id: finding.id, result });
    findings.push(recorded);
    running.onEvent({ kind: 'found', finding: recorded });
  }
  return { steps, checks, findings };
}

function scratchName(runId: string, stepId: string): RelationName {
  return [scratchDatabase, 'main', `${stepId} ${runId}`];
}

async function dropSteps(session: Session, plan: ModulePlan): Promise<void> {
  for (const step of [...plan.steps].reverse()) {
    await session.exec(dropStatement(step).text).catch(() => undefined); // gone with a restarted engine
  }
}

async function closeAll(open: readonly OpenFinding[]): Promise<void> {
  for (const { result } of open) await result.close().catch(() => undefined); // the run's own error counts
}
