import type { DockviewApi } from 'dockview-react';
import { type Tab, viewStore } from '../../store/view-state.ts';

/** Opens, shows and closes the tabs of the dock, which may not be up yet. */
export interface DockTabs {
  attach(api: DockviewApi | undefined): void;
  /** Opens a tab, or shows the one with this id when it is open. */
  open(tab: Tab, options?: { readonly id?: string; readonly beside?: boolean }): string;
  close(id: string): void;
  show(id: string): void;
  step(direction: 1 | -1): void;
}

/** The part of the dock that a tab opened beside another one gets. */
const besideShare = 0.28;

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
      if (dock === undefined) return id;
      const reference = dock.activePanel;
      dock.addPanel({
        id,
        component: tab.kind,
        title: tab.title,
        ...(beside &&
          reference !== undefined && {
            position: { referencePanel: reference, direction: 'right' },
            initialWidth: Math.round(dock.width * besideShare),
          }),
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
