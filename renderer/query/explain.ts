import type { WorkspaceQuery } from '../../src/catalog/session/outcome.ts';
import type { WorkspaceSession } from '../../src/catalog/session/session.ts';
import type { CancelSignal } from '../../src/core/cancel.ts';
import { analyzeSql, parsePlan } from '../../src/dialect/plan/parse.ts';
import { textAt } from '../../src/engine/text.ts';
import type { StatementRun } from './statement-run.ts';

/** Runs a statement under EXPLAIN ANALYZE and takes its plan apart. */
export async function explainStatement(
  session: Promise<WorkspaceSession>,
  statement: string,
  signal: CancelSignal,
): Promise<Pick<StatementRun, 'plan'>> {
  const query: WorkspaceQuery = (await session).run(analyzeSql(statement).text, { signal });
  const columns = await query.columns;
  const place = columns.findIndex(({ name }) => name === 'explain_value');
  let json = '';
  for (let batch = await query.next(); batch !== undefined; batch = await query.next()) {
    const column = batch.columns[place];
    if (column !== undefined) json += textAt(column, 0) ?? '';
  }
  return { plan: parsePlan(json) };
}
