import { integer, queryRows, text } from '../catalog/store/execute.ts';
import { hasHiddenTable } from '../catalog/store/hidden-table.ts';
import { hiddenSchema } from '../catalog/store/names.ts';
import { StillhouseError } from '../core/error.ts';
import { literal, relation, sql } from '../core/sql.ts';
import type { Session } from '../engine/engine.ts';
import type { PrivacyCharge } from '../modules/contract.ts';
import type { RunRecord } from './run-record.ts';

const table = relation([hiddenSchema, 'privacy_charge']);

/** What has been spent of a dataset's privacy budget; epsilons and deltas add up (basic composition). */
export interface PrivacyAccount {
  /** The least budget that any charge named; `undefined` before the first. */
  readonly budget: number | undefined;
  readonly epsilon: number;
  readonly delta: number;
}

/** The account of a dataset by its label, case ignored. */
export async function readPrivacyAccount(session: Session, dataset: string): Promise<PrivacyAccount> {
  if (!(await hasHiddenTable(session, 'privacy_charge'))) return { budget: undefined, epsilon: 0, delta: 0 };
  const [row] = await queryRows(
    session,
    sql`SELECT min(budget) AS budget, coalesce(sum(epsilon), 0) AS epsilon, coalesce(sum(delta), 0) AS delta
FROM ${table}
WHERE dataset = lower(${literal(dataset)})`,
  );
  return {
    budget: typeof row?.budget === 'number' ? row.budget : undefined,
    epsilon: Number(row?.epsilon ?? 0),
    delta: Number(row?.delta ?? 0),
  };
}

/** The account in words, such as `ε = 0.5 of 1 is spent, 0.5 is left`; `undefined` where there is no budget. */
export function budgetWords({ budget, epsilon }: PrivacyAccount): string | undefined {
  if (budget === undefined) return undefined;
  return `ε = ${rounded(epsilon)} of ${rounded(budget)} is spent, ${rounded(Math.max(0, budget - epsilon))} is left`;
}

/** What one run took from a dataset's privacy budget. */
export interface SpentCharge {
  readonly runId: string;
  /** The id of its module. */
  readonly module: string;
  readonly chargedAt: Date;
  readonly epsilon: number;
  readonly delta: number;
}

/** Every charge of a dataset by its label, case ignored; the latest first. */
export async function readSpentCharges(session: Session, dataset: string): Promise<readonly SpentCharge[]> {
  if (!(await hasHiddenTable(session, 'privacy_charge'))) return [];
  const found = await queryRows(
    session,
    sql`SELECT run_id, module, epoch_ms(charged_at) AS charged_at, epsilon, delta
FROM ${table}
WHERE dataset = lower(${literal(dataset)})
ORDER BY charged_at DESC, run_id`,
  );
  return found.map((row) => ({
    runId: text(row.run_id),
    module: text(row.module),
    chargedAt: new Date(integer(row.charged_at)),
    epsilon: Number(row.epsilon),
    delta: Number(row.delta),
  }));
}

/** Throws `input-invalid` where a charge would go beyond the dataset's budget. */
export async function refuseOverspending(session: Session, charge: PrivacyCharge): Promise<void> {
  const account = await readPrivacyAccount(session, charge.dataset);
  const budget = Math.min(charge.budget, account.budget ?? Infinity);
  if (account.epsilon + charge.epsilon <= budget * (1 + 1e-9)) return;
  throw new StillhouseError(
    'input-invalid',
    `The privacy budget of “${charge.dataset}” is ε = ${budget}, of which ${rounded(account.epsilon)} is spent: ε = ${charge.epsilon} more is refused.`,
    {
      remedy: `Ask for at most ε = ${rounded(Math.max(0, budget - account.epsilon))}, or use figures that were already given out.`,
    },
  );
}

/** Charges a run in the transaction that is open. Throws as `refuseOverspending`. */
export async function chargeBudget(
  session: Session,
  { id, module, finishedAt }: Pick<RunRecord, 'id' | 'module' | 'finishedAt'>,
  charge: PrivacyCharge,
): Promise<void> {
  await session.exec(
    sql`CREATE TABLE IF NOT EXISTS ${table} (
  dataset VARCHAR,
  run_id VARCHAR,
  module VARCHAR,
  charged_at TIMESTAMP,
  epsilon DOUBLE,
  delta DOUBLE,
  budget DOUBLE
)`.text,
  );
  await refuseOverspending(session, charge);
  await session.exec(
    sql`INSERT INTO ${table}
VALUES (
  lower(${literal(charge.dataset)}),
  ${literal(id)},
  ${literal(module)},
  CAST(${literal(finishedAt)} AS TIMESTAMP),
  ${literal(charge.epsilon)},
  ${literal(charge.delta)},
  ${literal(charge.budget)}
)`.text,
  );
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
