import { queryRows } from '../../catalog/store/execute.ts';
import type { CancelSignal } from '../../core/cancel.ts';
import { literal, type RelationName, relation, type Sql, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import { numberOf } from '../../modules/words.ts';
import type { PlannedFile } from './file-plan.ts';
import { sentOutcome } from './gate.ts';
import { leavingRowsSql } from './plan-send.ts';
import type { SendSettings } from './send-settings.ts';

/** The rows of one file, in their order. */
export interface FileRows {
  readonly name: string;
  readonly rows: Sql;
  readonly rowCount: number;
}

/**
 * Splits what leaves into its files: each query reads its own part of the outcomes alone, so that many files take no longer
 * than one. `outcomes` has the columns of `SendPlan.outcomes`.
 */
export async function fileRows(
  session: Session,
  settings: SendSettings,
  outcomes: RelationName,
  files: readonly PlannedFile[],
  signal: CancelSignal,
): Promise<readonly FileRows[]> {
  const starts = await candidatesAt(session, outcomes, files, signal);
  const sorted = await isSorted(session, outcomes, signal);
  return files.map(({ name, rows: rowCount }, index) => {
    const [start, end] = [starts[index], starts[index + 1]];
    const within = [
      ...(start === undefined ? [] : [sql`candidate >= ${literal(start)}`]),
      ...(end === undefined ? [] : [sql`candidate < ${literal(end)}`]),
    ];
    return { name, rowCount, rows: leavingRowsSql(settings, outcomes, within, sorted) };
  });
}

/** Whether a table holds its rows in the order of the source, as it does unless making it needed more than memory. */
async function isSorted(session: Session, outcomes: RelationName, signal: CancelSignal): Promise<boolean> {
  const [found] = await queryRows(
    session,
    sql`SELECT bool_and(candidate = rowid + 1) AS sorted
FROM ${relation(outcomes)}`,
    signal,
  );
  return found?.sorted === true;
}

/** The number in the source of each file's first row; none for a single file. */
async function candidatesAt(
  session: Session,
  outcomes: RelationName,
  files: readonly PlannedFile[],
  signal: CancelSignal,
): Promise<readonly number[]> {
  const [first] = files;
  if (first === undefined || files.length === 1) return [];
  const found = await queryRows(
    session,
    sql`SELECT candidate
FROM ${relation(outcomes)}
WHERE outcome = ${literal(sentOutcome)}
QUALIFY (row_number() OVER (ORDER BY candidate) - 1) % ${literal(first.rows)} = 0
ORDER BY candidate`,
    signal,
  );
  return found.map(({ candidate }) => numberOf(candidate));
}
