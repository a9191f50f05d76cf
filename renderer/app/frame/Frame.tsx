import { Button } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { projectStore } from '../../project/project-store.ts';
import { settingsStore } from '../../store/settings.ts';
import { type ViewState, viewStore } from '../../store/view-state.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Split } from '../../ui/Split.tsx';
import { ImportArea } from '../../import/ImportArea.tsx';
import { Dialogs } from '../dialogs/Dialogs.tsx';
import { Dock } from '../dock/Dock.tsx';
import { Palette } from '../Palette.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { useServices } from '../services.ts';
import { DataPanel } from '../side/DataPanel.tsx';
import { AudiencesPanel } from '../side/AudiencesPanel.tsx';
import { SqlPanel } from '../side/SqlPanel.tsx';
import { tabKinds } from '../tabs/tab-kinds.ts';
import classes from './Frame.module.css';
import { Rail } from './Rail.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TitleBar } from './TitleBar.tsx';

/** Loaded when first shown, with all guides. */
const ModulesPanel = lazy(() =>
  import('../side/ModulesPanel.tsx').then((module) => ({ default: module.ModulesPanel })),
);

/** Loaded when first shown, with all platforms. */
const ActivationPanel = lazy(() =>
  import('../../activation/ActivationPanel.tsx').then((module) => ({ default: module.ActivationPanel })),
);

/** Title bar, rail, side panel, dock and status bar; and what floats above them. */
export function Frame() {
  const density = useStore(settingsStore, (settings) => settings.density);
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  return (
    <div className={classes.frame}>
      <TitleBar />
      <div className={classes.middle}>
        <Rail />
        <Panels />
      </div>
      <StatusBar />
      <Palette />
      <Dialogs />
      <ImportArea />
    </div>
  );
}

function Panels() {
  const sidePanelOpen = useStore(viewStore, (view) => view.sidePanelOpen);
  const sidePanelWidth = useStore(viewStore, (view) => view.sidePanelWidth);
  const rail = useStore(viewStore, (view) => view.rail);
  const main = <MainAndInspector />;
  if (!sidePanelOpen) return main;
  return (
    <Split
      direction="row"
      sized="first"
      size={sidePanelWidth}
      min={180}
      max={640}
      label="Width of the side panel"
      onResize={(width) => {
        viewStore.setState({ sidePanelWidth: width });
      }}
      first={<SidePanel rail={rail} />}
      second={main}
    />
  );
}

function SidePanel({ rail }: Pick<ViewState, 'rail'>) {
  switch (rail) {
    case 'data':
      return <DataPanel />;
    case 'sql':
      return <SqlPanel />;
    case 'modules':
      return (
        <Suspense fallback={null}>
          <ModulesPanel />
        </Suspense>
      );
    case 'audiences':
      return <AudiencesPanel />;
    case 'activation':
      return (
        <Suspense fallback={null}>
          <ActivationPanel />
        </Suspense>
      );
  }
}

function MainAndInspector() {
  const open = useStore(viewStore, (view) => view.inspectorOpen);
  const width = useStore(viewStore, (view) => view.inspectorWidth);
  return (
    <Split
      direction="row"
      sized="second"
      size={width}
      min={240}
      max={900}
      label="Width of the inspector"
      onResize={(inspectorWidth) => {
        viewStore.setState({ inspectorWidth });
      }}
      first={<Main />}
      second={open ? <Inspector /> : undefined}
    />
  );
}

/** The dock belongs to one project; another project gets a new one. */
function Main() {
  const { tabs, commands } = useServices();
  const id = useStore(projectStore, (status) => status.document?.id);
  const failure = useStore(projectStore, (status) => (status.phase === 'failed' ? status.failure : undefined));
  const [onApi] = useState(() => tabs.attach);
  return (
    <main className={classes.main}>
      {failure !== undefined && (
        <ErrorNote
          error={failure}
          action={
            <Button
              variant="default"
              onClick={() => {
                commands.run('file.openProject');
              }}
            >
              Choose a project…
            </Button>
          }
        />
      )}
      {id !== undefined && <Dock key={id} kinds={tabKinds} onApi={onApi} />}
    </main>
  );
}
