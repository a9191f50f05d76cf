import { StillhouseError } from '../core/error.ts';
import type { GuidedModule } from './contract.ts';
import { profileTable } from './explore/profile-table.ts';

/** Every module, in the order in which they are offered. */
export const modules: readonly GuidedModule[] = [profileTable];

/** The module of an id. Throws `input-invalid` for one that does not exist. */
export function moduleById(id: string): GuidedModule {
  const found = modules.find((module) => module.id === id);
  if (found !== undefined) return found;
  throw new StillhouseError('input-invalid', `There is no module "${id}".`, {
    remedy: `The modules are: ${modules.map((module) => module.id).join(', ')}.`,
  });
}
