import { joinSql, sql } from '../../core/sql.ts';
import { rows, scalar } from '../../engine/collect.ts';
import type { QueryOptions, Session } from '../../engine/engine.ts';
import type { Value } from '../../engine/value.ts';
import { trimmedSql } from '../values/cast-sql.ts';
import { chooseType } from '../values/decide.ts';
import { type ColumnEvidence, evidenceOf } from '../values/evidence.ts';
import { evidenceFromRow, type EvidenceQuestion, evidenceSql } from '../values/evidence-sql.ts';
import type { ValueType } from '../values/value-type.ts';
import type { ColumnPlan } from './column-plan.ts';
import { field, type TextSource } from './text-source.ts';

/** Columns asked about in one pass over the texts. */
const columnsAPass = 100;

/** Decides the types of columns over all rows. */
export async function surveyColumns(
  session: Session,
  source: TextSource,
  plans: readonly ColumnPlan[],
  options: QueryOptions,
): Promise<ColumnPlan[]> {
  const decided: ColumnPlan[] = [];
  for (let start = 0; start < plans.length; start += columnsAPass) {
    decided.push(...(await surveyGroup(session, source, plans.slice(start, start + columnsAPass), options)));
  }
  return decided;
}

async function surveyGroup(
  session: Session,
  source: TextSource,
  plans: readonly ColumnPlan[],
  options: QueryOptions,
): Promise<ColumnPlan[]> {
  const hints = await hintsFor(session, source, plans, options);
  const questions = plans.map(({ name, position }, index): EvidenceQuestion => {
    const hint = hints[index] ?? evidenceOf([]);
    return { column: field(position), expected: expectedType(name, hint), candidates: hint.possible };
  });
  const statement = sql`SELECT
  ${joinSql(questions.map(evidenceSql), ',\n  ')}
FROM ${source.numbered}`;
  const [answer = {}] = await rows(session, statement.text, options);
  return plans.map((plan, index) => {
    const question = questions[index];
    if (question === undefined) return plan;
    const evidence = evidenceFromRow(question, index, answer);
    return { ...plan, decision: chooseType(plan.name, evidence), sampled: evidence };
  });
}

/** The type to look for objections to: the best one, or the one that lost its place. */
function expectedType(name: string, hint: ColumnEvidence): ValueType {
  const { type } = chooseType(name, hint);
  return type.kind === 'text' ? (hint.possible[0] ?? hint.objection?.type ?? type) : type;
}

/** What the sample said of each column; for columns that were empty there, what two of their values say. */
async function hintsFor(
  session: Session,
  source: TextSource,
  plans: readonly ColumnPlan[],
  options: QueryOptions,
): Promise<(ColumnEvidence | undefined)[]> {
  const fresh = plans.filter(({ sampled }) => sampled?.hasValues !== true);
  if (fresh.length === 0) return plans.map(({ sampled }) => sampled);
  const outputs = fresh.map(({ position }) => {
    const text = trimmedSql(field(position));
    return sql`[min(${text}) FILTER (WHERE ${text} <> ''), max(${text})]`;
  });
  const statement = sql`SELECT [${joinSql(outputs, ', ')}]
FROM ${source.from}`;
  const answer = await scalar(session, statement.text, options);
  const pairs = Array.isArray(answer) ? (answer as readonly Value[]) : []; // a list, as selected
  const texts = pairs.map((pair) =>
    Array.isArray(pair) ? pair.map((text) => (text === null ? null : String(text))) : [],
  );
  const hints = new Map(fresh.map((plan, index) => [plan, evidenceOf(texts[index] ?? [])]));
  return plans.map((plan) => hints.get(plan) ?? plan.sampled);
}
