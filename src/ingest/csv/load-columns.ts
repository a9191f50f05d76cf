import { joinSql, type RelationName, sql } from '../../core/sql.ts';
import { scalar } from '../../engine/collect.ts';
import type { QueryOptions, Session } from '../../engine/engine.ts';
import { type ColumnPlan, isOpen, isUndecidedDate } from './column-plan.ts';
import { surveyColumns } from './survey.ts';
import type { TextSource } from './text-source.ts';
import { contradictionSql, isAlarm, loadSql } from './typed-load.ts';

/** What the passes of a load report to. */
export interface LoadSteps {
  readonly loading: QueryOptions;
  readonly deciding: QueryOptions;
}

/** Columns asked about in one pass over the texts. */
const columnsAPass = 250;

/**
 * Creates the table with types that all rows bear out: it loads with the types the sample speaks for, and when a value would
 * be damaged, decides over all rows and loads once more. Returns the columns as they are in the end.
 */
export async function loadColumns(
  session: Session,
  source: TextSource,
  planned: readonly ColumnPlan[],
  table: RelationName,
  { loading, deciding }: LoadSteps,
): Promise<readonly ColumnPlan[]> {
  const decide = async (plans: readonly ColumnPlan[], undecided: readonly ColumnPlan[]) => {
    if (undecided.length === 0) return plans;
    const decided = await surveyColumns(session, source, undecided, deciding);
    const byPosition = new Map(decided.map((plan) => [plan.position, plan]));
    return plans.map((plan) => byPosition.get(plan.position) ?? plan);
  };
  const plans = await decide(planned, planned.filter(isUndecidedDate));
  try {
    await session.exec(loadSql(source, plans, table).text, loading);
    return plans;
  } catch (error) {
    if (!isAlarm(error)) throw error;
  }
  const contradicted = await contradictedColumns(session, source, plans.filter(isOpen), deciding);
  const settled = (await decide(plans, contradicted)).map(settle);
  await session.exec(loadSql(source, settled, table).text, loading);
  return settled;
}

/** A column about which all rows were asked. */
function settle({ name, position, chosen, decision }: ColumnPlan): ColumnPlan {
  return { name, position, chosen, decision };
}

/** The open columns with a value that speaks against their types. */
async function contradictedColumns(
  session: Session,
  source: TextSource,
  open: readonly ColumnPlan[],
  options: QueryOptions,
): Promise<ColumnPlan[]> {
  const contradicted: ColumnPlan[] = [];
  for (let start = 0; start < open.length; start += columnsAPass) {
    const group = open.slice(start, start + columnsAPass);
    const tests = group.map((plan) => sql`bool_or(${contradictionSql(plan)})`);
    const statement = sql`SELECT [${joinSql(tests, ', ')}]
FROM ${source.from}`;
    const answer = await scalar(session, statement.text, options);
    contradicted.push(...group.filter((_, index) => Array.isArray(answer) && answer[index] === true));
  }
  return contradicted;
}
