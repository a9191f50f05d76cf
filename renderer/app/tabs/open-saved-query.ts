import { StillhouseError } from '../../../src/core/error.ts';
import { loadSavedQueries } from '../../store/saved-queries.ts';
import { isUnsaved, updateTab, viewStore } from '../../store/view-state.ts';
import type { Services } from '../services.ts';
import { savedQueryTab } from './new-tab.ts';

/** Opens a saved query as its file is now. An open tab follows the file, unless it holds what was not saved yet. */
export async function openSavedQuery({ host, tabs }: Pick<Services, 'host' | 'tabs'>, name: string): Promise<void> {
  const query = (await loadSavedQueries(host)).find((one) => one.name === name);
  if (query === undefined) throw new StillhouseError('file-missing', `The file of “${name}” is gone.`);
  const fresh = savedQueryTab(query);
  const [open, tab] =
    Object.entries(viewStore.getState().tabs).find(([, one]) => one.kind === 'query' && one.saved?.name === name) ?? [];
  if (open !== undefined && tab?.kind === 'query' && !isUnsaved(tab)) {
    const { text, dialect, saved } = fresh;
    updateTab(open, 'query', { text, dialect, saved });
  }
  tabs.open(fresh, { id: open ?? `query:${name}` });
}
