import { catalogView } from '../../../../src/modules/catalog-view.ts';
import { changeDataset } from '../../../../src/modules/change-dataset.ts';
import type { GuidedModule } from '../../../../src/modules/contract.ts';
import { formFields } from '../../../../src/modules/form.ts';
import { projectStore } from '../../../project/project-store.ts';
import type { Services } from '../../services.ts';
import { moduleTab } from '../new-tab.ts';

/** Opens a module in a tab of its own, with the input it suggests for the project's data, or for one dataset of it. */
export function openModule({ tabs }: Services, module: GuidedModule, dataset?: string): void {
  const catalog = catalogView(projectStore.getState().datasets);
  const first = formFields(module.input).find(({ control }) => control.kind === 'dataset');
  if (dataset === undefined || first === undefined) {
    tabs.open(moduleTab(module, catalog));
    return;
  }
  const input = changeDataset(module, {}, first.name, dataset, catalog);
  tabs.open(moduleTab(module, catalog, input));
}
