import type { Host } from '../../src/host/host.ts';
import type { LiveProject } from '../project/project-controller.ts';
import { viewStore } from '../store/view-state.ts';
import { createTabRunner, type TabRunner } from './tab-runner.ts';

/** The runner of every open query tab. Results outlive the tab's screen: they go when the tab is closed. */
export interface TabRunners {
  of(tab: string): TabRunner;
  /** Ends all sessions and frees all results, before the project is left. */
  closeAll(): Promise<void>;
}

export function createTabRunners(host: Host, whenLive: () => Promise<LiveProject>): TabRunners {
  const runners = new Map<string, TabRunner>();
  viewStore.subscribe(({ tabs }) => {
    for (const [id, runner] of runners) {
      if (tabs[id] !== undefined) continue;
      runners.delete(id);
      void runner.close();
    }
  });
  return {
    of(tab) {
      const known = runners.get(tab);
      if (known !== undefined) return known;
      const title = viewStore.getState().tabs[tab]?.title ?? 'Query';
      const runner = createTabRunner(host, whenLive, `the tab “${title}”`);
      runners.set(tab, runner);
      return runner;
    },
    async closeAll() {
      const leaving = [...runners.values()];
      runners.clear();
      await Promise.all(leaving.map((runner) => runner.close()));
    },
  };
}
