import type { Sql } from '../../../core/sql.ts';
import type { Explanation, Output, PlanContext, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';

interface StepParts extends Explanation {
  readonly id: string;
  readonly title: string;
  readonly query: Sql;
}

/** A step with one reader, or one that is quicker to compute again than to store. */
export function viewStep(context: PlanContext, parts: StepParts): SqlStep {
  return { ...tableStep(context, parts), as: 'view' };
}

/** A step whose rows are computed once and read by several. */
export function tableStep(context: PlanContext, { id, title, query, ...explanation }: StepParts): SqlStep {
  return { kind: 'sql', as: 'table', id, title, explanation, creates: context.scratch(id), query };
}

/** The rows of a step as a dataset of the project; nothing where no name is given. */
export function keptRows(
  name: string,
  step: SqlStep,
  title: string,
  ...from: readonly SourceDataset[]
): readonly Output[] {
  if (name === '') return [];
  return [{ relation: step.creates, name, title, from: from.map(({ label }) => label) }];
}
