import type { z } from 'zod';
import { StillhouseError } from '../core/error.ts';
import { uniqueName } from '../core/names.ts';
import type { RelationName } from '../core/sql.ts';
import type { CatalogView } from './catalog-view.ts';
import { checkInput, type InputIssue } from './check-input.ts';
import type { GuidedModule, InputSchema, ModulePlan, PlanContext } from './contract.ts';
import { type NarrowDataset, sourceDataset } from './source-dataset.ts';

export interface PlanRequest {
  readonly catalog: CatalogView;
  readonly now: Date;
  /** Narrows every dataset that a plan reads, as the customer filter does. */
  readonly narrow?: NarrowDataset;
  /** Names what steps make; absent, they are called as they read best in an editor. */
  readonly scratch?: (stepId: string) => RelationName;
}

export interface Planned<Input extends InputSchema = InputSchema> {
  readonly input: z.output<Input>;
  readonly plan: ModulePlan;
}

/** Plans a module. Throws `input-invalid` with every issue of the input in its message. */
export function planModule<Input extends InputSchema>(
  module: GuidedModule<Input>,
  raw: unknown,
  request: PlanRequest,
): Planned<Input> {
  const { catalog, now, narrow, scratch = readingNames(catalog) } = request;
  const checked = checkInput(module, raw, catalog);
  if (!checked.ok) throw inputError(module, checked.issues);
  const context: PlanContext = {
    catalog,
    now,
    dataset: (label) => sourceDataset(catalog, label, narrow),
    scratch,
  };
  const plan = module.plan(checked.input, context);
  refuseRepeatedIds(module, plan);
  return { input: checked.input, plan };
}

/** Step ids as names of temporary tables, apart from every dataset's name. */
function readingNames({ datasets }: CatalogView): (stepId: string) => RelationName {
  const taken = datasets.map(({ relation }) => relation.at(-1) ?? '');
  return (stepId) => [uniqueName(stepId, taken)];
}

function inputError({ title }: GuidedModule, issues: readonly InputIssue[]): StillhouseError {
  const messages = issues.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`));
  return new StillhouseError('input-invalid', `“${title}” cannot run yet. ${messages.join(' ')}`, {
    remedy: 'Correct the inputs named here.',
  });
}

function refuseRepeatedIds({ id }: GuidedModule, plan: ModulePlan): void {
  for (const things of [plan.steps, plan.checks, plan.findings]) {
    const ids = new Set(things.map((thing) => thing.id));
    if (ids.size < things.length) throw new StillhouseError('internal', `The plan of ${id} uses an id twice.`);
  }
}
