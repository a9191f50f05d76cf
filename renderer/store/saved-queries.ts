import { createStore } from 'zustand/vanilla';
import type { SavedQuery } from '../../src/host/protocol.ts';

/** The project's saved queries as last read from its folder. */
export const savedQueriesStore = createStore<{ readonly queries: readonly SavedQuery[] }>()(() => ({ queries: [] }));
