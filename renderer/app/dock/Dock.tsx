import {
  type DockviewApi,
  DockviewReact,
  type DockviewReadyEvent,
  type IDockviewPanelProps,
  type SerializedDockview,
  themeLight,
} from 'dockview-react';
import 'dockview-react/dist/styles/dockview.css';
import { type ComponentType, Suspense, useEffect, useState } from 'react';
import { viewStore } from '../../store/view-state.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import '../../styles/dock.css';
import classes from './Dock.module.css';
import { TabHeader } from './TabHeader.tsx';

/** A tab's content; everything else it needs it finds under its id. */
export interface TabProps {
  readonly id: string;
}

export interface DockProps {
  /** The component of each kind of tab. */
  readonly kinds: Readonly<Record<string, ComponentType<TabProps>>>;
  /** Called with the dock's own interface once it is up, and with `undefined` when it goes. */
  readonly onApi: (api: DockviewApi | undefined) => void;
}

const theme = { ...themeLight, name: 'stillhouse', className: 'dockview-theme-light sh-dock' };

/** The tabs in the middle: they split, move and come back. */
export function Dock({ kinds, onApi }: DockProps) {
  const [components] = useState(() => wrap(kinds));
  useEffect(
    () => () => {
      onApi(undefined);
    },
    [onApi],
  );
  const ready = ({ api }: DockviewReadyEvent) => {
    restore(api);
    onApi(api);
    api.onDidLayoutChange(() => {
      viewStore.setState({ layout: api.toJSON() });
    });
    api.onDidActivePanelChange(() => {
      const activeTab = api.activePanel?.id;
      viewStore.setState(activeTab === undefined ? {} : { activeTab });
    });
    api.onDidRemovePanel(({ id }) => {
      viewStore.setState(({ tabs: { [id]: _closed, ...tabs } }) => ({ tabs }));
    });
  };
  return (
    <DockviewReact
      className={classes.dock ?? ''}
      theme={theme}
      components={components}
      defaultTabComponent={TabHeader}
      watermarkComponent={Nothing}
      onReady={ready}
      disableFloatingGroups
    />
  );
}

function wrap(kinds: DockProps['kinds']) {
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, Content]) => [
      kind,
      ({ api }: IDockviewPanelProps) => (
        <div className={classes.content}>
          <Suspense fallback={<p className={classes.loading}>Loading…</p>}>
            <Content id={api.id} />
          </Suspense>
        </div>
      ),
    ]),
  );
}

function Nothing() {
  return <EmptyState title="No tab is open">Open a table from the Data panel, or start a new query.</EmptyState>;
}

/** Puts back the layout of last time; one that no longer fits is dropped, and its tabs are opened side by side. */
function restore(api: DockviewApi): void {
  const { layout, tabs, activeTab } = viewStore.getState();
  try {
    if (layout !== undefined) api.fromJSON(layout as SerializedDockview); // checked by the library, which throws
  } catch {
    api.clear();
  }
  for (const panel of [...api.panels]) if (tabs[panel.id] === undefined) api.removePanel(panel);
  for (const [id, tab] of Object.entries(tabs)) {
    if (api.getPanel(id) === undefined) api.addPanel({ id, component: tab.kind, title: tab.title });
  }
  if (activeTab !== undefined) api.getPanel(activeTab)?.api.setActive();
}
