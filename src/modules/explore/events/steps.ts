import type { Sql } from '../../../core/sql.ts';
import type { Explanation, Output, PlanContext, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';

/** A step whose rows are computed once and read by several. */
export function tableStep(
  context: PlanContext,
  {
    id,
    title,
    query,
    ...explanation
  }: Explanation & { readonly id: string; readonly title: string; readonly query: Sql },
): SqlStep {
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
