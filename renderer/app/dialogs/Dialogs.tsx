import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { dialogStore } from '../../store/dialogs.ts';
import { AboutDialog, OfflineDialog, ShortcutsDialog } from './InfoDialogs.tsx';
import { ProjectDialog } from './ProjectDialog.tsx';
import { SampleDataDialog } from './SampleDataDialog.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';

/** Loaded when first shown. */
const EraseDialog = lazy(() =>
  import('../../privacy/EraseDialog.tsx').then((module) => ({ default: module.EraseDialog })),
);

/** The dialog that a command opened. */
export function Dialogs() {
  const open = useStore(dialogStore, (store) => store.open);
  const close = () => {
    dialogStore.setState({ open: undefined });
  };
  switch (open) {
    case undefined:
    case 'saveQuery': // the query tab's own
      return null;
    case 'newProject':
      return <ProjectDialog kind="new" onClose={close} />;
    case 'openProject':
      return <ProjectDialog kind="open" onClose={close} />;
    case 'saveProjectAs':
      return <ProjectDialog kind="saveAs" onClose={close} />;
    case 'erasePeople':
      return (
        <Suspense fallback={null}>
          <EraseDialog onClose={close} />
        </Suspense>
      );
    case 'sampleData':
      return <SampleDataDialog onClose={close} />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'offline':
      return <OfflineDialog onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
  }
}
