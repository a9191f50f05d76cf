import { literal, sql } from '../core/sql.ts';
import { collect, scalar } from '../engine/collect.ts';
import type { Check, ModulePlan } from '../modules/contract.ts';
import { recordFigures } from './recorded-figures.ts';
import type { Running } from './running.ts';
import type { RecordedCheck } from './run-record.ts';
import { stepError } from './run-steps.ts';

/** Rows of evidence that are kept and shown. */
const shownEvidence = 100;

/** Makes the checks of one moment, in the plan's order. */
export async function runChecks(
  running: Running,
  { checks }: ModulePlan,
  when: Check['when'],
): Promise<RecordedCheck[]> {
  const done: RecordedCheck[] = [];
  for (const check of checks.filter((one) => one.when === when)) {
    const recorded = await runCheck(running, check).catch((error: unknown) => {
      throw stepError(check, error);
    });
    running.onEvent({ kind: 'checked', check: recorded });
    done.push(recorded);
  }
  return done;
}

async function runCheck({ session, signal }: Running, check: Check): Promise<RecordedCheck> {
  const { id, title, severity, violations, remedy, field } = check;
  const first = sql`FROM (
${violations}
)
LIMIT ${literal(shownEvidence)}`;
  const { columns, batches, rowCount } = await collect(session, first.text, { signal });
  const isAll = rowCount < shownEvidence;
  const count = isAll
    ? rowCount
    : Number(await scalar(session, sql`SELECT count(*)\nFROM (\n${violations}\n)`.text, { signal }));
  return {
    id,
    title,
    severity,
    passed: rowCount === 0,
    remedy,
    ...(field !== undefined && { field }),
    evidence: recordFigures(columns, batches, count),
  };
}
