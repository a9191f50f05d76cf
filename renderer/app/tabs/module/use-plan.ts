import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type StillhouseError, toStillhouseError } from '../../../../src/core/error.ts';
import { type CatalogView, catalogView } from '../../../../src/modules/catalog-view.ts';
import { type CheckedInput, checkInput } from '../../../../src/modules/check-input.ts';
import type { GuidedModule, InputSchema, ModulePlan } from '../../../../src/modules/contract.ts';
import { planModule } from '../../../../src/modules/plan-module.ts';
import { narrowing } from '../../../modules/narrowing.ts';
import { projectStore } from '../../../project/project-store.ts';
import { viewStore } from '../../../store/view-state.ts';

export interface LivePlan {
  readonly catalog: CatalogView;
  readonly checked: CheckedInput<InputSchema>;
  /** The plan to be read, where the input fits. */
  readonly planned: ModulePlan | undefined;
  /** What the form cannot check. */
  readonly failure: StillhouseError | undefined;
}

/** Checks and plans a module's input anew with every change of the form or the catalog. */
export function usePlan(module: GuidedModule, values: Readonly<Record<string, unknown>>): LivePlan {
  const customer = useStore(viewStore, (view) => view.customer);
  const datasets = useStore(projectStore, (status) => status.datasets);
  const catalog = useMemo(() => catalogView(datasets), [datasets]);
  return useMemo(() => {
    const checked = checkInput(module, values, catalog);
    const nothing = { catalog, checked, planned: undefined, failure: undefined };
    if (!checked.ok) return nothing;
    try {
      const { plan } = planModule(module, values, { catalog, now: new Date(), ...narrowing(catalog, customer) });
      return { ...nothing, planned: plan };
    } catch (error) {
      return { ...nothing, failure: toStillhouseError(error) };
    }
  }, [module, values, catalog, customer]);
}
