import { markProfile } from '../catalog/profile-marks.ts';
import type { Workspace } from '../catalog/workspace.ts';
import { relation, type RelationName, sql } from '../core/sql.ts';
import type { Session } from '../engine/engine.ts';
import type { ModulePlan, Output } from '../modules/contract.ts';
import { chargeBudget } from './privacy-ledger.ts';
import type { RunRecord } from './run-record.ts';
import { keepRun } from './run-store.ts';
import { isFatal, type Running } from './running.ts';

interface Unpublished {
  readonly plan: ModulePlan;
  readonly record: RunRecord;
}

interface StagedOutput {
  readonly output: Output;
  readonly staging: RelationName;
  readonly rows: number;
}

/**
 * Makes the outputs datasets, all or none, and keeps the run with them. Outputs are copied into the project's file before
 * the write queue is asked for, so that nobody waits for it. After a failed `error` check only the run is kept.
 */
export async function publishOutputs(
  workspace: Workspace,
  running: Running,
  { plan, record }: Unpublished,
): Promise<RunRecord> {
  const { session, signal, onEvent } = running;
  const failed = record.checks.filter(isFatal);
  const asked = failed.length === 0 ? plan.outputs : [];
  const staged: StagedOutput[] = [];
  try {
    for (const output of asked) {
      const staging = workspace.stagingTable();
      const statement = sql`CREATE TABLE ${relation(staging)} AS\nFROM ${relation(output.relation)}`;
      const rows = await session.exec(statement.text, { signal });
      staged.push({ output, staging, rows });
    }
    let finished: RunRecord = {
      ...record,
      outputs: staged.map(({ output, rows }) => ({
        name: output.name,
        title: output.title,
        from: [...output.from],
        rows,
        snapshot: null,
        replaced: isThere(workspace, output.name),
      })),
      ...(failed.length > 0 &&
        plan.outputs.length > 0 && {
          withheld: `Nothing was written, because a check failed: ${failed.map(({ title }) => title).join('; ')}.`,
        }),
    };
    const { snapshots } = await workspace.publish(
      staged.map(({ output, staging }) => ({ staging, schema: 'main', name: output.name, mode: 'replace' as const })),
      {
        source: `${record.title} (${record.module})`,
        signal,
        async alongside(writer: Session) {
          for (const { output } of staged) {
            if (output.profile !== undefined) await markProfile(writer, output.name, output.profile);
          }
          if (plan.charge !== undefined && finished.findings.length > 0) {
            await chargeBudget(writer, finished, plan.charge);
          }
          await keepRun(writer, finished);
        },
      },
    );
    finished = {
      ...finished,
      outputs: finished.outputs.map((output, index) => ({ ...output, snapshot: snapshots[index] ?? null })),
    };
    if (finished.outputs.length > 0) onEvent({ kind: 'published', outputs: finished.outputs });
    return finished;
  } catch (error) {
    for (const { staging } of staged) {
      await session.exec(sql`DROP TABLE IF EXISTS ${relation(staging)}`.text).catch(() => undefined); // the first error counts
    }
    throw error;
  }
}

function isThere({ datasets }: Workspace, name: string): boolean {
  return datasets.some((known) => known.schema === 'main' && known.name.toLowerCase() === name.toLowerCase());
}
