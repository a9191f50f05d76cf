import type { DockviewApi } from 'dockview-react';
import { type Tab, viewStore } from '../../store/view-state.ts';
import type { TabOpener } from '../services.ts';

/** Opens and closes tabs in a dock that may not be up yet. */
export interface DockTabs extends TabOpener {
  attach(api: DockviewApi | undefined): void;
}

export function createTabOpener(): DockTabs {
  let dock: DockviewApi | undefined;

  const show = (id: string) => {
    dock?.getPanel(id)?.api.setActive();
  };

  return {
    attach(api) {
      dock = api;
    },
    open(tab: Tab, { id = crypto.randomUUID(), beside = false } = {}) {
      if (viewStore.getState().tabs[id] !== undefined) {
        show(id);
        return id;
      }
      viewStore.setState(({ tabs }) => ({ tabs: { ...tabs, [id]: tab } }));
      const reference = dock?.activePanel;
      dock?.addPanel({
        id,
        component: tab.kind,
        title: tab.title,
        ...(beside && reference !== undefined && { position: { referencePanel: reference, direction: 'right' } }),
      });
      return id;
    },
    close(id) {
      const panel = dock?.getPanel(id);
      if (panel !== undefined) dock?.removePanel(panel);
    },
    show,
    step(direction) {
      const panels = dock?.panels ?? [];
      const current = panels.findIndex((panel) => panel.id === dock?.activePanel?.id);
      panels[(current + direction + panels.length) % panels.length]?.api.setActive();
    },
  };
}
