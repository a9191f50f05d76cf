import { queryRows } from '../../catalog/store/execute.ts';
import type { CancelSignal } from '../../core/cancel.ts';
import { joinSql, literal, type RelationName, relation, type Sql, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import { itemsOf, numberOf, textOf } from '../../modules/words.ts';
import type { NameRules } from '../naming.ts';
import { platformById } from '../platforms/index.ts';
import { leavingSql, rawName } from './field-sql.ts';
import { planFiles, type PlannedFile } from './file-plan.ts';
import { sentOutcome } from './gate.ts';
import { lintSend } from './lint.ts';
import type { LintFinding } from './lint-finding.ts';
import { type MatchRate, matchRateSql, readMatchRate } from './match-rate.ts';
import type { SendPlan } from './plan-send.ts';
import { checkSize, type SizeVerdict } from './size-guard.ts';

/** Rows that share an outcome, with the first few of them. */
export interface OutcomeCount {
  readonly outcome: string;
  readonly words: string;
  readonly rows: number;
  /** As they would leave for those that do, as they are for those that stay; by header. */
  readonly sample: readonly (readonly (string | null)[])[];
}

/** All that is known before anything leaves. */
export interface DryRun {
  /** Rows of the source. */
  readonly rows: number;
  readonly sent: number;
  /** What leaves first, then the reasons to stay in the order in which they are asked; none without rows. */
  readonly outcomes: readonly OutcomeCount[];
  readonly lint: readonly LintFinding[];
  readonly matchRate: MatchRate | undefined;
  readonly size: SizeVerdict;
  readonly files: readonly PlannedFile[];
  /** Why it must not be sent, as sentences; empty when it may. */
  readonly stops: readonly string[];
}

/** What a dry run needs beside its plan. */
export interface DryRunRequest {
  readonly plan: SendPlan;
  /** A table to be made, which the files are then written from; the caller drops it. */
  readonly outcomes: RelationName;
  readonly now: Date;
  /** Stands for `{send}` in names. */
  readonly mark: string;
  /** Rows of the last send of this kind; undefined for the first. */
  readonly before: number | undefined;
  readonly rules: NameRules;
  readonly signal?: CancelSignal;
}

/** Rows shown of each outcome. */
const sampleRows = 5;

/** Runs a plan once, into a table, and tells what it would send and why the rest stays. */
export async function dryRun(session: Session, request: DryRunRequest): Promise<DryRun> {
  const { plan, outcomes: table, now, mark, before, rules, signal } = request;
  const { settings } = plan;
  await session.exec(
    sql`CREATE TABLE ${relation(table)} AS\n${plan.outcomes}`.text,
    signal === undefined ? {} : { signal },
  );
  const outcomes = await readOutcomes(session, plan, table, signal);
  const sent = outcomes.find(({ outcome }) => outcome === sentOutcome)?.rows ?? 0;
  const platform = platformById(settings.platform);
  const lint = await lintSend(session, { settings, platform, outcomes: table, sent, ...(signal && { signal }) });
  const rateSql = matchRateSql(settings, table);
  const [rate] = rateSql === undefined ? [] : await queryRows(session, rateSql, signal);
  const size = checkSize(sent, before, settings.sizeLimit);
  const facts = { title: settings.title, dataset: settings.dataset, now, mark };
  return {
    rows: outcomes.reduce((sum, { rows }) => sum + rows, 0),
    sent,
    outcomes,
    lint,
    matchRate: rate && readMatchRate(settings, rate),
    size,
    files: planFiles(sent, settings.file, facts, rules),
    stops: [
      ...(settings.consent.kind === 'none'
        ? ['Nothing may leave: choose where consent is written down, or state a lawful basis in words.']
        : []),
      ...(size.stop ? [size.words] : []),
      ...lint.flatMap(({ severity, words }) => (severity === 'error' ? [words] : [])),
    ],
  };
}

async function readOutcomes(
  session: Session,
  plan: SendPlan,
  table: RelationName,
  signal: CancelSignal | undefined,
): Promise<readonly OutcomeCount[]> {
  const counts = await queryRows(
    session,
    sql`SELECT outcome, count(*) AS "rows", min(candidate, ${literal(sampleRows)}) AS "first"
FROM ${relation(table)}
GROUP BY outcome`,
    signal,
  );
  const shown = counts.flatMap(({ first }) => itemsOf(first).map(numberOf));
  const samples = shown.length === 0 ? [] : await queryRows(session, samplesSql(plan, table, shown), signal);
  const words = [{ reason: sentOutcome, words: 'leave' }, ...plan.reasons];
  return words.flatMap(({ reason, words: why }) => {
    const count = counts.find(({ outcome }) => outcome === reason);
    if (count === undefined) return [];
    const sample = samples
      .filter(({ outcome }) => outcome === reason)
      .map((row) =>
        plan.settings.fields.map((_, index) => {
          const value = row[`shown_${index + 1}`];
          return value === null || value === undefined ? null : textOf(value);
        }),
      );
    return [{ outcome: reason, words: why, rows: numberOf(count.rows), sample }];
  });
}

function samplesSql({ settings }: SendPlan, table: RelationName, candidates: readonly number[]): Sql {
  const shown = settings.fields.map(
    (field, index) => sql`CASE
    WHEN outcome = ${literal(sentOutcome)} THEN CAST(${leavingSql(field, index)} AS VARCHAR)
    ELSE CAST(${rawName(index)} AS VARCHAR)
  END AS "shown_${literal(index + 1)}"`,
  );
  return sql`SELECT outcome, ${joinSql(shown, ', ')}
FROM ${relation(table)}
WHERE candidate IN (${joinSql(candidates.map(literal), ', ')})
ORDER BY candidate`;
}
