import type { Host } from '../../src/host/host.ts';
import type { LiveProject } from '../project/project-controller.ts';
import { createPerTab, type PerTab } from '../store/per-tab.ts';
import { viewStore } from '../store/view-state.ts';
import { createTabRunner, type TabRunner } from './tab-runner.ts';

/** The runner of every open query tab. */
export type TabRunners = PerTab<TabRunner>;

export function createTabRunners(host: Host, whenLive: () => Promise<LiveProject>): TabRunners {
  return createPerTab((tab) => {
    const title = viewStore.getState().tabs[tab]?.title ?? 'Query';
    return createTabRunner(host, whenLive, `the tab “${title}”`);
  });
}
