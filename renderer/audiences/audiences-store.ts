import { createStore } from 'zustand/vanilla';
import type { Audience } from '../../src/audiences/audience.ts';
import { readAudiences } from '../../src/audiences/audience-store.ts';
import { withReader } from '../../src/engine/with-reader.ts';
import type { LiveProject } from '../project/project-controller.ts';

/** The audiences of the open project. */
export const audiencesStore = createStore<{ readonly audiences: readonly Audience[] }>()(() => ({ audiences: [] }));

/** Reads the project's audiences, now and after every write. Gives the way to stop. */
export function followAudiences({ engine, workspace }: LiveProject): () => void {
  const read = async () => {
    audiencesStore.setState({ audiences: await withReader(engine, readAudiences) });
  };
  const again = () => {
    void read().catch(() => undefined); // the engine is restarting: the next write reads again
  };
  again();
  return workspace.onChange(again);
}
