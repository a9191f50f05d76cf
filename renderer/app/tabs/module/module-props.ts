import type { GuidedModule, ModulePlan } from '../../../../src/modules/contract.ts';
import type { ModuleRunState } from '../../../modules/module-run-state.ts';
import type { ModuleTab } from '../../../store/view-state.ts';
import type { TabProps } from '../../dock/Dock.tsx';

/** A module in its tab. */
export interface ModuleScreenProps extends TabProps {
  readonly tab: ModuleTab;
  readonly module: GuidedModule;
}

/** What every page of a module's tab is given. */
export interface ModulePageProps extends ModuleScreenProps {
  readonly run: ModuleRunState;
  /** The plan for the form as it is now. */
  readonly plan: ModulePlan | undefined;
}
