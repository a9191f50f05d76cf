import { createStore } from 'zustand/vanilla';
import type { Host } from '../../src/host/host.ts';
import type { SavedQuery } from '../../src/host/protocol.ts';

/** The project's saved queries as last read from its folder. */
export const savedQueriesStore = createStore<{ readonly queries: readonly SavedQuery[] }>()(() => ({ queries: [] }));

/** Reads the saved queries as their files are now; other programs write them too. */
export async function loadSavedQueries(host: Host): Promise<readonly SavedQuery[]> {
  const queries = await host.call('project.queries');
  const known = savedQueriesStore.getState().queries;
  if (JSON.stringify(known) !== JSON.stringify(queries)) savedQueriesStore.setState({ queries });
  return queries;
}
